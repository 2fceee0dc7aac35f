import { Button } from '#app/components/ui/button.tsx'
import { Icon } from '#app/components/ui/icon.tsx'
import { CONTRACT_LABELS, OFFER_KIND_LABELS, OFFER_KIND_SLUGS } from '#app/domain/offer.labels.ts'
import { CONTRACTS, type Contract, OFFER_KINDS, type OfferKind } from '#app/domain/offer.ts'
import { type AskedOffers, RADII_KM } from '#app/domain/offer-search.ts'

type Props = {
  asked: AskedOffers
  facets: { kinds: Record<OfferKind, number>; contracts: Record<Contract, number> }
  occupations: { code: string; label: string; count: number }[]
}

const counted = (count: number) => (count >= 1000 ? '1 000 et plus' : String(count))

/** The search and its filters: one GET form, whole without scripts. Each filter says how many offers it holds. */
export function SearchForm({ asked, facets, occupations }: Props) {
  const contracts = CONTRACTS.filter(
    (contract) => facets.contracts[contract] > 0 || asked.contracts.includes(contract),
  )
  const isNarrowed = asked.contracts.length > 0 || asked.startsBy !== null || asked.occupationCode !== null
  return (
    <search>
      <form method="get" action="/offres" className="stack" aria-label="Chercher une offre">
        <div className="search-bar">
          <label className="field">
            <span className="label">Que cherchez-vous ?</span>
            <input type="search" className="input" name="q" defaultValue={asked.text} maxLength={200} />
          </label>
          <label className="field">
            <span className="label">Où ?</span>
            <input
              className="input"
              name="lieu"
              defaultValue={asked.place}
              maxLength={200}
              autoComplete="address-level2"
              aria-describedby="aide-lieu"
            />
            <span className="help" id="aide-lieu">
              Une commune ou un code postal
            </span>
          </label>
          <label className="field">
            <span className="label">Jusqu’à</span>
            <select className="input" name="rayon" defaultValue={asked.radiusKm}>
              {RADII_KM.map((km) => (
                <option key={km} value={km}>
                  {km} km
                </option>
              ))}
            </select>
          </label>
          <Button icon="search">Chercher</Button>
        </div>
        <fieldset className="field">
          <legend className="label">Genre d’offre</legend>
          <div className="choices inline">
            {OFFER_KINDS.map((kind) => (
              <label className="choice" key={kind}>
                <input
                  type="checkbox"
                  name="genre"
                  value={OFFER_KIND_SLUGS[kind]}
                  defaultChecked={asked.kinds.includes(kind)}
                />
                <span className="with-icon">
                  <Icon name={kind} /> {OFFER_KIND_LABELS[kind]}{' '}
                  <span className="choice-count">({counted(facets.kinds[kind])})</span>
                </span>
              </label>
            ))}
          </div>
        </fieldset>
        <details className="details" open={isNarrowed}>
          <summary>Plus de filtres</summary>
          <div className="stack">
            <label className="field">
              <span className="label">Métier</span>
              <select className="input" name="metier" defaultValue={asked.occupationCode ?? ''}>
                <option value="">Tous les métiers</option>
                {occupations.map(({ code, label, count }) => (
                  <option key={code} value={code}>
                    {label} ({counted(count)})
                  </option>
                ))}
              </select>
            </label>
            <fieldset className="field">
              <legend className="label">Contrat</legend>
              <div className="choices inline">
                {contracts.map((contract) => (
                  <label className="choice" key={contract}>
                    <input
                      type="checkbox"
                      name="contrat"
                      value={contract}
                      defaultChecked={asked.contracts.includes(contract)}
                    />
                    <span>
                      {CONTRACT_LABELS[contract]}{' '}
                      <span className="choice-count">({counted(facets.contracts[contract])})</span>
                    </span>
                  </label>
                ))}
              </div>
            </fieldset>
            <label className="field">
              <span className="label">Commence au plus tard le</span>
              <input type="date" className="input" name="debut" defaultValue={asked.startsBy ?? ''} />
            </label>
            <label className="field">
              <span className="label">Classer par</span>
              <select className="input" name="tri" defaultValue={asked.sort}>
                <option value="pertinence">Ce qui répond le mieux</option>
                <option value="distance">Le plus près</option>
                <option value="date">Le plus récent</option>
              </select>
            </label>
            <Button look="secondary">Appliquer</Button>
          </div>
        </details>
      </form>
    </search>
  )
}
