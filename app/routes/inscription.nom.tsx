import { type ActionFunctionArgs, type LoaderFunctionArgs, redirect } from '@remix-run/node'
import { useActionData, useLoaderData } from '@remix-run/react'
import { OrganisationDoor } from '#app/components/registration/organisation-door.tsx'
import { StepFrame } from '#app/components/registration/step-frame.tsx'
import { Field } from '#app/components/ui/field.tsx'
import { FieldsNote } from '#app/components/ui/fields-note.tsx'
import { emptyForm } from '#app/components/ui/form-state.ts'
import { nameFormSchema } from '#app/domain/registration.schema.ts'
import { parseForm, readForm } from '#app/http/forms.server.ts'
import { pathAfter, requireNewcomer } from '#app/http/registration.server.ts'
import { invalidForm, privateHeaders } from '#app/http/respond.server.ts'
import { getRegistrationAnswers } from '#app/queries/registration.server.ts'
import { systemClock } from '#app/system/clock.server.ts'
import { saveRegistrationAnswer } from '#app/use-cases/save-registration-answer.server.ts'

export const meta = () => [{ title: 'Votre nom' }]
export const headers = privateHeaders

export async function loader({ request }: LoaderFunctionArgs) {
  const { name } = await getRegistrationAnswers(await requireNewcomer(request))
  return { values: { ...name } }
}

export async function action({ request }: ActionFunctionArgs) {
  const actor = await requireNewcomer(request)
  const parsed = parseForm(nameFormSchema, await readForm(request))
  if (!parsed.ok) return invalidForm(parsed.state)
  const saved = await saveRegistrationAnswer({ actor, answer: { name: parsed.value }, now: systemClock() })
  throw redirect(saved.ok ? pathAfter(saved.value.next) : '/inscription')
}

export default function RegistrationName() {
  const { values } = useLoaderData<typeof loader>()
  const form = useActionData<typeof action>() ?? emptyForm(values)
  return (
    <StepFrame
      step="name"
      form={form}
      after={<OrganisationDoor href="/inscription/structure" />}
      lead="Votre nom entier n’est jamais montré sans votre accord."
    >
      <FieldsNote />
      <Field name="firstName" label="Prénom" form={form} autoComplete="given-name" maxLength={200} />
      <Field name="lastName" label="Nom de famille" form={form} autoComplete="family-name" maxLength={200} />
    </StepFrame>
  )
}
