import { MeansField } from '#app/components/registration/means-field.tsx'
import { Field } from '#app/components/ui/field.tsx'
import { FieldsNote } from '#app/components/ui/fields-note.tsx'
import type { FormState } from '#app/components/ui/form-state.ts'
import { DEFAULT_LIMIT_KM } from '#app/domain/travel.ts'

/** How the person goes to work, and how far. */
export function TravelFields({ form }: { form: FormState }) {
  return (
    <>
      <FieldsNote />
      <MeansField name="travelMeans" form={form} />
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
        Vous ne savez pas ? Laissez vide : nous cherchons à {DEFAULT_LIMIT_KM} km. Les deux écrits : le plus
        court compte. 0&nbsp;km&nbsp;: votre commune seulement.
      </p>
    </>
  )
}
