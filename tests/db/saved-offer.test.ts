import { describe, expect, test } from 'vitest'
import { db } from '#app/db/client.server.ts'
import { findOffer, saveOffer } from '#app/db/offers.server.ts'
import type { Offer } from '#app/domain/offer.ts'
import { createOffer } from '#tests/factories/offer.ts'
import { useTestDatabase } from '#tests/setup/database.ts'

useTestDatabase()

const SYSTEM = { kind: 'system' } as const
async function stored(): Promise<Offer> {
  const offer = await findOffer(db(), SYSTEM, (await createOffer()).id)
  if (!offer) throw new Error('no offer')
  return offer
}

describe('an offer saved', () => {
  test('is read again as it was, each of its fields changed', async () => {
    const before = await stored()
    const next: Offer = {
      ...before,
      version: before.version + 1,
      state: 'suspended',
      title: `Aide « cuisine » — l'été, 100 % \\ "midi" 🍳`,
      description: 'Une ligne\n\tpuis une autre',
      address: null,
      latitude: 49.564133,
      longitude: -0.1 + 0.3,
      positions: 3,
      startsOn: '2027-01-01',
      endsOn: null,
      hoursPerWeek: 17.5,
      slots: [],
      pay: null,
      licences: ['B', 'C'],
      skills: [],
      isReachableByTransit: !before.isReachableByTransit,
      hasLodging: !before.hasLodging,
      flags: ['a', '{b,"c"}', 'null'],
      updatedAt: new Date('2026-12-31T23:59:59.999Z'),
      publishedAt: new Date('2026-10-25T00:30:00.001Z'),
      expiresAt: null,
    }
    expect(await saveOffer(db(), next, before.version)).toBe(true)
    expect(await findOffer(db(), SYSTEM, before.id)).toEqual(next)
  })

  test('is left as it is by whoever read another version', async () => {
    const before = await stored()
    const other = { ...before, title: 'Autre', version: before.version + 1 }
    expect(await saveOffer(db(), other, before.version + 1)).toBe(false)
    expect(await findOffer(db(), SYSTEM, before.id)).toEqual(before)
  })
})
