import { type ActionFunctionArgs, data, type LoaderFunctionArgs, redirect } from '@remix-run/node'
import { useActionData, useLoaderData } from '@remix-run/react'
import { StepFrame } from '#app/components/registration/step-frame.tsx'
import { Field } from '#app/components/ui/field.tsx'
import { emptyForm } from '#app/components/ui/form-state.ts'
import { RadioGroup } from '#app/components/ui/radio-group.tsx'
import type { Commune } from '#app/domain/commune.ts'
import { communeFormSchema } from '#app/domain/registration.schema.ts'
import { type FormState, parseForm, readForm } from '#app/http/forms.server.ts'
import { pathAfter, requireNewcomer } from '#app/http/registration.server.ts'
import { formRefusal, privateHeaders } from '#app/http/respond.server.ts'
import { communeText, getRegistrationCommune } from '#app/queries/registration-commune.server.ts'
import { systemClock } from '#app/system/clock.server.ts'
import { answerRegistrationCommune } from '#app/use-cases/answer-registration-commune.server.ts'

export const meta = () => [{ title: 'Votre commune' }]
export const headers = privateHeaders

export async function loader({ request }: LoaderFunctionArgs) {
  const page = await getRegistrationCommune(await requireNewcomer(request))
  if (!page) throw redirect('/inscription')
  return { ...page, isResumed: new URL(request.url).searchParams.has('reprise') }
}

export async function action({ request }: ActionFunctionArgs) {
  const actor = await requireNewcomer(request)
  const raw = await readForm(request)
  const again = (form: FormState, choices: Commune[], status: number) =>
    data(
      { form, choices: choices.map((one) => ({ value: one.inseeCode, label: communeText(one) })) },
      { status },
    )
  const parsed = parseForm(communeFormSchema, raw)
  if (!parsed.ok) return again(parsed.state, [], 422)
  const { commune: typed, communeCode: chosenCode } = parsed.value
  const place = { typed, chosenCode }
  const answered = await answerRegistrationCommune({ actor, place, now: systemClock() })
  if (!answered.ok) {
    if (answered.refusal.code === 'invalid_input')
      return again(formRefusal(answered.refusal, raw).data, [], 422)
    throw redirect('/inscription')
  }
  if ('next' in answered.value) throw redirect(pathAfter(answered.value.next))
  return again(emptyForm(raw), answered.value.communes, 200)
}

export default function RegistrationCommune() {
  const { values, communes, isResumed } = useLoaderData<typeof loader>()
  const answer = useActionData<typeof action>()
  const form = answer?.form ?? emptyForm(values)
  const choices = answer?.choices ?? []
  return (
    <StepFrame
      step="commune"
      form={form}
      isResumed={isResumed && !answer}
      lead="Nous cherchons près de chez vous. Votre adresse n’est pas demandée."
    >
      <Field
        name="commune"
        label="Votre commune"
        help="Son nom ou son code postal. Exemple : Laon, ou 02000"
        form={form}
        list="communes"
        autoComplete="off"
        maxLength={200}
      />
      <datalist id="communes">
        {communes.map((commune) => (
          <option key={commune} value={commune} />
        ))}
      </datalist>
      {choices.length > 0 ? (
        <RadioGroup
          name="communeCode"
          label="Laquelle ?"
          help="Plusieurs communes répondent. Choisissez la vôtre."
          choices={choices}
          look="boxed"
          form={form}
        />
      ) : null}
    </StepFrame>
  )
}
