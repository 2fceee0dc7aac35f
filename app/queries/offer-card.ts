import { travelMinutes } from '#app/domain/travel.ts'
import type { OfferHit } from '#search/port.ts'

/** A hit as its card shows it. Minutes are an estimate by car from the straight line. */
export function toOfferCard({ document, distanceKm }: OfferHit) {
  return {
    offerId: document.offerId,
    href: `/offres/${document.offerId}`,
    kind: document.kind,
    title: document.title,
    organisationName: document.organisationName,
    communeName: document.communeName,
    distanceKm,
    travel: distanceKm === null ? null : { minutes: travelMinutes(distanceKm, 'car'), means: 'car' as const },
    contract: document.contract,
    rhythm: document.rhythm,
    hoursPerWeek: document.hoursPerWeek,
    startsOn: document.startsOn,
    publishedAt: document.publishedAt,
  }
}
export type OfferCard = ReturnType<typeof toOfferCard>
