import { Field } from '#app/components/ui/field.tsx'
import { FieldsNote } from '#app/components/ui/fields-note.tsx'
import { type FormState, typedValue } from '#app/components/ui/form-state.ts'
import { RadioGroup } from '#app/components/ui/radio-group.tsx'
import { ANY_OCCUPATION } from '#app/domain/registration.schema.ts'

type Option = { value: string; label: string }
type Props = {
  form: FormState
  /** What answers to the words typed; null before any were looked for. */
  found: Option[] | null
  /** The occupations most offered here. */
  mostOffered: Option[]
}

const UNDECIDED = {
  value: ANY_OCCUPATION,
  label: 'Je ne sais pas encore',
  help: 'Nous vous montrons de tout.',
}

/** A work in one's own words, or picked from a list. */
export function OccupationPick({ form, found, mostOffered }: Props) {
  return (
    <>
      {found ? <FieldsNote /> : null}
      <Field
        name="words"
        label="Écrivez-le avec vos mots"
        help="Exemples : ménage, cuisine, vendanges"
        form={form}
        autoComplete="off"
        maxLength={200}
        optional
      />
      <input type="hidden" name="searched" value={typedValue(form, 'searched')} />
      <RadioGroup
        name="occupation"
        label={found ? 'Lequel ?' : 'Ou choisissez ici'}
        form={form}
        look="boxed"
        choices={[...(found ?? mostOffered), UNDECIDED]}
        optional={found === null}
      />
    </>
  )
}
