import { Field } from '#app/components/ui/field.tsx'
import type { FormState } from '#app/components/ui/form-state.ts'
import { RadioGroup } from '#app/components/ui/radio-group.tsx'
import { DEFAULT_LIMIT_KM, TRAVEL_MEANS, TRAVEL_MEANS_LABELS } from '#app/domain/travel.ts'

const LIST = 'communes-connues'
const upperFirst = (text: string) => text.slice(0, 1).toUpperCase() + text.slice(1)

/** The commune, how the person goes to work, and how far. */
export function TravelFields({ form, communes }: { form: FormState; communes: string[] }) {
  return (
    <div className="stack">
      <Field
        name="commune"
        label="Votre commune"
        help="Son nom, et son code postal si vous le connaissez. Exemple : Laon 02000"
        form={form}
        list={LIST}
        autoComplete="off"
        maxLength={120}
      />
      <datalist id={LIST}>
        {communes.map((commune) => (
          <option key={commune} value={commune} />
        ))}
      </datalist>
      <RadioGroup
        name="travelMeans"
        label="Comment allez-vous travailler ?"
        form={form}
        look="inline"
        choices={TRAVEL_MEANS.map((value) => ({ value, label: upperFirst(TRAVEL_MEANS_LABELS[value]) }))}
      />
      <div className="halves">
        <Field
          name="travelMaxKm"
          label="Jusqu’à combien de kilomètres ?"
          form={form}
          width="tiny"
          suffix="km"
          inputMode="decimal"
          optional
        />
        <Field
          name="travelMaxMinutes"
          label="Et combien de minutes de trajet ?"
          form={form}
          width="tiny"
          suffix="minutes"
          inputMode="numeric"
          optional
        />
      </div>
      <p className="small muted">
        Rien d’écrit : nous cherchons à {DEFAULT_LIMIT_KM} km. Les deux écrits : le plus court compte.
        0&nbsp;km&nbsp;: votre commune seulement.
      </p>
    </div>
  )
}
