import { db } from '#app/db/client.server.ts'
import { findNamedOffer, type NamedOffer } from '#app/db/named-offers.server.ts'
import { findOfferMark } from '#app/db/offer-marks.server.ts'
import { readReference } from '#app/db/reference.server.ts'
import { type Actor, scopeOf } from '#app/domain/actor.ts'
import { isClosed, type Offer } from '#app/domain/offer.ts'
import { canMark } from '#app/domain/offer-mark.ts'
import { searchEngine } from '#search/engine.server.ts'
import { labelsIn } from './code-labels.server.ts'
import { toOfferCard } from './offer-card.ts'
import { getOwnMatch } from './own-match.server.ts'

const SIMILAR = 3
const SIMILAR_RADIUS_KM = 40

/** What the public may read of an offer: no address of a person, no name of the facilitator or the welcome referent. */
function publicDetails(offer: Offer) {
  const { details } = offer
  switch (details.kind) {
    case 'job':
    case 'seasonal':
      return details
    case 'clause': {
      const { facilitator: _, ...rest } = details
      return rest
    }
    case 'volunteering': {
      const { welcomeReferent: _, ...rest } = details
      return rest
    }
  }
}
export type PublicDetails = ReturnType<typeof publicDetails>

/** Up to three other offers of the same occupation near, else of the same kind near. */
async function findSimilar({ offer }: NamedOffer) {
  const near =
    offer.latitude === null || offer.longitude === null
      ? null
      : { latitude: offer.latitude, longitude: offer.longitude, radiusKm: SIMILAR_RADIUS_KM }
  const base = {
    text: '',
    contracts: [],
    startsBy: null,
    near,
    sort: 'distance',
    page: 1,
    pageSize: SIMILAR + 1,
  } as const
  const search = async (kinds: Offer['details']['kind'][], occupationCodes: string[]) => {
    const hits = await searchEngine().hits({ ...base, contracts: [], kinds, occupationCodes })
    return hits.filter((hit) => hit.document.offerId !== offer.id)
  }
  const same = offer.occupationCode ? await search([], [offer.occupationCode]) : []
  const found = same.length > 0 ? same : await search([offer.details.kind], [])
  return found.slice(0, SIMILAR).map((hit) => toOfferCard(hit))
}

/** One offer as anybody may read it, or null when it was never published. Closed and paused ones say so. */
export async function getOfferPage(actor: Actor, offerId: string, now: Date) {
  const named = await findNamedOffer(db(), { kind: 'public' }, offerId)
  const publishedAt = named?.offer.publishedAt
  if (!named || !publishedAt) return null
  const { offer } = named
  const [reference, mark, similar] = await Promise.all([
    readReference(),
    findOfferMark(db(), scopeOf(actor), offerId),
    findSimilar(named),
  ])
  const labelOf = labelsIn(reference)
  const ownMatch = offer.state === 'published' ? await getOwnMatch(actor, { offer, now, reference }) : null
  return {
    id: offer.id,
    state: offer.state,
    isClosed: isClosed(offer.state),
    title: offer.title,
    description: offer.description,
    organisationName: named.organisationName,
    shownOrganisationId: named.shownOrganisationId,
    communeName: named.communeName,
    postalCode: named.postalCode,
    occupationLabel: named.occupationLabel,
    latitude: offer.latitude,
    longitude: offer.longitude,
    positions: offer.positions,
    startsOn: offer.startsOn,
    endsOn: offer.endsOn,
    hoursPerWeek: offer.hoursPerWeek,
    slots: offer.slots,
    pay: offer.pay,
    licences: offer.licences.map(labelOf),
    skills: offer.skills.map(labelOf),
    experience: offer.experience,
    isReachableByTransit: offer.isReachableByTransit,
    hasCollectivePickup: offer.hasCollectivePickup,
    hasLodging: offer.hasLodging,
    isDisabilityFriendly: offer.isDisabilityFriendly,
    replyDelayDays: offer.replyDelayDays,
    details: publicDetails(offer),
    originUrl: offer.origin?.url ?? null,
    publishedAt: publishedAt.toISOString(),
    expiresAt: offer.expiresAt?.toISOString() ?? null,
    closedAt: offer.closedAt?.toISOString() ?? null,
    similar,
    ownMatch,
    mark,
    canMark: canMark(actor) && (offer.state === 'published' || mark !== null),
    isSignedIn: actor.kind !== 'anonymous',
    canApply: offer.state === 'published' && (actor.kind === 'candidate' || actor.kind === 'anonymous'),
  }
}
export type OfferPage = NonNullable<Awaited<ReturnType<typeof getOfferPage>>>
