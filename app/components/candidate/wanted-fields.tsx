import { Checkbox } from '#app/components/ui/checkbox.tsx'
import { CheckboxGroup } from '#app/components/ui/checkbox-group.tsx'
import { type FormState, typedValue, typedValues } from '#app/components/ui/form-state.ts'
import { Select } from '#app/components/ui/select.tsx'
import { CONTRACT_LABELS } from '#app/domain/offer.labels.ts'
import { CONTRACTS, EXPERIENCE_LEVELS, OFFER_KINDS } from '#app/domain/offer.ts'
import { KIND_CHOICES, OWN_EXPERIENCE_LABELS } from '#app/domain/profile.labels.ts'

const RANKS = [
  { rank: 1, label: 'Le métier que vous voulez le plus' },
  { rank: 2, label: 'Un deuxième métier' },
  { rank: 3, label: 'Un troisième métier' },
]
const EXPERIENCES = EXPERIENCE_LEVELS.map((value) => ({ value, label: OWN_EXPERIENCE_LABELS[value] }))

type Props = { form: FormState; occupations: { value: string; label: string }[] }

/** Kinds of offers, occupations by rank with the experience had, contracts. */
export function WantedFields({ form, occupations }: Props) {
  const contracts = typedValues(form, 'contracts')
  return (
    <div className="stack">
      <CheckboxGroup
        name="kinds"
        label="Vous cherchez"
        form={form}
        look="boxed"
        choices={OFFER_KINDS.map((value) => ({ value, ...KIND_CHOICES[value] }))}
      />
      {RANKS.map(({ rank, label }) => (
        <div className="project-row" key={rank}>
          <Select
            name={`project${rank}`}
            label={label}
            form={form}
            options={occupations}
            placeholder="Aucun"
            optional={rank > 1}
          />
          <Select
            name={`experience${rank}`}
            label={
              <>
                Votre expérience<span className="visually-hidden"> pour ce métier</span>
              </>
            }
            form={form}
            options={EXPERIENCES}
          />
        </div>
      ))}
      <Checkbox
        name="isOpenToAnyOccupation"
        label="Je regarde aussi les autres métiers"
        form={form}
        defaultChecked={typedValue(form, 'isOpenToAnyOccupation') === 'on'}
      />
      <details className="details" open={contracts.length > 0}>
        <summary>Les contrats que je préfère</summary>
        <CheckboxGroup
          name="contracts"
          label="Contrats"
          help="Rien de coché : tous vous vont."
          form={form}
          choices={CONTRACTS.map((value) => ({ value, label: CONTRACT_LABELS[value] }))}
        />
      </details>
    </div>
  )
}
