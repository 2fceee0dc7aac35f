import { beforeAll, describe, expect, test } from 'vitest'
import { db } from '#app/db/client.server.ts'
import type { Visibility } from '#app/domain/profile.ts'
import { loader as deskOffer } from '#app/routes/bureau.offres.$offerId.tsx'
import { loader as personPage } from '#app/routes/personnes.$profileId.tsx'
import { loader as portfolio } from '#app/routes/portefeuille.tsx'
import { loader as ownOffer } from '#app/routes/structure.offres.$offerId._index.tsx'
import { createMatch } from '#tests/factories/match.ts'
import { useTestDatabase } from '#tests/setup/database.ts'
import { argsAs, bodyOf, createCanary, FILE, IDENTITY } from './canary-person.ts'

useTestDatabase()

let profileId: string
let offerId: string
beforeAll(async () => {
  ;({ profileId, offerId } = await createCanary())
})

const show = async (visibility: Visibility) =>
  db().profile.update({ where: { id: profileId }, data: { visibility } })
const EXPLAINED = { reasons: expect.any(Array), missing: expect.any(Array), change: null }
const CARD = {
  reference: expect.any(String),
  communeName: 'Laon',
  distanceKm: 4,
  occupations: ['Commis / Commise de cuisine'],
  skills: ['éplucher et couper'],
  licences: ['Permis B (voiture)'],
  availableFrom: '2026-07-01',
  isInterested: false,
  mayAsk: true,
  ...EXPLAINED,
}
const ANY_CAN = expect.objectContaining({})

describe('before the person agrees or applies', () => {
  type Offer = { offer: { people: unknown[]; applications: unknown[] } }
  const own = (forbidden: readonly string[]) =>
    bodyOf<Offer>(() => ownOffer(argsAs('recruiter', `/structure/offres/${offerId}`, { offerId })), forbidden)
  beforeAll(async () => {
    await createMatch({ offerId, profileId })
  })

  test.each([
    ['hidden', [], [...IDENTITY, 'Ginette']],
    ['visible_without_name', [{ ...CARD, name: null }], [...IDENTITY, 'Ginette']],
    ['visible', [{ ...CARD, name: 'Ginette Z.' }], IDENTITY],
  ] as const)('%s: an organisation receives this and nothing else', async (visibility, people, forbidden) => {
    await show(visibility)
    const { offer } = await own(forbidden)
    expect(offer.people).toEqual(people)
    expect(offer.applications).toEqual([])
    expect(JSON.stringify(offer)).not.toContain(profileId)
  })

  test('an officer receives a name and why, and no contact', async () => {
    const path = `/bureau/offres/${offerId}`
    const contact = IDENTITY.filter((text) => text !== 'Zzyzx')
    const body = await bodyOf<{ proposals: unknown[] }>(
      () => deskOffer(argsAs('relation_officer', path, { offerId })),
      contact,
    )
    expect(body.proposals).toEqual([
      {
        id: expect.any(String),
        profileId,
        name: 'Ginette Zzyzx',
        communeName: 'Laon',
        distanceKm: 4,
        occupations: ['Commis / Commise de cuisine'],
        stateLabel: null,
        reason: null,
        scoringVersion: expect.any(String),
        can: ANY_CAN,
        ...EXPLAINED,
      },
    ])
  })

  test.each(['referent', 'relation_officer'] as const)(
    'a %s who follows the person receives her file',
    async (role) => {
      const path = `/personnes/${profileId}`
      const body = await bodyOf(() => personPage(argsAs(role, path, { profileId })))
      expect(body).toEqual({ file: FILE, today: expect.any(String) })
    },
  )

  test('a referent’s portfolio holds a line and no contact', async () => {
    const body = await bodyOf(() => portfolio(argsAs('referent', '/portefeuille')), IDENTITY.slice(1))
    expect(body).toEqual({
      total: 1,
      page: 1,
      pageCount: 1,
      people: [
        {
          profileId,
          name: 'Ginette Zzyzx',
          communeName: 'Laon',
          occupations: ['Commis / Commise de cuisine'],
        },
      ],
    })
  })
})
