import { Field } from '#app/components/ui/field.tsx'
import { type FormState, typedValue } from '#app/components/ui/form-state.ts'
import { RadioGroup } from '#app/components/ui/radio-group.tsx'

type Props = { form: FormState; communes: string[]; choices: { value: string; label: string }[] }

/** A commune typed as text; when several answer to it, the one to pick. */
export function CommuneField({ form, communes, choices }: Props) {
  return (
    <>
      <Field
        name="commune"
        label="Commune"
        help="Son nom ou son code postal. Exemple : Laon, ou 02000."
        list="communes"
        autoComplete="off"
        form={form}
      />
      <datalist id="communes">
        {communes.map((commune) => (
          <option key={commune} value={commune} />
        ))}
      </datalist>
      {choices.length > 0 ? (
        <RadioGroup name="communeCode" label="Laquelle ?" choices={choices} look="boxed" form={form} />
      ) : (
        <input type="hidden" name="communeCode" value={typedValue(form, 'communeCode')} />
      )}
    </>
  )
}
