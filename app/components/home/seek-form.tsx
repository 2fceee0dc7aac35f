import { Button } from '#app/components/ui/button.tsx'
import { Icon } from '#app/components/ui/icon.tsx'
import { OFFER_KIND_LABELS, OFFER_KIND_SLUGS } from '#app/domain/offer.labels.ts'
import { OFFER_KINDS } from '#app/domain/offer.ts'

/** "Je cherche": what and where, nothing more. */
export function SeekForm() {
  return (
    <search>
      <form method="get" action="/offres" className="card roomy stack" aria-labelledby="je-cherche">
        <h2 id="je-cherche">Je cherche</h2>
        <fieldset className="field">
          <legend className="visually-hidden">Genre d’offre</legend>
          <div className="choices boxed">
            {OFFER_KINDS.map((kind) => (
              <label className="choice" key={kind}>
                <input type="checkbox" name="genre" value={OFFER_KIND_SLUGS[kind]} />
                <span className="with-icon">
                  <Icon name={kind} /> {OFFER_KIND_LABELS[kind]}
                </span>
              </label>
            ))}
          </div>
        </fieldset>
        <label className="field">
          <span className="label">Où habitez-vous ?</span>
          <input
            className="input"
            name="lieu"
            autoComplete="address-level2"
            maxLength={200}
            aria-describedby="aide-lieu"
          />
          <span className="help" id="aide-lieu">
            Une commune ou un code postal. Exemple : Laon
          </span>
        </label>
        <Button icon="search" wide>
          Voir les offres
        </Button>
      </form>
    </search>
  )
}
