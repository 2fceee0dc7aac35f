import { DateField } from '#app/components/ui/date-field.tsx'
import { type FormState, typedValues } from '#app/components/ui/form-state.ts'
import { SlotGrid } from '#app/components/ui/slot-grid.tsx'

/** From when, and on which days and moments. */
export function AvailabilityFields({ form }: { form: FormState }) {
  return (
    <div className="stack">
      <DateField
        name="availableFrom"
        label="Libre à partir du"
        help="Rien d’écrit : tout de suite."
        form={form}
        optional
      />
      <details className="details" open={typedValues(form, 'slots').length > 0}>
        <summary>Mes jours et mes heures</summary>
        <SlotGrid
          name="slots"
          label="Je peux travailler"
          help="Rien de coché : tous les moments vous vont."
          form={form}
        />
      </details>
    </div>
  )
}
