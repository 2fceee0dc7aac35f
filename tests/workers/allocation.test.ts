import { beforeEach, expect, test } from 'vitest'
import { db } from '#app/db/client.server.ts'
import { appendEvents } from '#app/db/outbox.server.ts'
import type { DomainEvent } from '#app/domain/events.ts'
import { changeContactChoice } from '#app/use-cases/change-contact-choice.server.ts'
import { setAsideMatch } from '#app/use-cases/set-aside-match.server.ts'
import { createOfficer } from '#tests/factories/account.ts'
import { createCandidate } from '#tests/factories/candidate.ts'
import { createMatch } from '#tests/factories/match.ts'
import { NOW } from '#tests/factories/now.ts'
import { createOccupation, OCCUPATIONS } from '#tests/factories/occupation.ts'
import { createOffer } from '#tests/factories/offer.ts'
import { useTestDatabase } from '#tests/setup/database.ts'
import { createTestWorker } from './worker-context.ts'

useTestDatabase()
const occupationCode = OCCUPATIONS.kitchenHelp.romeCode

beforeEach(async () => {
  await db()
    .$executeRaw`truncate outbox_event, message, answer_link, local_delivery, match, application, offer,
    profile, membership, account cascade`
  await createOccupation()
})

const happens = (...facts: DomainEvent[]) => appendEvents(db(), facts, NOW)
const published = (offerId: string): DomainEvent => ({ type: 'offer.published', payload: { offerId } })
const proposedBy = async (offerId: string) =>
  (await db().allocation.findMany({ where: { offerId } })).map(({ profileId }) => profileId)
const cook = async (monthlySolicitations = 2) => createCandidate({ account: { monthlySolicitations } })

test('a published offer proposes ten people; an offer published later gets its five', async () => {
  for (let at = 0; at < 12; at++) await cook(1)
  const worker = createTestWorker()
  const first = await createOffer({ occupationCode })
  await happens(published(first.id))
  await worker.runAll()
  expect(await proposedBy(first.id)).toHaveLength(10)
  const second = await createOffer({ occupationCode })
  await happens(published(second.id))
  await worker.runAll()
  expect(await proposedBy(second.id)).toHaveLength(6)
  expect(await proposedBy(first.id)).toHaveLength(6)
})

test('a person who comes later is proposed for the offers that look for her', async () => {
  const worker = createTestWorker()
  const offer = await createOffer({ occupationCode })
  await happens(published(offer.id))
  await worker.runAll()
  const { profile } = await cook()
  await happens({ type: 'profile.changed', payload: { profileId: profile.id } })
  await worker.runAll()
  expect(await proposedBy(offer.id)).toEqual([profile.id])
})

test('whoever is put aside leaves the place to somebody who waited', async () => {
  const worker = createTestWorker()
  const people = []
  for (let at = 0; at < 11; at++) people.push(await cook())
  const offer = await createOffer({ occupationCode })
  await happens(published(offer.id))
  await worker.runAll()
  const [gone = ''] = await proposedBy(offer.id)
  const match = await db().match.findFirstOrThrow({ where: { offerId: offer.id, profileId: gone } })
  const { actor } = await createOfficer({ territoryId: offer.territoryId })
  await setAsideMatch({ actor, matchId: match.id, reason: 'En formation', now: NOW })
  await worker.runAll()
  const now = await proposedBy(offer.id)
  expect(now).toHaveLength(10)
  expect(now).not.toContain(gone)
})

test('the sixth person interested ends the batch', async () => {
  const worker = createTestWorker()
  const offer = await createOffer({ occupationCode })
  for (let at = 0; at < 5; at++) await createMatch({ offerId: offer.id, state: 'interested' })
  await cook()
  await happens(published(offer.id))
  await worker.runAll()
  expect(await proposedBy(offer.id)).toHaveLength(1)
  const sixth = await createMatch({ offerId: offer.id, state: 'interested' })
  await happens({ type: 'match.interested', payload: { matchId: sixth.id } })
  await worker.runAll()
  expect(await proposedBy(offer.id)).toEqual([])
})

test('a person who wants no more proposals is proposed no more', async () => {
  const worker = createTestWorker()
  const offer = await createOffer({ occupationCode })
  const { actor, profile } = await cook()
  await happens(published(offer.id))
  await worker.runAll()
  expect(await proposedBy(offer.id)).toEqual([profile.id])
  await changeContactChoice({ actor, choice: { channel: 'sms', monthlySolicitations: 0 }, now: NOW })
  await worker.runAll()
  expect(await proposedBy(offer.id)).toEqual([])
})

test('whoever is suspended leaves the offers that proposed her at once: the next ones share those who remain fairly', async () => {
  const worker = createTestWorker()
  const people = []
  for (let at = 0; at < 6; at++) people.push(await cook(1))
  const first = await createOffer({ occupationCode })
  await happens(published(first.id))
  await worker.runAll()
  expect(await proposedBy(first.id)).toHaveLength(6)
  const gone = people.slice(0, 2)
  await db().account.updateMany({
    where: { id: { in: gone.map(({ account }) => account.id) } },
    data: { status: 'suspended', suspensionReason: 'own_request' },
  })
  await happens(
    ...gone.map(({ profile }) => ({
      type: 'profile.changed' as const,
      payload: { profileId: profile.id },
    })),
  )
  await worker.runAll()
  const remaining = people.slice(2).map(({ profile }) => profile.id)
  expect((await proposedBy(first.id)).sort()).toEqual(remaining.sort())
  const second = await createOffer({ occupationCode })
  await happens(published(second.id))
  await worker.runAll()
  expect(await proposedBy(first.id)).toHaveLength(2)
  expect(await proposedBy(second.id)).toHaveLength(2)
})
