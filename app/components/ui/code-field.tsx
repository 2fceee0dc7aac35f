import { Field } from './field.tsx'
import type { FormState } from './form-state.ts'

/** Six digits that were sent to somebody. */
export function CodeField({ form }: { form: FormState }) {
  return (
    <Field
      name="code"
      label="Les six chiffres"
      help="Ils marchent 10 minutes, une seule fois. Vous avez cinq essais."
      form={form}
      width="short"
      inputMode="numeric"
      autoComplete="one-time-code"
      maxLength={12}
    />
  )
}
