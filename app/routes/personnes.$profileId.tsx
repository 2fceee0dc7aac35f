import {
  type ActionFunctionArgs,
  type LoaderFunctionArgs,
  type MetaFunction,
  redirect,
} from '@remix-run/node'
import { useActionData, useLoaderData } from '@remix-run/react'
import { PersonFileView } from '#app/components/person/person-file.tsx'
import { ReasonForm } from '#app/components/person/reason-form.tsx'
import { emptyForm } from '#app/components/ui/form-state.ts'
import { Notice } from '#app/components/ui/notice.tsx'
import { PageHeader } from '#app/components/ui/page-header.tsx'
import { parisDate } from '#app/domain/duration.ts'
import { readingReasonSchema } from '#app/domain/reading-reason.schema.ts'
import { requireActor } from '#app/http/actor.server.ts'
import { parseForm, readForm } from '#app/http/forms.server.ts'
import { invalidForm, privateHeaders, requireId, throwRefusal } from '#app/http/respond.server.ts'
import { getPersonPage } from '#app/queries/person-page.server.ts'
import { systemClock } from '#app/system/clock.server.ts'
import { openPerson } from '#app/use-cases/open-person.server.ts'

export const headers = privateHeaders
export const meta: MetaFunction<typeof loader> = ({ data }) => [
  { title: data?.file?.name ?? 'Fiche d’une personne' },
]

const requireProfessional = (request: Request) =>
  requireActor(request, 'relation_officer', 'referent', 'hotline', 'facilitator', 'administrator')

export async function loader({ request, params }: LoaderFunctionArgs) {
  const actor = await requireProfessional(request)
  const now = systemClock()
  const page = await getPersonPage({ actor, profileId: requireId(params.profileId), now })
  return page.ok ? { file: page.value, today: parisDate(now) } : throwRefusal(page.refusal)
}

export async function action({ request, params }: ActionFunctionArgs) {
  const actor = await requireProfessional(request)
  const profileId = requireId(params.profileId)
  const parsed = parseForm(readingReasonSchema, await readForm(request))
  const now = systemClock()
  if (!parsed.ok) {
    const page = await getPersonPage({ actor, profileId, now })
    return page.ok ? invalidForm(parsed.state) : throwRefusal(page.refusal)
  }
  const opened = await openPerson({ actor, profileId, reason: parsed.value.reason, now })
  if (!opened.ok) throwRefusal(opened.refusal)
  return redirect(`/personnes/${profileId}`)
}

export default function Person() {
  const { file, today } = useLoaderData<typeof loader>()
  const form = useActionData<typeof action>()
  if (file)
    return (
      <div className="narrow stack-loose">
        <PageHeader title={file.name} />
        <PersonFileView file={file} today={today} />
        <p className="small muted">Cette lecture est notée. La personne peut la voir.</p>
      </div>
    )
  return (
    <div className="narrow stack-loose">
      <PageHeader
        title="Fiche d’une personne que vous ne suivez pas"
        lead="Dites pourquoi, et la fiche s’ouvre pour vous pendant 30 minutes."
      />
      <Notice>
        Votre raison est gardée 12 mois et lue par l’administration. La personne saura que vous avez ouvert sa
        fiche.
      </Notice>
      <ReasonForm form={form ?? emptyForm()} />
    </div>
  )
}
