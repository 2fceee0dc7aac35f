import { CheckboxGroup } from '#app/components/ui/checkbox-group.tsx'
import { Field } from '#app/components/ui/field.tsx'
import { type FormState, typedValue } from '#app/components/ui/form-state.ts'
import { Icon } from '#app/components/ui/icon.tsx'
import { RadioGroup } from '#app/components/ui/radio-group.tsx'
import { OPT_IN_KIND_CHOICES } from '#app/domain/registration.labels.ts'
import { ANY_OCCUPATION } from '#app/domain/registration.schema.ts'
import { OPT_IN_KINDS } from '#app/domain/registration.ts'

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

/** A work in one's own words or picked from a list, and the other kinds of offers. */
export function OccupationFields({ form, found, mostOffered }: Props) {
  return (
    <>
      <Field
        name="words"
        label="Écrivez-le avec vos mots"
        help="Exemples : ménage, cuisine, vendanges"
        form={form}
        autoComplete="off"
        maxLength={200}
      />
      <input type="hidden" name="searched" value={typedValue(form, 'searched')} />
      <RadioGroup
        name="occupation"
        label={found ? 'Lequel ?' : 'Ou choisissez ici'}
        form={form}
        look="boxed"
        choices={[...(found ?? mostOffered), UNDECIDED]}
      />
      <CheckboxGroup
        name="kinds"
        label="Et aussi"
        form={form}
        look="boxed"
        optional
        choices={OPT_IN_KINDS.map((value) => ({
          value,
          help: OPT_IN_KIND_CHOICES[value].help,
          label: (
            <span className="with-icon">
              <Icon name={value} /> {OPT_IN_KIND_CHOICES[value].label}
            </span>
          ),
        }))}
      />
    </>
  )
}
