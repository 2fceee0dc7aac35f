import type { OfferCardRow } from '#app/db/offer-cards.server.ts'
import { type TravelMeans, travelMinutes } from '#app/domain/travel.ts'
import { contractOf, rhythmOf } from '#search/offer-document.ts'

/** An offer read from the database as its card shows it. Minutes are an estimate from the straight line. */
export function toNamedOfferCard(
  { offer, organisationName, communeName }: Omit<OfferCardRow, 'labels'>,
  from: { distanceKm: number; means: TravelMeans } | null,
) {
  const distanceKm = from && Number.isFinite(from.distanceKm) ? from.distanceKm : null
  return {
    offerId: offer.id,
    href: `/offres/${offer.id}`,
    kind: offer.details.kind,
    reservedFor: offer.details.kind === 'clause' ? offer.details.eligiblePublics : [],
    title: offer.title,
    organisationName,
    communeName,
    distanceKm,
    travel:
      from && distanceKm !== null
        ? { minutes: travelMinutes(distanceKm, from.means), means: from.means }
        : null,
    contract: contractOf(offer.details),
    rhythm: rhythmOf(offer.details),
    hoursPerWeek: offer.hoursPerWeek,
    startsOn: offer.startsOn,
    publishedAt: offer.publishedAt?.toISOString() ?? null,
  }
}
export type NamedOfferCard = ReturnType<typeof toNamedOfferCard>
