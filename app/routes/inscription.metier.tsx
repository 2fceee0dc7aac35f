import { type ActionFunctionArgs, data, type LoaderFunctionArgs, redirect } from '@remix-run/node'
import { useActionData, useLoaderData } from '@remix-run/react'
import { OccupationFields } from '#app/components/registration/occupation-fields.tsx'
import { StepFrame } from '#app/components/registration/step-frame.tsx'
import { emptyForm } from '#app/components/ui/form-state.ts'
import type { Occupation } from '#app/domain/occupation.ts'
import { occupationFormSchema } from '#app/domain/registration.schema.ts'
import { type FormState, parseForm, readForm } from '#app/http/forms.server.ts'
import { pathAfter, requireNewcomer } from '#app/http/registration.server.ts'
import { formRefusal, privateHeaders } from '#app/http/respond.server.ts'
import { toOccupationChoice } from '#app/queries/occupation-choices.server.ts'
import { getRegistrationOccupation } from '#app/queries/registration-occupation.server.ts'
import { systemClock } from '#app/system/clock.server.ts'
import { answerRegistrationOccupation } from '#app/use-cases/answer-registration-occupation.server.ts'

export const meta = () => [{ title: 'Le travail que vous cherchez' }]
export const headers = privateHeaders

export async function loader({ request }: LoaderFunctionArgs) {
  const page = await getRegistrationOccupation(await requireNewcomer(request))
  if (!page) throw redirect('/inscription')
  return { ...page, isResumed: new URL(request.url).searchParams.has('reprise') }
}

export async function action({ request }: ActionFunctionArgs) {
  const actor = await requireNewcomer(request)
  const raw = await readForm(request)
  const again = (form: FormState, found: Occupation[] | null, status: number) =>
    data({ form, found: found?.map(toOccupationChoice) ?? null }, { status })
  const parsed = parseForm(occupationFormSchema, raw)
  if (!parsed.ok) return again(parsed.state, null, 422)
  const answered = await answerRegistrationOccupation({ actor, asked: parsed.value, now: systemClock() })
  if (!answered.ok) {
    if (answered.refusal.code === 'invalid_input')
      return again(formRefusal(answered.refusal, raw).data, null, 422)
    throw redirect('/inscription')
  }
  if ('next' in answered.value) throw redirect(pathAfter(answered.value.next))
  const form = emptyForm({ ...raw, searched: parsed.value.words, occupation: '' })
  return again(form, answered.value.occupations, 200)
}

export default function RegistrationOccupation() {
  const { values, choices, isResumed } = useLoaderData<typeof loader>()
  const answer = useActionData<typeof action>()
  const form = answer?.form ?? emptyForm(values)
  return (
    <StepFrame
      step="occupation"
      form={form}
      isResumed={isResumed && !answer}
      lead="Dites un travail. Vous pourrez en ajouter d’autres après."
    >
      <OccupationFields form={form} found={answer?.found ?? null} mostOffered={choices} />
    </StepFrame>
  )
}
