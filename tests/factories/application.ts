import { createApplication as insertApplication } from '#app/db/applications.server.ts'
import { db } from '#app/db/client.server.ts'
import type { Application } from '#app/domain/application.ts'
import { newId } from '#app/system/id.server.ts'
import { createCandidate } from './candidate.ts'
import { NOW } from './now.ts'
import { createOffer } from './offer.ts'

/** An application as the domain holds it, without any row. */
export const buildApplication = (overrides: Partial<Application> = {}): Application => ({
  id: '00000000-0000-4000-8000-000000000011',
  offerId: '00000000-0000-4000-8000-000000000001',
  organisationId: '00000000-0000-4000-8000-000000000003',
  territoryId: '00000000-0000-4000-8000-000000000002',
  profileId: '00000000-0000-4000-8000-000000000012',
  matchId: null,
  state: 'sent',
  sentence: null,
  wantedKind: null,
  refusalReason: null,
  isReasonShared: false,
  interviewAt: null,
  promisedOn: '2026-06-10',
  version: 1,
  createdAt: NOW,
  updatedAt: NOW,
  ...overrides,
})

/** An application just sent to an organisation without any offer, by a candidate made unless given. */
export async function createSpontaneous(
  overrides: Partial<Application> & { organisationId: string },
): Promise<Application> {
  const profileId = overrides.profileId ?? (await createCandidate()).profile.id
  const { territoryId } = await db().organisation.findUniqueOrThrow({
    where: { id: overrides.organisationId },
  })
  const application = buildApplication({ id: newId(), territoryId, ...overrides, offerId: null, profileId })
  await insertApplication(db(), application)
  return application
}

/** An application just sent, with its offer and its candidate unless given. */
export async function createApplication(
  overrides: Partial<Application> = {},
): Promise<Application & { offerId: string }> {
  const offerId = overrides.offerId ?? (await createOffer()).id
  const profileId = overrides.profileId ?? (await createCandidate()).profile.id
  const { organisationId, territoryId } = await db().offer.findUniqueOrThrow({ where: { id: offerId } })
  const application = buildApplication({
    id: newId(),
    organisationId,
    territoryId,
    ...overrides,
    offerId,
    profileId,
  })
  await insertApplication(db(), application)
  return { ...application, offerId }
}
