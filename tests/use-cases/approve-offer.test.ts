import { expect, test } from 'vitest'
import { db } from '#app/db/client.server.ts'
import { approveOffer } from '#app/use-cases/approve-offer.server.ts'
import { createOfficer } from '#tests/factories/account.ts'
import { NOW } from '#tests/factories/now.ts'
import { createOffer } from '#tests/factories/offer.ts'
import { createOrganisation } from '#tests/factories/organisation.ts'
import { listEvents } from '#tests/factories/outbox.ts'
import { useTestDatabase } from '#tests/setup/database.ts'

useTestDatabase()

/** The first offer of an organisation that nobody has verified, and an officer of its territory. */
async function firstOffer() {
  const { id: organisationId, territoryId } = await createOrganisation({ state: 'pending' })
  const offer = await createOffer({ organisationId, territoryId, state: 'in_review', publishedAt: null })
  const { actor } = await createOfficer({ territoryId })
  await db().outboxEvent.deleteMany()
  const approve = () => approveOffer({ actor, offerId: offer.id, version: offer.version, now: NOW })
  const stands = async () => [
    (await db().offer.findUniqueOrThrow({ where: { id: offer.id } })).state,
    (await db().organisation.findUniqueOrThrow({ where: { id: organisationId } })).state,
  ]
  return { organisationId, offerId: offer.id, actor, approve, stands }
}

test('approving a first offer verifies its organisation, and both are written down', async () => {
  const { organisationId, offerId, actor, approve, stands } = await firstOffer()
  expect(await approve()).toMatchObject({ ok: true, value: { state: 'published' } })
  expect(await stands()).toEqual(['published', 'verified'])
  expect(await listEvents()).toEqual([
    { type: 'offer.approved', payload: { offerId } },
    { type: 'organisation.verified', payload: { organisationId } },
  ])
  expect(await db().organisationChange.findMany({ where: { organisationId } })).toMatchObject([
    { action: 'verified_by_offer', accountId: actor.accountId },
  ])
  expect(await approve()).toMatchObject({ ok: true })
  expect(await listEvents()).toHaveLength(2)
})

test('an officer who belongs to the organisation verifies it by no way: neither it nor the offer moves', async () => {
  const { organisationId, actor, approve, stands } = await firstOffer()
  const membership = { accountId: actor.accountId, organisationId, role: 'member', createdAt: NOW }
  await db().membership.create({ data: membership })
  expect(await approve()).toMatchObject({ ok: false, refusal: { code: 'own_organisation' } })
  expect(await stands()).toEqual(['in_review', 'pending'])
  expect(await listEvents()).toEqual([])
})
