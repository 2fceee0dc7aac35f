import { Checkbox } from '#app/components/ui/checkbox.tsx'
import { Field } from '#app/components/ui/field.tsx'
import type { FormState } from '#app/components/ui/form-state.ts'

/** The name of whoever signs up, and the agreement without which there is no account. */
export function OwnNameFields({ form }: { form: FormState }) {
  return (
    <>
      <Field name="firstName" label="Votre prénom" form={form} autoComplete="given-name" maxLength={80} />
      <Field name="lastName" label="Votre nom" form={form} autoComplete="family-name" maxLength={80} />
      <Checkbox
        name="consent"
        form={form}
        label="J’accepte que mon nom et mon contact soient gardés pour mon compte."
        help={<a href="/confidentialite">Ce que nous en faisons, et comment les effacer</a>}
      />
    </>
  )
}
