import { db } from '#app/db/client.server.ts'
import { listMatchOffers, listMatchPeople, listOffersAround } from '#app/db/match-candidates.server.ts'
import { replaceMatchesForProfile } from '#app/db/match-replacement.server.ts'
import { listMatchesOfProfile } from '#app/db/matches.server.ts'
import { listOccupations } from '#app/db/occupations.server.ts'
import { appendEvents } from '#app/db/outbox.server.ts'
import { findProfile } from '#app/db/profiles.server.ts'
import { getTerritory } from '#app/db/territories.server.ts'
import { inTransaction } from '#app/db/transaction.server.ts'
import { parisDate } from '#app/domain/duration.ts'
import { MATCHES_KEPT } from '#app/domain/match.ts'
import { buildOccupationGraph } from '#app/domain/matching/occupation-graph.ts'
import { rankOffers } from '#app/domain/matching/rank.ts'
import { SCORING_VERSION } from '#app/domain/matching/weights.ts'
import { ok } from '#app/domain/result.ts'
import { rescore } from './rescore.ts'

const SYSTEM = { kind: 'system' } as const

/** Scores a person against the published offers of the territory and replaces her or his proposals. Returns how many offers are newly proposed. */
export async function rematchProfile(profileId: string, now: Date): Promise<number> {
  const profile = await findProfile(db(), SYSTEM, profileId)
  const [person] = profile ? await listMatchPeople(db(), [profileId]) : []
  if (!profile || !person) return 0
  const { territoryId } = profile
  const { maxApplicationsPerOffer: maxApplications } = (await getTerritory(db(), territoryId)).settings
  const offers = await listOffersAround(db(), { ...person, territoryId, maxApplications })
  const graph = buildOccupationGraph(await listOccupations(db()))
  const context = { graph, today: parisDate(now), keep: MATCHES_KEPT }
  const top = rankOffers(person, offers, context)
  const isTop = new Set(top.map(({ offerId }) => offerId))
  const kept = (await listMatchesOfProfile(db(), SYSTEM, profileId)).map(({ offerId }) => offerId)
  const others = await listMatchOffers(
    db(),
    kept.filter((id) => !isTop.has(id)),
    maxApplications,
  )
  const result = await inTransaction(async (tx) => {
    const added = await replaceMatchesForProfile(tx, {
      profileId,
      territoryId,
      scoringVersion: SCORING_VERSION,
      now,
      top,
      kept: others.map((offer) => rescore(person, offer, context)),
    })
    const events = added.map((offerId) => ({ type: 'matches.proposed' as const, payload: { offerId } }))
    await appendEvents(tx, events, now)
    return ok(added.length)
  })
  return result.ok ? result.value : 0
}
