import { beforeAll, expect, test } from 'vitest'
import { db } from '#app/db/client.server.ts'
import { appendEvents } from '#app/db/outbox.server.ts'
import { listSuggestedMatches } from '#app/db/suggested-matches.server.ts'
import type { Account } from '#app/domain/account.ts'
import { createApplication } from '#tests/factories/application.ts'
import { createCandidate } from '#tests/factories/candidate.ts'
import { createCommunes } from '#tests/factories/commune.ts'
import { NOW } from '#tests/factories/now.ts'
import { createReferences, OCCUPATIONS } from '#tests/factories/occupation.ts'
import { createOffer } from '#tests/factories/offer.ts'
import { useTestDatabase } from '#tests/setup/database.ts'
import { createTestWorker } from './worker-context.ts'

useTestDatabase()

beforeAll(async () => {
  await createCommunes()
  await createReferences()
})

const kitchen = { startsOn: null, slots: [], occupationCode: OCCUPATIONS.kitchenHelp.romeCode }
const groups = [['proposed']] as const

test('whoever does not want to be written to keeps her own list, and is proposed to nobody', async () => {
  const { profile } = await createCandidate({ account: { channel: 'none' } })
  const offer = await createOffer(kitchen)
  const worker = createTestWorker()
  await appendEvents(db(), [{ type: 'offer.published', payload: { offerId: offer.id } }], NOW)
  await worker.runAll()
  expect(await db().match.count()).toBe(0)
  await appendEvents(db(), [{ type: 'profile.changed', payload: { profileId: profile.id } }], NOW)
  await worker.runAll()
  expect(await db().match.findMany()).toMatchObject([
    { offerId: offer.id, missing: ['consent'], isTopForOffer: false },
  ])
  expect(await db().allocation.count()).toBe(0)
  await appendEvents(db(), [{ type: 'offer.edited', payload: { offerId: offer.id } }], NOW)
  await worker.runAll()
  const scope = { kind: 'candidate', profileId: profile.id } as const
  expect(await listSuggestedMatches(db(), scope, { groups, limit: 5 })).toMatchObject([
    [{ offerId: offer.id }],
  ])
  await worker.context.matcher.close()
})

test('whoever is suspended keeps no list, and has one again once reactivated', async () => {
  const { account, profile } = await createCandidate()
  const { id: offerId } = await createOffer(kitchen)
  const worker = createTestWorker()
  const listWith = async (state: {
    status: Account['status']
    suspensionReason: Account['suspensionReason']
  }) => {
    await db().account.update({ where: { id: account.id }, data: state })
    await appendEvents(db(), [{ type: 'profile.changed', payload: { profileId: profile.id } }], NOW)
    await worker.runAll()
    return db().match.count({ where: { offerId, profileId: profile.id } })
  }
  const active = { status: 'active', suspensionReason: null } as const
  expect(await listWith(active)).toBe(1)
  expect(await listWith({ status: 'suspended', suspensionReason: 'own_request' })).toBe(0)
  expect(await listWith(active)).toBe(1)
  await worker.context.matcher.close()
})

test('whoever has applied is not proposed again, from either side', async () => {
  const { profile } = await createCandidate()
  const offer = await createOffer(kitchen)
  await createApplication({ offerId: offer.id, profileId: profile.id })
  const worker = createTestWorker()
  await appendEvents(
    db(),
    [
      { type: 'offer.edited', payload: { offerId: offer.id } },
      { type: 'profile.changed', payload: { profileId: profile.id } },
    ],
    NOW,
  )
  await worker.runAll()
  expect(await db().match.count({ where: { profileId: profile.id, offerId: offer.id } })).toBe(0)
  await worker.context.matcher.close()
})
