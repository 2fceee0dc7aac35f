import { beforeEach, describe, expect, test } from 'vitest'
import { db } from '#app/db/client.server.ts'
import { queryRows } from '#app/db/raw.server.ts'
import { monthsBefore } from '#app/domain/duration.ts'
import { RETENTION } from '#app/domain/retention.ts'
import { deleteOldRecords } from '#app/use-cases/delete-old-records.server.ts'
import { forgetWords } from '#search/postgres/forget-words.server.ts'
import { indexOffers } from '#search/reindex.server.ts'
import { createRecruiter } from '#tests/factories/account.ts'
import { createApplication, createSpontaneous } from '#tests/factories/application.ts'
import { createCandidate } from '#tests/factories/candidate.ts'
import { NOW } from '#tests/factories/now.ts'
import { createOffer } from '#tests/factories/offer.ts'
import { createOrganisation } from '#tests/factories/organisation.ts'
import { listEvents } from '#tests/factories/outbox.ts'
import { createWaitingRequest } from '#tests/factories/suspension-request.ts'
import { useTestDatabase } from '#tests/setup/database.ts'

useTestDatabase()
beforeEach(async () => {
  await db().$executeRaw`truncate account, organisation, offer, application, outbox_event cascade`
})

const MINUTE_MS = 60_000
/** The last instant that is kept for so many months, and the first that is not. */
const edges = (months: number) => {
  const before = monthsBefore(NOW, months)
  return { kept: before, gone: new Date(before.getTime() - MINUTE_MS) }
}

describe('an offer', () => {
  test('closed for two years goes with its applications, and the search is told; one closed since stays', async () => {
    const { kept, gone } = edges(RETENTION.closedOfferMonths)
    const { profile } = await createCandidate()
    const old = await createOffer({ state: 'expired', closedAt: gone })
    const recent = await createOffer({ state: 'filled', closedAt: kept })
    const open = await createOffer({ publishedAt: gone, createdAt: gone, updatedAt: gone })
    for (const { id: offerId } of [old, recent, open])
      await createApplication({ offerId, profileId: profile.id })
    await deleteOldRecords({ now: NOW })
    const left = (await db().offer.findMany()).map(({ id }) => id)
    expect(left.sort()).toEqual([recent.id, open.id].sort())
    expect((await db().application.findMany()).map(({ offerId }) => offerId).sort()).toEqual(left.sort())
    expect(await listEvents()).toEqual([{ type: 'offer.deleted', payload: { offerId: old.id } }])
  })

  test.each(['draft', 'in_review'] as const)('%s that nobody touched for a year goes', async (state) => {
    const { kept, gone } = edges(RETENTION.draftMonths)
    await createOffer({ state, updatedAt: gone, publishedAt: null })
    const { id } = await createOffer({ state, updatedAt: kept, publishedAt: null })
    await deleteOldRecords({ now: NOW })
    expect((await db().offer.findMany()).map((row) => row.id)).toEqual([id])
  })
})

test('an application without any offer goes two years after what happened last to it', async () => {
  const { kept, gone } = edges(RETENTION.closedOfferMonths)
  const made = async (updatedAt: Date) => {
    const { id: organisationId } = await createOrganisation()
    return (await createSpontaneous({ organisationId, state: 'refused', createdAt: gone, updatedAt })).id
  }
  await made(gone)
  const recent = await made(kept)
  await deleteOldRecords({ now: NOW })
  expect((await db().application.findMany()).map(({ id }) => id)).toEqual([recent])
})

test('an organisation without anybody and without news goes after two years', async () => {
  const { kept, gone } = edges(RETENTION.emptyOrganisationMonths)
  const made = async (createdAt: Date) => {
    const { id } = await createOrganisation()
    await db().organisation.update({ where: { id }, data: { createdAt } })
    return id
  }
  const [empty, young, withOffer, decided] = [
    await made(gone),
    await made(kept),
    await made(gone),
    await made(gone),
  ]
  const { organisationId: inhabited } = await createRecruiter({ organisationId: await made(gone) })
  await createOffer({ organisationId: withOffer })
  await db().organisationChange.create({
    data: { id: empty, organisationId: decided, action: 'refused', reason: 'Adresse fausse.', at: kept },
  })
  await deleteOldRecords({ now: NOW })
  const left = (await db().organisation.findMany()).map(({ id }) => id)
  expect(left.sort()).toEqual([young, withOffer, decided, inhabited].sort())
})

test('what was said about suspending somebody goes after two years, unless the suspension lasts', async () => {
  const { kept, gone } = edges(RETENTION.suspensionRequestMonths)
  const about = async (proposedAt: Date, suspensionReason: 'reasoned_decision' | null) => {
    const status = suspensionReason ? 'suspended' : 'active'
    const { account } = await createCandidate({ account: { status, suspensionReason } })
    const id = await createWaitingRequest(account.id, account.id)
    await db().suspensionRequest.update({ where: { id }, data: { proposedAt } })
    return id
  }
  const [, recent, lasting] = [
    await about(gone, null),
    await about(kept, null),
    await about(gone, 'reasoned_decision'),
  ]
  await deleteOldRecords({ now: NOW })
  expect((await db().suspensionRequest.findMany()).map(({ id }) => id).sort()).toEqual(
    [recent, lasting].sort(),
  )
})

test('the lexicon forgets the words of offers that left, and keeps those that an offer holds', async () => {
  const leaving = await createOffer({
    title: 'Aide chez Quatrebarbes',
    description: 'Atelier, 2x8, 35h, covid-19. '.repeat(8),
  })
  const staying = await createOffer({
    title: 'Aide-cuisinier·ère 3e étage',
    description: 'Éplucher l’œuf, 35h. '.repeat(8),
  })
  await indexOffers([leaving.id, staying.id])
  const words = async () =>
    (await queryRows<{ word: string }>('select word from search.lexicon order by 1')).map(({ word }) => word)
  const all = await words()
  expect(all).toContain('quatrebarbes')
  await forgetWords()
  expect(await words()).toEqual(all)
  await db().offer.delete({ where: { id: leaving.id } })
  await indexOffers([leaving.id])
  await forgetWords()
  expect(await words()).not.toContain('quatrebarbes')
  expect(await words()).toEqual(expect.arrayContaining(['cuisinier', 'oeuf', '35h']))
})
