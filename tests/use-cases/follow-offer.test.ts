import { describe, expect, test } from 'vitest'
import { db } from '#app/db/client.server.ts'
import type { OfferState } from '#app/domain/offer.ts'
import { fillOffer } from '#app/use-cases/fill-offer.server.ts'
import { prolongOffer } from '#app/use-cases/prolong-offer.server.ts'
import { resumeOffer } from '#app/use-cases/resume-offer.server.ts'
import { suspendOffer } from '#app/use-cases/suspend-offer.server.ts'
import { withdrawOffer } from '#app/use-cases/withdraw-offer.server.ts'
import { createRecruiter } from '#tests/factories/account.ts'
import { NOW } from '#tests/factories/now.ts'
import { createOffer } from '#tests/factories/offer.ts'
import { createTerritory } from '#tests/factories/territory.ts'
import { useTestDatabase } from '#tests/setup/database.ts'

useTestDatabase()

const later = new Date(NOW.getTime() + 86_400_000)

async function offerIn(state: OfferState) {
  const { actor, organisationId } = await createRecruiter()
  const offer = await createOffer({ state, organisationId, territoryId: actor.territoryId })
  return { actor, offer, command: { actor, offerId: offer.id, version: 1, now: later } }
}
const rowOf = (id: string) => db().offer.findUniqueOrThrow({ where: { id }, include: { changes: true } })
const eventsOf = async (offerId: string) =>
  (await db().outboxEvent.findMany({ where: { payload: { path: ['offerId'], equals: offerId } } })).map(
    ({ type }) => type,
  )

const VERBS = [
  ['suspend', suspendOffer, 'published', 'suspended', 'offer.suspended'],
  ['resume', resumeOffer, 'suspended', 'published', 'offer.resumed'],
  ['prolong', prolongOffer, 'expired', 'published', 'offer.prolonged'],
  ['prolong', prolongOffer, 'published', 'published', 'offer.prolonged'],
  ['fill', fillOffer, 'published', 'filled', 'offer.filled'],
  ['withdraw', withdrawOffer, 'draft', 'withdrawn', 'offer.withdrawn'],
] as const

describe.each(VERBS)('%s', (action, verb, from, to, event) => {
  test(`brings ${from} to ${to}, with its history line and its fact, once for two clicks`, async () => {
    const { offer, actor, command } = await offerIn(from)
    expect(await verb(command)).toMatchObject({ value: { state: to, version: 2 } })
    expect(await verb(command)).toMatchObject({ value: { state: to, version: 2 } })
    const row = await rowOf(offer.id)
    expect(row).toMatchObject({ state: to, version: 2, updatedAt: later })
    expect(row.changes).toMatchObject([
      { action, fromState: from, toState: to, accountId: actor.accountId, at: later },
    ])
    expect(await eventsOf(offer.id)).toEqual([event])
  })

  test('is not done by another organisation, nor on a version gone by', async () => {
    const { offer, command } = await offerIn(from)
    const { actor: stranger } = await createRecruiter()
    expect(await verb({ ...command, actor: stranger })).toMatchObject({ refusal: { code: 'not_found' } })
    for (const version of [0, 2, -1, Number.NaN])
      expect(await verb({ ...command, version })).toMatchObject({ refusal: { code: 'stale_version' } })
    expect(await rowOf(offer.id)).toMatchObject({ state: from, version: 1, changes: [] })
    expect(await eventsOf(offer.id)).toEqual([])
  })
})

test('what is no longer possible is refused and changes nothing', async () => {
  const { offer, command } = await offerIn('withdrawn')
  for (const verb of [suspendOffer, resumeOffer, prolongOffer, fillOffer, withdrawOffer])
    expect(await verb(command)).toMatchObject({ refusal: { code: 'transition_impossible' } })
  expect(await rowOf(offer.id)).toMatchObject({ state: 'withdrawn', version: 1 })
})

test('another gesture by the same person is not taken for the same', async () => {
  const { command } = await offerIn('published')
  await suspendOffer(command)
  expect(await withdrawOffer(command)).toMatchObject({ refusal: { code: 'stale_version' } })
})

test('prolonging gives the lifetime that the territory sets', async () => {
  const { offer, command, actor } = await offerIn('expired')
  const { settings, ...territory } = await createTerritory({ id: actor.territoryId })
  await createTerritory({ ...territory, settings: { ...settings, offerLifetimeDays: 10 } })
  await prolongOffer(command)
  expect((await rowOf(offer.id)).expiresAt).toEqual(new Date(later.getTime() + 10 * 86_400_000))
})

test('ten gestures at once on one version: one is done', async () => {
  const { offer, command } = await offerIn('published')
  const results = await Promise.all(
    Array.from({ length: 10 }, (_, i) => (i % 2 ? suspendOffer(command) : withdrawOffer(command))),
  )
  expect(results.some(({ ok }) => ok)).toBe(true)
  expect(await rowOf(offer.id)).toMatchObject({ version: 2 })
  expect(await eventsOf(offer.id)).toHaveLength(1)
})
