import { type ActionFunctionArgs, type LoaderFunctionArgs, redirect } from '@remix-run/node'
import { useActionData, useLoaderData } from '@remix-run/react'
import { StepFrame } from '#app/components/registration/step-frame.tsx'
import { WayFields } from '#app/components/registration/way-fields.tsx'
import { emptyForm } from '#app/components/ui/form-state.ts'
import { TRAVEL_DEFAULT, travelFormSchema } from '#app/domain/registration.schema.ts'
import { parseForm, readForm } from '#app/http/forms.server.ts'
import { pathAfter, requireNewcomer } from '#app/http/registration.server.ts'
import { invalidForm, privateHeaders } from '#app/http/respond.server.ts'
import { getOpenRegistration } from '#app/queries/registration.server.ts'
import { systemClock } from '#app/system/clock.server.ts'
import { saveRegistrationAnswer } from '#app/use-cases/save-registration-answer.server.ts'

export const meta = () => [{ title: 'Votre trajet' }]
export const headers = privateHeaders

export async function loader({ request }: LoaderFunctionArgs) {
  const answers = await getOpenRegistration(await requireNewcomer(request), 'travel')
  if (!answers) throw redirect('/inscription')
  const given = answers.travel
  const values = given ? { means: given.means, minutes: String(given.maxMinutes) } : { ...TRAVEL_DEFAULT }
  return { values, isResumed: new URL(request.url).searchParams.has('reprise') }
}

export async function action({ request }: ActionFunctionArgs) {
  const actor = await requireNewcomer(request)
  const parsed = parseForm(travelFormSchema, await readForm(request))
  if (!parsed.ok) return invalidForm(parsed.state)
  const saved = await saveRegistrationAnswer({ actor, answer: { travel: parsed.value }, now: systemClock() })
  throw redirect(saved.ok ? pathAfter(saved.value.next) : '/inscription')
}

export default function RegistrationTravel() {
  const { values, isResumed } = useLoaderData<typeof loader>()
  const answer = useActionData<typeof action>()
  const form = answer ?? emptyForm(values)
  return (
    <StepFrame step="travel" form={form} isResumed={isResumed && !answer}>
      <WayFields form={form} />
    </StepFrame>
  )
}
