import { type DecidingFacts, decidingFacts } from './offer-words.ts'

/** The three facts that decide, side by side. */
export function OfferFacts({ facts }: { facts: DecidingFacts }) {
  return (
    <div className="offer-facts-box">
      <dl className="offer-facts">
        {decidingFacts(facts).map(({ label, value }) => (
          <div key={label}>
            <dt>{label}</dt>
            <dd>{value}</dd>
          </div>
        ))}
      </dl>
    </div>
  )
}
