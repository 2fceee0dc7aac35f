import { DEFAULT_MEANS } from '#app/domain/offer-search.ts'
import { type TravelMeans, travelMinutes } from '#app/domain/travel.ts'
import type { OfferHit } from '#search/port.ts'

/** A hit as its card shows it. Minutes are an estimate from the straight line, by these means. */
export function toOfferCard({ document, distanceKm }: OfferHit, means: TravelMeans = DEFAULT_MEANS) {
  return {
    offerId: document.offerId,
    href: `/offres/${document.offerId}`,
    kind: document.kind,
    title: document.title,
    organisationName: document.organisationName,
    communeName: document.communeName,
    distanceKm,
    travel: distanceKm === null ? null : { minutes: travelMinutes(distanceKm, means), means },
    contract: document.contract,
    rhythm: document.rhythm,
    hoursPerWeek: document.hoursPerWeek,
    startsOn: document.startsOn,
    publishedAt: document.publishedAt,
  }
}
export type OfferCard = ReturnType<typeof toOfferCard>
