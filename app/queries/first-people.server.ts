import { db } from '#app/db/client.server.ts'
import { listFirstWithBudget, listNearPeople } from '#app/db/near-people.server.ts'
import { type Reference, settingsIn } from '#app/db/reference.server.ts'
import { parisDate } from '#app/domain/duration.ts'
import { explainPair } from '#app/domain/matching/explain-pair.ts'
import { matchOfferOf } from '#app/domain/matching/offer-to-match.ts'
import { rankPeople } from '#app/domain/matching/rank.ts'
import { isReserved, type Offer, type OfferState } from '#app/domain/offer.ts'
import { labelsIn } from './code-labels.server.ts'

/** How many of the nearest people are weighed, and how many of the best are shown. */
const LOOKED_AT = 500
const SHOWN = 5
/** So many of the best are asked whether they may still be written to this month. */
const CONSIDERED = 50

const AWAITING: readonly OfferState[] = ['draft', 'in_review', 'published']

/**
 * The first people for an offer whom nobody was proposed for yet, best first, at most five: weighed at once among the nearest
 * that may be shown, as the proposals will be, those whose messages of the month are spent left out; nobody for a reserved
 * offer. A draft is weighed as if it were on line.
 */
export async function findFirstPeople(offer: Offer, { now, reference }: { now: Date; reference: Reference }) {
  const { latitude, longitude, occupationCode, territoryId, details } = offer
  if (latitude === null || longitude === null || !AWAITING.includes(offer.state) || isReserved(details))
    return []
  const { occupations, graph } = reference
  const settings = settingsIn(reference, territoryId)
  const labelOf = labelsIn(reference)
  const near = occupations
    .map(({ romeCode }) => romeCode)
    .filter((code) => occupationCode === null || graph.proximity(code, occupationCode) > 0)
  const people = await listNearPeople({
    territoryId,
    offerId: offer.id,
    kind: details.kind,
    latitude,
    longitude,
    occupationCodes: occupationCode === null ? null : near,
    limit: LOOKED_AT,
  })
  const known = matchOfferOf(offer, settings.maxApplicationsPerOffer)
  const matchOffer = { ...known, isOpen: known.isOpen || offer.state !== 'published' }
  const today = parisDate(now)
  const ranked = rankPeople(matchOffer, people, { graph, today, keep: CONSIDERED })
  const profileIds = ranked.map(({ profileId }) => profileId)
  const named = await listFirstWithBudget(db(), { territoryId, profileIds, limit: SHOWN, now })
  const personOf = new Map(people.map((person) => [person.profileId, person]))
  const rankOf = new Map(ranked.map((rank) => [rank.profileId, rank]))
  return named.flatMap(({ profileId, visibility, ...row }) => {
    const person = personOf.get(profileId)
    const rank = rankOf.get(profileId)
    if (!person || !rank) return []
    const told = { criteria: rank.criteria, today, reader: 'organisation', labelOf, travel: null } as const
    const explanation = explainPair({ person, offer: matchOffer }, told)
    const profile = { ...person, id: profileId, visibility }
    return explanation.isShown ? [{ ...row, profile, distanceKm: rank.distanceKm, explanation }] : []
  })
}
export type FirstPerson = Awaited<ReturnType<typeof findFirstPeople>>[number]
