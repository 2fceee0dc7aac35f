import { formatDate, formatDay } from '#app/components/ui/format.ts'
import { Notice } from '#app/components/ui/notice.tsx'
import type { OfferState } from '#app/domain/offer.ts'

type Props = {
  offer: {
    state: OfferState
    isOrganisationVerified: boolean
    publishedAt: string | null
    expiresAt: string | null
    closedAt: string | null
    daysLeft: number | null
    history: { action: string; reason: string | null }[]
  }
}

const SOON_DAYS = 7

/** Where an offer stands and what happens next, in a sentence or two. */
export function OfferStanding({ offer }: Props) {
  const { state, expiresAt, closedAt, daysLeft, history } = offer
  const last = [...history].reverse().find(({ reason }) => reason)
  const on = closedAt ? ` le ${formatDay(closedAt)}` : ''
  switch (state) {
    case 'draft':
      return last ? (
        <Notice tone="danger" title="À corriger, puis à publier de nouveau">
          <p>« {last.reason} »</p>
        </Notice>
      ) : (
        <Notice title="Brouillon : vous seul·e le voyez">
          {offer.isOrganisationVerified
            ? 'Relisez, puis publiez. L’offre sera en ligne tout de suite.'
            : 'Relisez, puis publiez. C’est la première offre de votre structure : une personne la lira avant.'}
        </Notice>
      )
    case 'in_review':
      return (
        <Notice title="En relecture">
          Une chargée de relations lit votre offre. Vous recevrez un message dès qu’elle est en ligne.
        </Notice>
      )
    case 'published':
      return (
        <Notice tone="ok" title="En ligne">
          {expiresAt
            ? `Jusqu’au ${formatDate(expiresAt)}.${daysLeft !== null && daysLeft <= SOON_DAYS ? ' Prolongez-la si vous cherchez encore.' : ''}`
            : 'Tout le monde peut la voir.'}
        </Notice>
      )
    case 'suspended':
      return <Notice title="En pause">Personne ne voit l’offre et personne ne peut postuler.</Notice>
    case 'filled':
      return (
        <Notice tone="ok" title={`Pourvue${on}`}>
          L’offre est fermée.
        </Notice>
      )
    case 'expired':
      return <Notice title={`Arrivée à sa fin${on}`}>Prolongez-la si vous cherchez encore.</Notice>
    case 'withdrawn':
      return <Notice title={`Retirée${on}`}>Elle n’est plus montrée. Vous pouvez la copier.</Notice>
    case 'refused':
      return (
        <Notice tone="danger" title={`Refusée${on}`}>
          <p>{last ? `« ${last.reason} »` : 'Appelez-nous : nous vous dirons pourquoi.'}</p>
        </Notice>
      )
  }
}
