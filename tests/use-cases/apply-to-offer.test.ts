import { describe, expect, test } from 'vitest'
import { db } from '#app/db/client.server.ts'
import { territorySettingsSchema } from '#app/domain/territory.ts'
import { applyToOffer } from '#app/use-cases/apply-to-offer.server.ts'
import { withdrawApplication } from '#app/use-cases/withdraw-application.server.ts'
import { createApplication } from '#tests/factories/application.ts'
import { createCandidate } from '#tests/factories/candidate.ts'
import { createMatch } from '#tests/factories/match.ts'
import { NOW } from '#tests/factories/now.ts'
import { createOffer } from '#tests/factories/offer.ts'
import { listEvents } from '#tests/factories/outbox.ts'
import { useTestDatabase } from '#tests/setup/database.ts'
import { unknownId } from '#tests/setup/request.ts'

useTestDatabase()

const later = (days: number) => new Date(NOW.getTime() + days * 86_400_000)

async function apply(options: Partial<Parameters<typeof applyToOffer>[0]> & { offerId: string }) {
  const actor = options.actor ?? (await createCandidate()).actor
  return applyToOffer({ sentence: null, now: NOW, ...options, actor })
}

describe('applying', () => {
  test('writes the application, its first line and one fact, and the proposal follows', async () => {
    const { actor, profile } = await createCandidate()
    const match = await createMatch({ profileId: profile.id, state: 'notified' })
    const applied = await apply({
      actor,
      offerId: match.offerId,
      sentence: ' J’ai cuisiné pour 80 enfants. ',
    })
    if (!applied.ok) throw new Error(applied.refusal.code)
    const { applicationId } = applied.value
    const row = await db().application.findUniqueOrThrow({
      where: { id: applicationId },
      include: { changes: true },
    })
    expect(row).toMatchObject({
      state: 'sent',
      matchId: match.id,
      sentence: 'J’ai cuisiné pour 80 enfants.',
      organisationId: expect.any(String),
    })
    expect(row.changes).toMatchObject([{ action: 'apply', fromState: null, accountId: actor.accountId }])
    expect(await db().match.findUniqueOrThrow({ where: { id: match.id } })).toMatchObject({
      state: 'applied',
      version: match.version + 1,
    })
    expect(await listEvents()).toEqual([{ type: 'application.sent', payload: { applicationId } }])
  })

  test('ten clicks at once make one application and one fact', async () => {
    const { actor, profile } = await createCandidate()
    const { offerId } = await createMatch({ profileId: profile.id, state: 'approved' })
    const before = (await listEvents()).length
    const all = await Promise.all(Array.from({ length: 10 }, () => apply({ actor, offerId })))
    const ids = new Set(all.map((result) => (result.ok ? result.value.applicationId : result.refusal.code)))
    expect(ids.size).toBe(1)
    expect(await db().application.count({ where: { offerId } })).toBe(1)
    expect((await listEvents()).length).toBe(before + 1)
  })

  test('an offer just closed, paused, refused or never published takes nothing', async () => {
    for (const state of ['filled', 'expired', 'withdrawn', 'suspended'] as const) {
      const offer = await createOffer({ state, publishedAt: NOW })
      expect(await apply({ offerId: offer.id })).toMatchObject({ refusal: { code: 'offer_closed' } })
    }
    for (const state of ['draft', 'in_review', 'refused'] as const) {
      const offer = await createOffer({ state, publishedAt: null })
      expect(await apply({ offerId: offer.id })).toMatchObject({ refusal: { code: 'not_found' } })
    }
    expect(await apply({ offerId: unknownId() })).toMatchObject({ refusal: { code: 'not_found' } })
    expect(await db().application.count({ where: { offer: { state: { not: 'published' } } } })).toBe(0)
  })

  test('the ceiling holds when several apply at once', async () => {
    const offer = await createOffer()
    const people = await Promise.all(Array.from({ length: 6 }, () => createCandidate()))
    const settings = territorySettingsSchema.parse({ maxApplicationsPerOffer: 3 })
    await db().territory.update({ where: { id: offer.territoryId }, data: { settings } })
    const all = await Promise.all(people.map(({ actor }) => apply({ actor, offerId: offer.id })))
    expect(all.filter(({ ok }) => ok)).toHaveLength(3)
    expect(all.flatMap((result) => (result.ok ? [] : [result.refusal.code]))).toEqual(
      Array(3).fill('offer_full'),
    )
    await db().territory.update({
      where: { id: offer.territoryId },
      data: { settings: territorySettingsSchema.parse({}) },
    })
  })

  test('the same offer again is for seven days later', async () => {
    const { actor, profile } = await createCandidate()
    const first = await createApplication({ profileId: profile.id, state: 'refused', createdAt: NOW })
    const again = (days: number) => apply({ actor, offerId: first.offerId, now: later(days) })
    expect(await again(6)).toMatchObject({ refusal: { code: 'already_applied' } })
    expect((await again(7)).ok).toBe(true)
  })

  test('an imported offer, without an organisation here, takes applications too', async () => {
    const offer = await createOffer({ organisationId: null })
    const applied = await apply({ offerId: offer.id })
    if (!applied.ok) throw new Error(applied.refusal.code)
    const row = await db().application.findUniqueOrThrow({ where: { id: applied.value.applicationId } })
    expect(row.organisationId).toBeNull()
  })
})

describe('taking back', () => {
  test('once or twice, one line and one fact', async () => {
    const { actor, profile } = await createCandidate()
    const { id } = await createApplication({ profileId: profile.id, state: 'seen' })
    const before = (await listEvents()).length
    const withdraw = () => withdrawApplication({ actor, applicationId: id, now: NOW })
    expect((await withdraw()).ok).toBe(true)
    expect((await withdraw()).ok).toBe(true)
    expect((await listEvents()).slice(before)).toEqual([
      { type: 'application.withdrawn', payload: { applicationId: id } },
    ])
  })

  test('not somebody else’s, and not one that is over', async () => {
    const { actor, profile } = await createCandidate()
    const other = await createApplication()
    const over = await createApplication({ profileId: profile.id, state: 'hired' })
    const withdraw = (applicationId: string) => withdrawApplication({ actor, applicationId, now: NOW })
    expect(await withdraw(other.id)).toMatchObject({ refusal: { code: 'not_found' } })
    expect(await withdraw(over.id)).toMatchObject({ refusal: { code: 'transition_impossible' } })
  })
})
