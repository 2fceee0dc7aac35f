import { type ActionFunctionArgs, type LoaderFunctionArgs, redirect } from '@remix-run/node'
import { useActionData, useLoaderData } from '@remix-run/react'
import { AgreementFields } from '#app/components/registration/agreement-fields.tsx'
import { StepFrame } from '#app/components/registration/step-frame.tsx'
import { emptyForm } from '#app/components/ui/form-state.ts'
import { agreementsFormSchema } from '#app/domain/registration.schema.ts'
import { parseForm, readForm } from '#app/http/forms.server.ts'
import { pathAfter, requireNewcomer } from '#app/http/registration.server.ts'
import { invalidForm, privateHeaders } from '#app/http/respond.server.ts'
import { getRegistrationAgreements } from '#app/queries/registration-agreements.server.ts'
import { systemClock } from '#app/system/clock.server.ts'
import { saveRegistrationAnswer } from '#app/use-cases/save-registration-answer.server.ts'

export const meta = () => [{ title: 'Vos accords' }]
export const headers = privateHeaders

export async function loader({ request }: LoaderFunctionArgs) {
  const page = await getRegistrationAgreements(await requireNewcomer(request))
  if (!page) throw redirect('/inscription')
  return { ...page, isResumed: new URL(request.url).searchParams.has('reprise') }
}

export async function action({ request }: ActionFunctionArgs) {
  const actor = await requireNewcomer(request)
  const parsed = parseForm(agreementsFormSchema, await readForm(request))
  if (!parsed.ok) return invalidForm(parsed.state)
  const saved = await saveRegistrationAnswer({
    actor,
    answer: { agreements: parsed.value },
    now: systemClock(),
  })
  throw redirect(saved.ok ? pathAfter(saved.value.next) : '/inscription')
}

export default function RegistrationAgreements() {
  const { isResumed, monthlySolicitations } = useLoaderData<typeof loader>()
  const answer = useActionData<typeof action>()
  const form = answer ?? emptyForm()
  return (
    <StepFrame
      step="agreements"
      form={form}
      isResumed={isResumed && !answer}
      lead="Cochez ce qui vous va. Rien n’est obligatoire, et vous pouvez changer d’avis."
      submitLabel="Créer mon compte"
    >
      <AgreementFields form={form} monthlySolicitations={monthlySolicitations} />
    </StepFrame>
  )
}
