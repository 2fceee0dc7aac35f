import { KindBadge } from '#app/components/offer/kind-badge.tsx'
import { DefinitionList } from '#app/components/ui/definition-list.tsx'
import { formatDay } from '#app/components/ui/format.ts'
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

/** The offer an officer decides about, short, its whole text on request. */
export function OfferSummary({ offer }: { offer: SummarisedOffer }) {
  return (
    <div className="card stack">
      <KindBadge kind={offer.kind} />
      <DefinitionList
        items={[
          { term: 'Structure', value: offer.organisationName ?? 'Offre importée' },
          { term: 'Commune', value: offer.communeName },
          { term: 'Postes', value: offer.positions },
          { term: 'Début', value: offer.startsOn ? formatDay(offer.startsOn) : 'dès que possible' },
          { term: 'Permis et certificats', value: offer.licences.join(', ') },
          { term: 'Savoir-faire', value: offer.skills.join(', ') },
          { term: 'Réponses', value: offer.applicationCount },
        ]}
      />
      <details className="details">
        <summary>Lire le texte de l’offre</summary>
        <p className="prose">{offer.description}</p>
      </details>
    </div>
  )
}
