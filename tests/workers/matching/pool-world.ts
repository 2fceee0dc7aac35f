import { db } from '#app/db/client.server.ts'
import { listMatchOffers, listMatchPeople } from '#app/db/match-candidates.server.ts'
import { listOccupations } from '#app/db/occupations.server.ts'
import { getTerritory } from '#app/db/territories.server.ts'
import { parisDate } from '#app/domain/duration.ts'
import { MATCHES_KEPT } from '#app/domain/match.ts'
import { buildOccupationGraph } from '#app/domain/matching/occupation-graph.ts'
import { rankOffers, rankPeople } from '#app/domain/matching/rank.ts'
import { createCandidate } from '#tests/factories/candidate.ts'
import { NOW } from '#tests/factories/now.ts'
import { createReferences, OCCUPATIONS } from '#tests/factories/occupation.ts'
import { createOffer } from '#tests/factories/offer.ts'
import type { Matcher } from '#workers/matching/matcher.ts'

const CODES = Object.values(OCCUPATIONS).map(({ romeCode }) => romeCode)
const LAON = { latitude: 49.5641, longitude: 3.6199 }

/** Everything that matching reads, gone, and the facts with it. */
export async function emptyWorld(): Promise<void> {
  await db()
    .$executeRaw`truncate outbox_event, match, allocation, application, offer, profile, membership, account, rematch_slice cascade`
}

/** People and offers around Laon, some of them out of reach of each other, without any fact told. */
export async function createWorld(size = { people: 12, offers: 8 }) {
  await createReferences()
  const people = []
  const offers = []
  for (let at = 0; at < size.people; at++) {
    const place = { latitude: LAON.latitude + (at % 5) * 0.06, longitude: LAON.longitude - (at % 3) * 0.08 }
    const projects = [{ occupationCode: CODES[at % 3] ?? '', experience: 'months' as const }]
    const travel = { means: 'car' as const, maxKm: 10 + (at % 4) * 8, maxMinutes: null }
    people.push(await createCandidate({ profile: { ...place, projects, travel } }))
  }
  for (let at = 0; at < size.offers; at++)
    offers.push(
      await createOffer({
        latitude: LAON.latitude + (at % 4) * 0.05,
        longitude: LAON.longitude + (at % 2) * 0.05,
        occupationCode: CODES[at % 3] ?? null,
        licences: [],
        slots: [],
        startsOn: null,
        endsOn: null,
        expiresAt: new Date(Date.now() + 60 * 86_400_000),
      }),
    )
  return { people, offers, territoryId: offers[0]?.territoryId ?? '' }
}

const today = parisDate(NOW)
const pairsOf = (pairs: { offerId: string; profileId: string; scoreTenths: number }[]) =>
  pairs.map(({ offerId, profileId, scoreTenths }) => `${offerId} ${profileId} ${scoreTenths}`)

const listSuspended = () =>
  db().profile.findMany({ where: { account: { status: 'suspended' } }, select: { id: true } })

/**
 * What the domain ranks over the rows as they are now, by the id of each offer and each person of a territory. Whoever is
 * suspended has no list.
 */
export async function rankedByDomain(territoryId: string): Promise<Record<string, string[]>> {
  const { settings } = await getTerritory(db(), territoryId)
  const of = { where: { territoryId }, select: { id: true } }
  const ids = (rows: { id: string }[]) => rows.map(({ id }) => id)
  const people = await listMatchPeople(ids(await db().profile.findMany(of)))
  const offers = await listMatchOffers(ids(await db().offer.findMany(of)), settings.maxApplicationsPerOffer)
  const context = { graph: buildOccupationGraph(await listOccupations(db())), today, keep: MATCHES_KEPT }
  return Object.fromEntries([
    ...offers.map((offer) => [offer.offerId, pairsOf(rankPeople(offer, people, context))]),
    ...people.map((person) => [person.profileId, pairsOf(rankOffers(person, offers, context))]),
    ...(await listSuspended()).map(({ id }) => [id, []]),
  ])
}

/** What a matcher answers for the same. */
export async function rankedByMatcher(
  matcher: Matcher,
  territoryId: string,
): Promise<Record<string, string[]>> {
  const of = { where: { territoryId }, select: { id: true } }
  const answers = []
  for (const [side, rows] of [
    ['offers', await db().offer.findMany(of)],
    ['profiles', await db().profile.findMany(of)],
  ] as const)
    answers.push(...(await matcher.ask({ side, ids: rows.map(({ id }) => id), today })))
  return Object.fromEntries(answers.map(({ id, top }) => [id, pairsOf(top)]))
}
