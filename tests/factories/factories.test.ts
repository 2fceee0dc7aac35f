import { expect, test } from 'vitest'
import { findApplication } from '#app/db/applications.server.ts'
import { db } from '#app/db/client.server.ts'
import { findOffer } from '#app/db/offers.server.ts'
import { findProfile } from '#app/db/profiles.server.ts'
import { OFFER_KINDS } from '#app/domain/offer.ts'
import { useTestDatabase } from '#tests/setup/database.ts'
import { createOfficer, createRecruiter } from './account.ts'
import { createApplication } from './application.ts'
import { createCandidate } from './candidate.ts'
import { createMatch } from './match.ts'
import { createOffer } from './offer.ts'

useTestDatabase()

test('what a factory returns is what the database gives back', async () => {
  for (const kind of OFFER_KINDS) {
    const offer = await createOffer({ kind })
    expect(await findOffer(db(), { kind: 'system' }, offer.id)).toEqual(offer)
  }
  const { profile } = await createCandidate()
  expect(await findProfile(db(), { kind: 'system' }, profile.id)).toEqual(profile)
  const application = await createApplication({ profileId: profile.id })
  expect(await findApplication(db(), { kind: 'system' }, application.id)).toEqual(application)
})

test('everything a test makes shares one territory', async () => {
  const { actor: recruiter } = await createRecruiter()
  const { actor: officer } = await createOfficer()
  const match = await createMatch()
  expect(recruiter.territoryId).toBe(officer.territoryId)
  expect(match.territoryId).toBe(officer.territoryId)
  expect(await db().territory.count()).toBe(1)
})
