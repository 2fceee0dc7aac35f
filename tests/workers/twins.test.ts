import { expect, test } from 'vitest'
import { db } from '#app/db/client.server.ts'
import { listMatchPeople } from '#app/db/match-candidates.server.ts'
import { appendEvents } from '#app/db/outbox.server.ts'
import type { Account } from '#app/domain/account.ts'
import type { Profile } from '#app/domain/profile.ts'
import { createCandidate } from '#tests/factories/candidate.ts'
import { COMMUNES, createCommunes } from '#tests/factories/commune.ts'
import { NOW } from '#tests/factories/now.ts'
import { createOccupation, OCCUPATIONS } from '#tests/factories/occupation.ts'
import { createOffer } from '#tests/factories/offer.ts'
import { useTestDatabase } from '#tests/setup/database.ts'
import { createTestWorker } from './worker-context.ts'

useTestDatabase()

type Twin = { account: Partial<Account>; profile: Partial<Profile> }

/** The same person in all that matters for work, different in all that does not. */
const TWINS: Record<string, Twin> = {
  'a woman': { account: { firstName: 'Martine', lastName: 'Dupont' }, profile: {} },
  'a man': { account: { firstName: 'Gérard', lastName: 'Dupont' }, profile: {} },
  'another origin by the name': { account: { firstName: 'Aminata', lastName: 'Traoré' }, profile: {} },
  'no minimum benefits': { account: {}, profile: { eligiblePublics: [] } },
  'a recognised handicap': {
    account: {},
    profile: { eligiblePublics: ['minimum_benefits', 'disabled_worker'] },
  },
  'under 26 without qualification': { account: {}, profile: { eligiblePublics: ['young_unqualified'] } },
  'other languages': { account: {}, profile: { languages: ['fr', 'arabe'] } },
  'another commune on the same spot': { account: {}, profile: { communeCode: COMMUNES.vervins.inseeCode } },
  'hidden from recruiters': { account: {}, profile: { visibility: 'hidden' } },
  'e-mail and one proposal a month': { account: { channel: 'email', monthlySolicitations: 1 }, profile: {} },
}

test('twins who differ in what is protected have the same score, criteria and distance for every offer, to the last bit', async () => {
  await createCommunes()
  await createOccupation()
  const twins: string[] = []
  for (const { account, profile } of Object.values(TWINS)) {
    const place = {
      latitude: 49.6123,
      longitude: 3.4321,
      travel: { means: 'car', maxKm: 37.5, maxMinutes: null } as const,
    }
    const made = await createCandidate({
      account,
      profile: { skills: ['faire-plonge'], ...place, ...profile },
    })
    twins.push(made.profile.id)
  }
  const offers = [
    { occupationCode: OCCUPATIONS.kitchenHelp.romeCode, skills: ['faire-plonge', 'eplucher-couper'] },
    { occupationCode: OCCUPATIONS.kitchenHelp.romeCode, latitude: 49.8, longitude: 3.5 },
    { occupationCode: null, experience: 'three_years' as const },
  ]
  for (const more of offers) {
    const { id } = await createOffer(more)
    await appendEvents(db(), [{ type: 'offer.published', payload: { offerId: id } }], NOW)
  }
  await createTestWorker().runAll()

  const rows = await db().match.findMany({ orderBy: { offerId: 'asc' } })
  expect(rows).toHaveLength(offers.length * twins.length)
  const scoresOf = (profileId: string) =>
    rows
      .filter((row) => row.profileId === profileId)
      .map(({ offerId, scoreTenths, distanceKm, criteria, missing }) => ({
        offerId,
        scoreTenths,
        distanceKm,
        criteria,
        missing,
      }))
  const [first = '', ...others] = twins
  expect(new Set(scoresOf(first).map(({ scoreTenths }) => scoreTenths)).size).toBeGreaterThan(1)
  for (const other of others) expect(scoresOf(other)).toEqual(scoresOf(first))
})

test('read from the database, twins are the same to the engine but for their id and the publics of reserved offers', async () => {
  const people = await listMatchPeople((await db().profile.findMany()).map(({ id }) => id))
  expect(people).toHaveLength(Object.keys(TWINS).length)
  const known = people.map(({ profileId: _, eligiblePublics: __, ...person }) => person)
  for (const person of known) expect(person).toEqual(known[0])
  for (const { firstName, lastName } of await db().account.findMany())
    expect(JSON.stringify(people)).not.toMatch(new RegExp(`${firstName}|${lastName}`))
})
