import type { FormState } from '#app/components/ui/form-state.ts'
import { Icon, type IconName } from '#app/components/ui/icon.tsx'
import { RadioGroup } from '#app/components/ui/radio-group.tsx'
import { TRAVEL_MEANS, TRAVEL_MEANS_LABELS, type TravelMeans } from '#app/domain/travel.ts'

const ICONS: Record<TravelMeans, IconName> = {
  foot: 'foot',
  bicycle: 'bicycle',
  moped: 'moped',
  car: 'car',
  public_transport: 'bus',
}
const upperFirst = (text: string) => text.slice(0, 1).toUpperCase() + text.slice(1)

/** How a person goes to work, in words and pictures. */
export function MeansField({ name, form }: { name: string; form: FormState }) {
  return (
    <RadioGroup
      name={name}
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
  )
}
