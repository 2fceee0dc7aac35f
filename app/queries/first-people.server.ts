import { db } from '#app/db/client.server.ts'
import { listMatchOffers, listMatchPeople } from '#app/db/match-candidates.server.ts'
import { listNamedProfiles, listNearProfileIds } from '#app/db/near-people.server.ts'
import { type Reference, settingsIn } from '#app/db/reference.server.ts'
import { listBudgetsLeft } from '#app/db/solicitations.server.ts'
import { parisDate } from '#app/domain/duration.ts'
import { explainPair } from '#app/domain/matching/explain-pair.ts'
import { buildOccupationGraph } from '#app/domain/matching/occupation-graph.ts'
import { rankPeople } from '#app/domain/matching/rank.ts'
import type { Offer, OfferState } from '#app/domain/offer.ts'
import { labelsIn } from './code-labels.server.ts'

/** How many of the nearest people are weighed, and how many of the best are shown. */
const LOOKED_AT = 500
const SHOWN = 5
/** So many of the best are asked whether they may still be written to this month. */
const CONSIDERED = 50

const AWAITING: readonly OfferState[] = ['draft', 'in_review', 'published']

/**
 * The first people for an offer whom nobody was proposed for yet, best first, at most five: weighed at once among the nearest
 * that may be shown, as the proposals will be, those whose messages of the month are spent left out. A draft is weighed as if
 * it were on line.
 */
export async function findFirstPeople(offer: Offer, { now, reference }: { now: Date; reference: Reference }) {
  const { latitude, longitude, occupationCode, territoryId, details } = offer
  if (latitude === null || longitude === null || !AWAITING.includes(offer.state)) return []
  const { occupations } = reference
  const settings = settingsIn(reference, territoryId)
  const labelOf = labelsIn(reference)
  const graph = buildOccupationGraph(occupations)
  const near = occupations
    .map(({ romeCode }) => romeCode)
    .filter((code) => occupationCode === null || graph.proximity(code, occupationCode) > 0)
  const ids = await listNearProfileIds(db(), {
    territoryId,
    offerId: offer.id,
    kind: details.kind,
    latitude,
    longitude,
    occupationCodes: occupationCode === null ? null : near,
    limit: LOOKED_AT,
  })
  const [people, [known]] = await Promise.all([
    listMatchPeople(ids),
    listMatchOffers([offer.id], settings.maxApplicationsPerOffer),
  ])
  if (!known) return []
  const matchOffer = { ...known, isOpen: known.isOpen || offer.state !== 'published' }
  const today = parisDate(now)
  const ranked = rankPeople(matchOffer, people, { graph, today, keep: CONSIDERED })
  const rankedIds = ranked.map(({ profileId }) => profileId)
  const left = await listBudgetsLeft(db(), { territoryId, profileIds: rankedIds, now })
  const kept = ranked.filter(({ profileId }) => (left.get(profileId) ?? 0) > 0).slice(0, SHOWN)
  const named = await listNamedProfiles(
    db(),
    territoryId,
    kept.map(({ profileId }) => profileId),
  )
  const byId = new Map(people.map((person) => [person.profileId, person]))
  return kept.flatMap(({ profileId, distanceKm, criteria }) => {
    const [row, person] = [named.get(profileId), byId.get(profileId)]
    if (!row || !person) return []
    const told = { criteria, today, reader: 'organisation', labelOf } as const
    const explanation = explainPair({ person, offer: matchOffer }, told)
    return explanation.isShown ? [{ ...row, distanceKm, explanation }] : []
  })
}
export type FirstPerson = Awaited<ReturnType<typeof findFirstPeople>>[number]
