import { Button } from '#app/components/ui/button.tsx'
import { ErrorSummary } from '#app/components/ui/error-summary.tsx'
import { Field } from '#app/components/ui/field.tsx'
import { FieldsNote } from '#app/components/ui/fields-note.tsx'
import type { FormState } from '#app/components/ui/form-state.ts'
import { RadioGroup } from '#app/components/ui/radio-group.tsx'

type Props = {
  form: FormState
  roleLabel: string
  roles: { value: string; label: string; help?: string }[]
}

/** Somebody to invite: a contact and a place. */
export function InviteForm({ form, roleLabel, roles }: Props) {
  return (
    <form method="post" className="form" noValidate>
      <ErrorSummary form={form} />
      <FieldsNote />
      <input type="hidden" name="intent" value="invite" />
      <Field
        name="contact"
        label="Son e-mail ou son numéro de portable"
        help="Nous lui envoyons un lien. Il vaut 14 jours."
        form={form}
        autoComplete="off"
        spellCheck={false}
        maxLength={200}
      />
      <RadioGroup name="role" label={roleLabel} choices={roles} look="boxed" form={form} />
      <Button>Envoyer l’invitation</Button>
    </form>
  )
}
