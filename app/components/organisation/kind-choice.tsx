import { Icon } from '#app/components/ui/icon.tsx'
import { OFFER_KIND_LABELS, OFFER_KIND_SLUGS } from '#app/domain/offer.labels.ts'
import { OFFER_KINDS, type OfferKind } from '#app/domain/offer.ts'

const SAID: Record<OfferKind, string> = {
  job: 'Un CDI, un CDD, de l’intérim, un contrat aidé, un apprentissage.',
  clause: 'Des heures d’insertion prévues dans un marché public.',
  seasonal: 'Vendanges, récoltes, tourisme : un travail de quelques semaines.',
  volunteering: 'Une mission dans votre association, sans salaire.',
}

/** The four kinds of offer, each a link to its form. */
export function KindChoice() {
  return (
    <ul className="kind-choice">
      {OFFER_KINDS.map((kind) => (
        <li key={kind} className={`kind-tile kind-${kind}`}>
          <span className="kind-tile-figure">
            <Icon name={kind} size={28} />
          </span>
          <span>
            <a href={`/structure/offres/nouvelle?genre=${OFFER_KIND_SLUGS[kind]}`}>
              {OFFER_KIND_LABELS[kind]}
            </a>
            <span className="muted">{SAID[kind]}</span>
          </span>
        </li>
      ))}
    </ul>
  )
}
