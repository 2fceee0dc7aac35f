import { CheckboxGroup } from '#app/components/ui/checkbox-group.tsx'
import type { Choice } from '#app/components/ui/choice-group.tsx'
import { errorsOf, type FormState, typedValues } from '#app/components/ui/form-state.ts'

type Props = {
  name: string
  title: string
  label: string
  form: FormState
  choices: Choice[]
  open?: boolean
}

/** More choices behind a title; open from the start when one of them is chosen or has to be put right. */
export function MoreChoices({ name, title, label, form, choices, open = false }: Props) {
  const isUsed = typedValues(form, name).length > 0 || errorsOf(form, name).length > 0
  return (
    <details className="details" open={open || isUsed}>
      <summary>{title}</summary>
      <CheckboxGroup name={name} label={label} form={form} choices={choices} look="boxed" optional />
    </details>
  )
}
