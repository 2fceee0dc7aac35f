import { countOf, formatDate, formatDay } from '#app/components/ui/format.ts'
import { Notice } from '#app/components/ui/notice.tsx'
import type { OfferState } from '#app/domain/offer.ts'

type Props = {
  offer: {
    state: OfferState
    positions: number
    findings: unknown[]
    isOrganisationVerified: boolean
    publishedAt: string | null
    expiresAt: string | null
    closedAt: string | null
    daysLeft: number | null
    history: { action: string; reason: string | null }[]
  }
  hiredCount: number
}

const SOON_DAYS = 7

function nextStep({ findings, isOrganisationVerified }: Props['offer']): string {
  if (findings.length > 0)
    return 'Corrigez les passages de « À revoir avant de publier » pour être en ligne tout de suite. Sinon, une personne relira l’offre.'
  return isOrganisationVerified
    ? 'Relisez, puis publiez. L’offre sera en ligne tout de suite.'
    : 'Relisez, puis publiez. C’est la première offre de votre structure : une personne la lira avant.'
}

function onLine({ positions, daysLeft }: Props['offer'], hiredCount: number): string {
  if (hiredCount >= positions)
    return `${countOf(hiredCount, 'personne retenue', 'personnes retenues')} pour ${countOf(positions, 'place')}. C’est complet ? Fermez l’offre avec « Le poste est pourvu ».`
  if (daysLeft !== null && daysLeft <= SOON_DAYS) return 'Prolongez-la si vous cherchez encore.'
  return 'Tout le monde peut la voir et y répondre.'
}

/** Where an offer stands and what happens next, in a sentence or two. */
export function OfferStanding({ offer, hiredCount }: Props) {
  const { state, expiresAt, closedAt, history } = offer
  const last = [...history].reverse().find(({ reason }) => reason)
  const on = closedAt ? ` le ${formatDay(closedAt)}` : ''
  switch (state) {
    case 'draft':
      return last ? (
        <Notice tone="danger" title="À corriger, puis à publier de nouveau">
          <p>« {last.reason} »</p>
        </Notice>
      ) : (
        <Notice title="Brouillon : le public ne le voit pas">{nextStep(offer)}</Notice>
      )
    case 'in_review':
      return (
        <Notice title="En relecture">
          Une chargée de relations lit votre offre. Vous recevrez un message dès qu’elle est en ligne.
        </Notice>
      )
    case 'published':
      return (
        <Notice tone="ok" title={expiresAt ? `En ligne jusqu’au ${formatDate(expiresAt)}` : 'En ligne'}>
          {onLine(offer, hiredCount)}
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
