import { expect, test } from 'vitest'
import { listMatchOffers, listMatchPeople } from '#app/db/match-candidates.server.ts'
import { createApplication } from '#tests/factories/application.ts'
import { createCandidate } from '#tests/factories/candidate.ts'
import { createOffer } from '#tests/factories/offer.ts'
import { OFFER_DETAILS } from '#tests/factories/offer-content.ts'
import { useTestDatabase } from '#tests/setup/database.ts'

useTestDatabase()

test('people and offers come as matching knows them', async () => {
  const { profile } = await createCandidate({
    profile: { availableFrom: '2026-09-01', licences: ['B', 'CACES'] },
  })
  expect(await listMatchPeople([profile.id])).toEqual([
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
  expect(await listMatchOffers([clause.id], 80)).toMatchObject([
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
  expect(await listMatchOffers([clause.id], 1)).toMatchObject([{ isOpen: false }])
  const closed = await createOffer({ state: 'filled' })
  expect(await listMatchOffers([closed.id], 80)).toMatchObject([{ isOpen: false }])
})
