import { KindBadge } from '#app/components/offer/kind-badge.tsx'
import { countOf, formatDate } from '#app/components/ui/format.ts'
import type { OfferKind } from '#app/domain/offer.ts'

export type SummarisedOffer = {
  kind: OfferKind
  organisationName: string | null
  communeName: string
  positions: number
  startsOn: string | null
  licences: string[]
  skills: string[]
  applicationCount: number
  description: string
}

/** The offer an officer decides about, in three lines; its whole text on request. */
export function OfferSummary({ offer }: { offer: SummarisedOffer }) {
  const wanted = [...offer.licences, ...offer.skills]
  return (
    <div className="card stack-tight">
      <p className="cluster">
        <KindBadge kind={offer.kind} />
        <strong>{offer.organisationName ?? 'Offre importée'}</strong> {offer.communeName}
      </p>
      <p>
        {countOf(offer.positions, 'place')}, début{' '}
        {offer.startsOn ? `le ${formatDate(offer.startsOn)}` : 'dès que possible'},{' '}
        {countOf(offer.applicationCount, 'réponse')}.
      </p>
      {wanted.length > 0 ? <p>Demandé : {wanted.join(', ')}.</p> : null}
      <details className="details">
        <summary>Lire le texte de l’offre</summary>
        <p className="prose">{offer.description}</p>
      </details>
    </div>
  )
}
