import { FieldsNote } from '#app/components/ui/fields-note.tsx'
import type { FormState } from '#app/components/ui/form-state.ts'
import { RadioGroup } from '#app/components/ui/radio-group.tsx'
import { TRAVEL_MINUTES } from '#app/domain/registration.schema.ts'
import { MeansField } from './means-field.tsx'

const lasting = (minutes: string) => (minutes === '60' ? '1 heure' : `${minutes} minutes`)

/** How a person goes to work, and how long the way may be. */
export function WayFields({ form }: { form: FormState }) {
  return (
    <>
      <FieldsNote />
      <MeansField name="means" form={form} />
      <RadioGroup
        name="minutes"
        label="Le trajet dure au plus"
        form={form}
        look="inline"
        choices={TRAVEL_MINUTES.map((value) => ({ value, label: lasting(value) }))}
      />
    </>
  )
}
