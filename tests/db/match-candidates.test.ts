import fc from 'fast-check'
import { beforeAll, expect, test } from 'vitest'
import { db } from '#app/db/client.server.ts'
import {
  listMatchOffers,
  listMatchPeople,
  listOffersAround,
  listPeopleAround,
} from '#app/db/match-candidates.server.ts'
import { distanceKm } from '#app/domain/geo.ts'
import { createApplication } from '#tests/factories/application.ts'
import { createCandidate } from '#tests/factories/candidate.ts'
import { createOffer } from '#tests/factories/offer.ts'
import { OFFER_DETAILS } from '#tests/factories/offer-content.ts'
import { useTestDatabase } from '#tests/setup/database.ts'

useTestDatabase()

const people: { profileId: string; latitude: number; longitude: number; limitKm: number }[] = []
let territoryId = ''
beforeAll(async () => {
  const places = fc.sample(
    fc.record({
      latitude: fc.double({ min: 48.8, max: 50.1, noNaN: true }),
      longitude: fc.double({ min: 2.9, max: 4.3, noNaN: true }),
      maxKm: fc.integer({ min: 1, max: 80 }),
    }),
    { numRuns: 60, seed: 7 },
  )
  for (const { latitude, longitude, maxKm } of places) {
    const { profile } = await createCandidate({
      profile: { latitude, longitude, travel: { means: 'car', maxKm, maxMinutes: null } },
    })
    territoryId = profile.territoryId
    people.push({ profileId: profile.id, latitude, longitude, limitKm: maxKm })
  }
})

test('whoever can reach the place is found, wherever it is', async () => {
  const places = fc.sample(
    fc.record({
      latitude: fc.double({ min: 48.8, max: 50.1, noNaN: true }),
      longitude: fc.double({ min: 2.9, max: 4.3, noNaN: true }),
    }),
    { numRuns: 40, seed: 11 },
  )
  let found = 0
  for (const place of places) {
    const ids = new Set(
      (await listPeopleAround(db(), { territoryId, kind: 'job', ...place })).map(
        ({ profileId }) => profileId,
      ),
    )
    for (const person of people)
      if (distanceKm(person, place) <= person.limitKm) {
        found++
        expect(ids).toContain(person.profileId)
      }
    expect(ids.size).toBeLessThan(people.length)
  }
  expect(found).toBeGreaterThan(100)
})

test('what a person can reach is found from the person’s side too', async () => {
  const offers = []
  for (const { latitude, longitude } of people.slice(0, 20))
    offers.push(await createOffer({ latitude, longitude }))
  for (const person of people) {
    const ids = (
      await listOffersAround(db(), { ...person, kinds: ['job'], territoryId, maxApplications: 80 })
    ).map(({ offerId }) => offerId)
    for (const { id, latitude, longitude } of offers)
      if (
        latitude !== null &&
        longitude !== null &&
        distanceKm(person, { latitude, longitude }) <= person.limitKm
      )
        expect(ids).toContain(id)
  }
})

test('suspended people, other kinds and other territories are not looked at; a STOP closes the gate of consent', async () => {
  const place = { latitude: 49.56, longitude: 3.62 }
  const around = { territoryId, kind: 'seasonal' as const, ...place }
  const here = { ...place, travel: { means: 'car' as const, maxKm: 5, maxMinutes: null } }
  const suspended = await createCandidate({
    account: { status: 'suspended', suspensionReason: 'inactivity' },
    profile: here,
  })
  const jobsOnly = await createCandidate({ profile: { ...here, kinds: ['job'] } })
  const stopped = await createCandidate({ account: { channel: 'none' }, profile: here })
  const found = new Map((await listPeopleAround(db(), around)).map((person) => [person.profileId, person]))
  expect(found.has(suspended.profile.id)).toBe(false)
  expect(found.has(jobsOnly.profile.id)).toBe(false)
  expect(found.get(stopped.profile.id)).toMatchObject({ isReachable: false })
  expect(await listPeopleAround(db(), { ...around, territoryId: crypto.randomUUID() })).toEqual([])
})

test('people and offers come as matching knows them', async () => {
  const { profile } = await createCandidate({
    profile: { availableFrom: '2026-09-01', licences: ['B', 'CACES'] },
  })
  expect(await listMatchPeople(db(), [profile.id])).toEqual([
    {
      profileId: profile.id,
      latitude: profile.latitude,
      longitude: profile.longitude,
      limitKm: 30,
      projects: profile.projects,
      isOpenToAnyOccupation: false,
      kinds: profile.kinds,
      contracts: [],
      slots: [],
      availableFrom: '2026-09-01',
      licences: ['B', 'CACES'],
      skills: profile.skills,
      eligiblePublics: ['minimum_benefits'],
      isReachable: true,
    },
  ])
  const clause = await createOffer({
    kind: 'clause',
    details: OFFER_DETAILS.clause,
    startsOn: '2026-07-01',
    endsOn: null,
  })
  expect(await listMatchOffers(db(), [clause.id], 80)).toMatchObject([
    {
      offerId: clause.id,
      kind: 'clause',
      contract: OFFER_DETAILS.clause.contract,
      eligiblePublics: OFFER_DETAILS.clause.eligiblePublics,
      startsOn: '2026-07-01',
      endsOn: null,
      isOpen: true,
    },
  ])
  await createApplication({ offerId: clause.id })
  expect(await listMatchOffers(db(), [clause.id], 1)).toMatchObject([{ isOpen: false }])
  const closed = await createOffer({ state: 'filled' })
  expect(await listMatchOffers(db(), [closed.id], 80)).toMatchObject([{ isOpen: false }])
})
