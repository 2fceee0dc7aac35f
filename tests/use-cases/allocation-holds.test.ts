import fc from 'fast-check'
import { beforeEach, expect, test } from 'vitest'
import { db } from '#app/db/client.server.ts'
import { listBudgetsLeft } from '#app/db/solicitations.server.ts'
import { inTransaction } from '#app/db/transaction.server.ts'
import type { MatchState } from '#app/domain/match.ts'
import { ok } from '#app/domain/result.ts'
import { allocateOffers } from '#app/use-cases/allocate-offers.server.ts'
import { createCandidate } from '#tests/factories/candidate.ts'
import { createMatch } from '#tests/factories/match.ts'
import { NOW } from '#tests/factories/now.ts'
import { createOffer } from '#tests/factories/offer.ts'
import { createTerritory } from '#tests/factories/territory.ts'
import { useTestDatabase } from '#tests/setup/database.ts'

useTestDatabase()

const OFFERS = 6
const PEOPLE = 14

let territoryId = ''
let offers: string[] = []
beforeEach(async () => {
  await db().$executeRaw`truncate match, offer, profile, account cascade`
  territoryId = (await createTerritory()).id
  offers = []
  const people: string[] = []
  for (let at = 0; at < OFFERS; at++) offers.push((await createOffer({ territoryId })).id)
  for (let at = 0; at < PEOPLE; at++)
    people.push(
      (await createCandidate({ account: { territoryId, monthlySolicitations: 1 + (at % 2) } })).profile.id,
    )
  for (const [at, offerId] of offers.entries())
    for (const [rank, profileId] of people.entries())
      if ((at + rank) % 3 > 0)
        await createMatch({ offerId, profileId, scoreTenths: 900 - rank * 20 - at, isAllocated: false })
})

const allocate = (offerIds: string[] | 'all') =>
  inTransaction(async (tx) => ok(await allocateOffers(tx, { territoryId, offerIds, now: NOW })))

/** What offers propose and nobody has decided on, by person and by offer. */
async function proposed() {
  const rows = await db().$queryRaw<{ offerId: string; profileId: string }[]>`
    select a.offer_id as "offerId", a.profile_id as "profileId" from allocation a
    join match m on m.offer_id = a.offer_id and m.profile_id = a.profile_id where m.state = 'proposed'`
  const count = (ids: string[], id: string) => ids.filter((other) => other === id).length
  const [byOffer, byPerson] = [rows.map((row) => row.offerId), rows.map((row) => row.profileId)]
  return { of: (id: string) => count(byOffer, id), times: (id: string) => count(byPerson, id), rows }
}

async function expectRulesHeld() {
  const left = await listBudgetsLeft(db(), { territoryId, profileIds: null, now: NOW })
  const now = await proposed()
  for (const { profileId } of now.rows)
    expect(now.times(profileId)).toBeLessThanOrEqual(left.get(profileId) ?? 0)
  for (const offerId of offers) {
    const matches = await db().match.findMany({ where: { offerId } })
    const served = matches.filter(({ state }) => state !== 'proposed' && state !== 'set_aside').length
    const interested = matches.filter(({ state }) => state === 'interested').length
    const most = interested >= 6 ? 0 : Math.max(10 - (served % 10), 5 - served)
    expect(now.of(offerId)).toBeLessThanOrEqual(most)
  }
}

const step = fc.record({
  what: fc.constantFrom<MatchState | 'night' | 'rematch'>(
    'approved',
    'set_aside',
    'interested',
    'declined',
    'night',
    'rematch',
  ),
  offer: fc.nat(OFFERS - 1),
  pick: fc.nat(20),
})

test.each([1, 2, 3])(
  'whatever is decided by day and dealt by night, budgets and batches hold (%i)',
  async (seed) => {
    await allocate('all')
    await expectRulesHeld()
    for (const { what, offer, pick } of fc.sample(step, { numRuns: 40, seed })) {
      const offerId = offers[offer] ?? ''
      if (what === 'night') await allocate('all')
      else if (what !== 'rematch') {
        const own = (await proposed()).rows.filter((row) => row.offerId === offerId)
        const pair = own[pick % Math.max(1, own.length)]
        if (!pair) continue
        await db().match.updateMany({ where: pair, data: { state: what, updatedAt: NOW } })
      }
      if (what !== 'night') await allocate([offerId])
      await expectRulesHeld()
    }
  },
)
