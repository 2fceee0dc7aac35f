import { kindChoices } from '#app/components/offer/kind-choices.tsx'
import { Button } from '#app/components/ui/button.tsx'
import { CheckboxGroup } from '#app/components/ui/checkbox-group.tsx'
import { DateField } from '#app/components/ui/date-field.tsx'
import { Field } from '#app/components/ui/field.tsx'
import { Select } from '#app/components/ui/select.tsx'
import { CONTRACT_LABELS, OFFER_KIND_SLUGS } from '#app/domain/offer.labels.ts'
import { CONTRACTS, type Contract, type OfferKind } from '#app/domain/offer.ts'
import {
  type AskedOffers,
  RADII_KM,
  REACHES_MINUTES,
  reachSlug,
  TRAVEL_MEANS_SLUGS,
} from '#app/domain/offer-search.ts'
import { TRAVEL_MEANS, TRAVEL_MEANS_LABELS } from '#app/domain/travel.ts'

type Props = {
  asked: AskedOffers
  facets: { kinds: Record<OfferKind, number>; contracts: Record<Contract, number> }
  occupations: { code: string; label: string; count: number }[]
}

const SORTS = [
  { value: 'pertinence', label: 'Ce qui répond le mieux' },
  { value: 'distance', label: 'Le plus près' },
  { value: 'date', label: 'Le plus récent' },
]

const REACHES = [
  ...RADII_KM.map((km) => ({ value: String(km), label: `${km} km` })),
  ...REACHES_MINUTES.map((minutes) => ({ value: `${minutes}min`, label: `${minutes} minutes` })),
]
const MEANS = TRAVEL_MEANS.map((means) => ({
  value: TRAVEL_MEANS_SLUGS[means],
  label: TRAVEL_MEANS_LABELS[means],
}))

/** Contract, occupation, start and order: what fewer people ask for, folded until one of them is used. */
function MoreFilters({ asked, facets, occupations }: Props) {
  const contracts = CONTRACTS.filter(
    (contract) => facets.contracts[contract] > 0 || asked.contracts.includes(contract),
  )
  const isNarrowed =
    asked.contracts.length > 0 ||
    asked.startsBy !== null ||
    asked.occupationCode !== null ||
    asked.sort !== 'pertinence'
  return (
    <details className="details" open={isNarrowed}>
      <summary>Plus de filtres</summary>
      <div className="stack">
        <Select
          name="metier"
          label="Métier"
          placeholder="Tous les métiers"
          defaultValue={asked.occupationCode ?? ''}
          options={occupations.map(({ code, label, count }) => ({
            value: code,
            label: `${label} (${count})`,
          }))}
        />
        <CheckboxGroup
          name="contrat"
          label="Contrat"
          look="inline"
          defaultValues={asked.contracts}
          choices={contracts.map((contract) => ({
            value: contract,
            label: CONTRACT_LABELS[contract],
            count: facets.contracts[contract],
          }))}
        />
        <DateField name="debut" label="Commence au plus tard le" defaultValue={asked.startsBy ?? ''} />
        <Select name="tri" label="Classer par" defaultValue={asked.sort} options={SORTS} />
        <Button look="secondary">Appliquer</Button>
      </div>
    </details>
  )
}

/** The search and its filters: one GET form, whole without scripts. Each filter says how many offers it holds. */
export function SearchForm(props: Props) {
  const { asked, facets } = props
  return (
    <search>
      <form method="get" action="/offres" className="stack" aria-label="Chercher une offre">
        <div className="search-bar">
          <Field
            name="q"
            type="search"
            label="Quoi ?"
            help="Un métier, un mot"
            defaultValue={asked.text}
            maxLength={200}
          />
          <Field
            name="lieu"
            label="Où ?"
            help="Une commune, un code postal"
            defaultValue={asked.place}
            autoComplete="address-level2"
            communeCode="commune"
            maxLength={200}
          />
          <Select
            name="rayon"
            label="Jusqu’à"
            help="Des kilomètres ou des minutes"
            defaultValue={reachSlug(asked)}
            options={REACHES}
          />
          <Select
            name="moyen"
            label="Comment ?"
            help="Pour compter le temps"
            defaultValue={TRAVEL_MEANS_SLUGS[asked.means]}
            options={MEANS}
          />
          <Button icon="search">Chercher</Button>
        </div>
        <CheckboxGroup
          name="genre"
          label="Genre d’offre"
          look="inline"
          choices={kindChoices(facets.kinds)}
          defaultValues={asked.kinds.map((kind) => OFFER_KIND_SLUGS[kind])}
        />
        <MoreFilters {...props} />
      </form>
    </search>
  )
}
