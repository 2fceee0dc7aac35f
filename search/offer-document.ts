import { CONTRACT_LABELS, OFFER_KIND_LABELS } from '#app/domain/offer.labels.ts'
import type { Contract, Offer, OfferDetails, OfferKind } from '#app/domain/offer.ts'

/**
 * What the search engines hold of a published offer, and all that the list and the map show of it. Public: no contact,
 * no address, no person's name. Dates are ISO days in Europe/Paris, instants ISO texts in UTC, positions decimal degrees.
 * `words` and `more` are searched, not shown.
 */
export type OfferDocument = {
  offerId: string
  version: number
  kind: OfferKind
  title: string
  description: string
  organisationName: string | null
  communeCode: string
  communeName: string
  latitude: number | null
  longitude: number | null
  occupationCode: string | null
  occupationLabel: string | null
  occupationWords: string[]
  labels: string[]
  more: string
  contract: Contract | null
  /** The season of seasonal work, the time asked of a mission; null otherwise. */
  rhythm: string | null
  startsOn: string | null
  endsOn: string | null
  positions: number
  hoursPerWeek: number | null
  pay: string | null
  isReachableByTransit: boolean
  hasCollectivePickup: boolean
  hasLodging: boolean
  isDisabilityFriendly: boolean
  publishedAt: string
  expiresAt: string | null
}

/** What an offer is indexed with besides itself: the names behind its codes. */
export type OfferSurroundings = {
  organisationName: string | null
  communeName: string
  occupation: {
    label: string
    plainLabel: string
    synonyms: string[]
    parentCode: string
    domainCode: string
    appellations?: string[]
  } | null
}

/** The part of an offer that its document is made of. */
export type OfferToIndex = Pick<
  Offer,
  | 'id'
  | 'version'
  | 'state'
  | 'title'
  | 'description'
  | 'occupationCode'
  | 'communeCode'
  | 'latitude'
  | 'longitude'
  | 'positions'
  | 'startsOn'
  | 'endsOn'
  | 'hoursPerWeek'
  | 'pay'
  | 'isReachableByTransit'
  | 'hasCollectivePickup'
  | 'hasLodging'
  | 'isDisabilityFriendly'
  | 'publishedAt'
  | 'expiresAt'
  | 'details'
>

/** The contract of an offer; null for seasonal work and volunteering, which have none of the list. */
export const contractOf = (details: OfferDetails): Contract | null =>
  details.kind === 'job' || details.kind === 'clause' ? details.contract : null

/** The season of seasonal work, the time asked of a mission. */
export function rhythmOf(details: OfferDetails): string | null {
  if (details.kind === 'seasonal') return details.season || null
  return details.kind === 'volunteering' ? details.timeAsked || null : null
}

function moreOf(details: OfferDetails): string {
  switch (details.kind) {
    case 'job':
      return ''
    case 'clause':
      return [details.market, details.lot, details.buyer, details.contractor].join(' ')
    case 'seasonal':
      return [details.season, details.crop].join(' ')
    case 'volunteering':
      return [
        details.course,
        details.aims,
        details.suitableProfiles,
        details.skillsDeveloped,
        details.timeAsked,
        details.field,
      ].join(' ')
  }
}

/** The public document of an offer, or null when it is not published: then it has no place in the index. */
export function toOfferDocument(offer: OfferToIndex, surroundings: OfferSurroundings): OfferDocument | null {
  if (offer.state !== 'published' || offer.publishedAt === null) return null
  const { details } = offer
  const { occupation } = surroundings
  const contract = contractOf(details)
  const labels = [OFFER_KIND_LABELS[details.kind], ...(contract ? [CONTRACT_LABELS[contract]] : [])]
  if (offer.hasLodging) labels.push('Logement')
  return {
    offerId: offer.id,
    version: offer.version,
    kind: details.kind,
    title: offer.title,
    description: offer.description,
    organisationName: surroundings.organisationName,
    communeCode: offer.communeCode,
    communeName: surroundings.communeName,
    latitude: offer.latitude,
    longitude: offer.longitude,
    occupationCode: offer.occupationCode,
    occupationLabel: occupation?.plainLabel ?? null,
    occupationWords: occupation
      ? [occupation.label, occupation.plainLabel, ...occupation.synonyms, ...(occupation.appellations ?? [])]
      : [],
    labels,
    more: moreOf(details),
    contract,
    rhythm: rhythmOf(details),
    startsOn: offer.startsOn,
    endsOn: offer.endsOn,
    positions: offer.positions,
    hoursPerWeek: offer.hoursPerWeek,
    pay: offer.pay,
    isReachableByTransit: offer.isReachableByTransit,
    hasCollectivePickup: offer.hasCollectivePickup,
    hasLodging: offer.hasLodging,
    isDisabilityFriendly: offer.isDisabilityFriendly,
    publishedAt: offer.publishedAt.toISOString(),
    expiresAt: offer.expiresAt?.toISOString() ?? null,
  }
}
