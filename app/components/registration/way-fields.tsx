import type { FormState } from '#app/components/ui/form-state.ts'
import { Icon, type IconName } from '#app/components/ui/icon.tsx'
import { RadioGroup } from '#app/components/ui/radio-group.tsx'
import { TRAVEL_MINUTES } from '#app/domain/registration.schema.ts'
import { TRAVEL_MEANS, TRAVEL_MEANS_LABELS, type TravelMeans } from '#app/domain/travel.ts'

const ICONS: Record<TravelMeans, IconName> = {
  foot: 'foot',
  bicycle: 'bicycle',
  moped: 'moped',
  car: 'car',
  public_transport: 'bus',
}
const upperFirst = (text: string) => text.slice(0, 1).toUpperCase() + text.slice(1)
const lasting = (minutes: string) => (minutes === '60' ? '1 heure' : `${minutes} minutes`)

/** How a person goes to work, and how long the way may be. */
export function WayFields({ form }: { form: FormState }) {
  return (
    <>
      <RadioGroup
        name="means"
        label="Je vais travailler"
        form={form}
        look="boxed"
        choices={TRAVEL_MEANS.map((value) => ({
          value,
          label: (
            <span className="with-icon">
              <Icon name={ICONS[value]} size={28} /> {upperFirst(TRAVEL_MEANS_LABELS[value])}
            </span>
          ),
        }))}
      />
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
