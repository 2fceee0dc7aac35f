import { CheckboxGroup } from '#app/components/ui/checkbox-group.tsx'
import { Field } from '#app/components/ui/field.tsx'
import { LabelNote } from '#app/components/ui/field-frame.tsx'
import { type FormState, typedValues } from '#app/components/ui/form-state.ts'
import { OTHER_LANGUAGES, USUAL_LANGUAGES } from '#app/domain/language.ts'

const toChoices = (names: readonly string[]) =>
  names.map((value) => ({ value, label: value.slice(0, 1).toUpperCase() + value.slice(1) }))

/** The languages spoken, those most spoken here first, and any other in one's own words. */
export function LanguageFields({ form }: { form: FormState }) {
  const chosen = typedValues(form, 'languages')
  return (
    <>
      <CheckboxGroup
        name="languages"
        label="Je parle"
        form={form}
        choices={toChoices(USUAL_LANGUAGES)}
        look="boxed"
        optional
      />
      <details className="details" open={OTHER_LANGUAGES.some((one) => chosen.includes(one))}>
        <summary>D’autres langues</summary>
        <fieldset className="field">
          <legend className="label">
            Je parle aussi
            <LabelNote optional />
          </legend>
          <div className="choices boxed">
            {toChoices(OTHER_LANGUAGES).map(({ value, label }) => (
              <label className="choice" key={value}>
                <input
                  type="checkbox"
                  name="languages"
                  value={value}
                  defaultChecked={chosen.includes(value)}
                />
                <span>{label}</span>
              </label>
            ))}
          </div>
        </fieldset>
      </details>
      <Field
        name="otherLanguages"
        label="Une autre langue"
        help="Plusieurs ? Mettez une virgule entre elles."
        form={form}
        autoComplete="off"
        maxLength={120}
        optional
      />
    </>
  )
}
