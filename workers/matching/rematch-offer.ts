import { db } from '#app/db/client.server.ts'
import { listMatchOffers, listMatchPeople, listPeopleAround } from '#app/db/match-candidates.server.ts'
import { removeProposed, replaceMatchesForOffer } from '#app/db/match-replacement.server.ts'
import { listMatchesOfOffer } from '#app/db/matches.server.ts'
import { listOccupations } from '#app/db/occupations.server.ts'
import { findOffer } from '#app/db/offers.server.ts'
import { appendEvents } from '#app/db/outbox.server.ts'
import { getTerritory } from '#app/db/territories.server.ts'
import { inTransaction } from '#app/db/transaction.server.ts'
import { parisDate } from '#app/domain/duration.ts'
import { MATCHES_KEPT } from '#app/domain/match.ts'
import { buildOccupationGraph } from '#app/domain/matching/occupation-graph.ts'
import { rankPeople } from '#app/domain/matching/rank.ts'
import { SCORING_VERSION } from '#app/domain/matching/weights.ts'
import { ok } from '#app/domain/result.ts'
import { rescore } from './rescore.ts'

const SYSTEM = { kind: 'system' } as const

/**
 * Scores an offer against the people of its territory and replaces its proposals. An offer that is not published loses
 * those that nobody acted on. Returns how many people are newly proposed.
 */
export async function rematchOffer(offerId: string, now: Date): Promise<number> {
  const offer = await findOffer(db(), SYSTEM, offerId)
  if (!offer) return 0
  if (offer.state !== 'published') {
    await inTransaction(async (tx) => ok(await removeProposed(tx, { offerId })))
    return 0
  }
  const { settings } = await getTerritory(db(), offer.territoryId)
  const [matchOffer] = await listMatchOffers(db(), [offerId], settings.maxApplicationsPerOffer)
  if (!matchOffer) return 0
  const { territoryId, latitude, longitude } = offer
  const around = latitude === null || longitude === null ? null : { latitude, longitude }
  const people = around ? await listPeopleAround(db(), { territoryId, kind: matchOffer.kind, ...around }) : []
  const graph = buildOccupationGraph(await listOccupations(db()))
  const context = { graph, today: parisDate(now), keep: MATCHES_KEPT }
  const top = rankPeople(matchOffer, people, context)
  const isTop = new Set(top.map(({ profileId }) => profileId))
  const kept = (await listMatchesOfOffer(db(), SYSTEM, offerId)).map(({ profileId }) => profileId)
  const others = await listMatchPeople(
    db(),
    kept.filter((id) => !isTop.has(id)),
  )
  const result = await inTransaction(async (tx) => {
    const added = await replaceMatchesForOffer(tx, {
      offerId,
      territoryId,
      scoringVersion: SCORING_VERSION,
      now,
      top,
      kept: others.map((person) => rescore(person, matchOffer, context)),
    })
    if (added.length > 0) await appendEvents(tx, [{ type: 'matches.proposed', payload: { offerId } }], now)
    return ok(added.length)
  })
  return result.ok ? result.value : 0
}
