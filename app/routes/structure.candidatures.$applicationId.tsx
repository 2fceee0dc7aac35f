import {
  type ActionFunctionArgs,
  data,
  type LoaderFunctionArgs,
  type MetaFunction,
  redirect,
} from '@remix-run/node'
import { useActionData, useLoaderData } from '@remix-run/react'
import { OrganisationApplicationView } from '#app/components/organisation/organisation-application-view.tsx'
import { emptyForm } from '#app/components/ui/form-state.ts'
import { parisDate } from '#app/domain/duration.ts'
import type { Refusal } from '#app/domain/errors.ts'
import { interviewFormSchema } from '#app/domain/interview.schema.ts'
import { requireActor } from '#app/http/actor.server.ts'
import { parseForm, type RawForm, readForm, textOf } from '#app/http/forms.server.ts'
import { formRefusal, privateHeaders, requireId, throwRefusal } from '#app/http/respond.server.ts'
import { getOrganisationApplication } from '#app/queries/organisation-application.server.ts'
import { systemClock } from '#app/system/clock.server.ts'
import type { ApplicationCommand } from '#app/use-cases/change-application.server.ts'
import { hireApplicant } from '#app/use-cases/hire-applicant.server.ts'
import { holdApplication } from '#app/use-cases/hold-application.server.ts'
import { poolApplication } from '#app/use-cases/pool-application.server.ts'
import { refuseApplication } from '#app/use-cases/refuse-application.server.ts'
import { scheduleInterview } from '#app/use-cases/schedule-interview.server.ts'
import { seeApplication } from '#app/use-cases/see-application.server.ts'
import { startApplication } from '#app/use-cases/start-application.server.ts'

export const headers = privateHeaders
export const meta: MetaFunction<typeof loader> = ({ data }) => [
  { title: data ? `Candidature de ${data.application.name}` : 'Candidature' },
]

const VERBS = {
  see: seeApplication,
  start: startApplication,
  hold: holdApplication,
  pool: poolApplication,
  hire: hireApplicant,
}

export async function loader({ request, params }: LoaderFunctionArgs) {
  const actor = await requireActor(request, 'recruiter')
  const now = systemClock()
  const applicationId = requireId(params.applicationId)
  const application = await getOrganisationApplication({ actor, applicationId, now })
  if (!application.ok) throwRefusal(application.refusal)
  const isDone = new URL(request.url).searchParams.has('fait')
  return { application: application.value, today: parisDate(now), isDone }
}

async function schedule(command: ApplicationCommand, raw: RawForm) {
  const parsed = parseForm(interviewFormSchema, raw)
  if (!parsed.ok) return data(parsed.state, { status: 422 })
  const result = await scheduleInterview({ ...command, ...parsed.value })
  return result.ok ? null : refused(result.refusal, raw)
}

function refused({ code, fields: { interviewAt, ...fields } }: Refusal, raw: RawForm) {
  if (code === 'not_found') throwRefusal({ code })
  return formRefusal({ code, fields: interviewAt ? { ...fields, interviewDay: interviewAt } : fields }, raw)
}

export async function action({ request, params }: ActionFunctionArgs) {
  const actor = await requireActor(request, 'recruiter')
  const applicationId = requireId(params.applicationId)
  const raw = await readForm(request)
  const intent = textOf(raw, 'intent')
  const command = { actor, applicationId, version: Number(textOf(raw, 'version')), now: systemClock() }
  const done = () => redirect(`/structure/candidatures/${applicationId}?fait=${intent}`)
  if (intent === 'interview') return (await schedule(command, raw)) ?? done()
  if (intent === 'refuse') {
    const isReasonShared = textOf(raw, 'isReasonShared') === 'on'
    const result = await refuseApplication({ ...command, reason: textOf(raw, 'reason'), isReasonShared })
    return result.ok ? done() : refused(result.refusal, raw)
  }
  if (!Object.hasOwn(VERBS, intent)) throwRefusal({ code: 'invalid_input' })
  const result = await VERBS[intent as keyof typeof VERBS](command)
  return result.ok ? done() : refused(result.refusal, raw)
}

export default function OrganisationApplication() {
  const page = useLoaderData<typeof loader>()
  const form = useActionData<typeof action>()
  return <OrganisationApplicationView {...page} isDone={page.isDone && !form} form={form ?? emptyForm()} />
}
