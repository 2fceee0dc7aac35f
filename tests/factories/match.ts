import { db } from '#app/db/client.server.ts'
import type { Match } from '#app/domain/match.ts'
import { SCORING_VERSION } from '#app/domain/matching/weights.ts'
import { newId } from '#app/system/id.server.ts'
import { createCandidate } from './candidate.ts'
import { NOW } from './now.ts'
import { createOffer } from './offer.ts'

/** The engine's pair of an offer and a person, both made unless given: 78 points, 4 km, in the offer's first batch unless `isAllocated` is false. */
export async function createMatch({
  isAllocated = true,
  ...overrides
}: Partial<Match> & { isAllocated?: boolean } = {}): Promise<Match> {
  const offerId = overrides.offerId ?? (await createOffer()).id
  const profileId = overrides.profileId ?? (await createCandidate()).profile.id
  const { territoryId } = await db().offer.findUniqueOrThrow({ where: { id: offerId } })
  const match: Match = {
    id: newId(),
    territoryId,
    scoringVersion: SCORING_VERSION,
    scoreTenths: 780,
    distanceKm: 4,
    criteria: [
      { criterion: 'occupation', tenths: 400 },
      { criterion: 'skills', tenths: 75 },
      { criterion: 'experience', tenths: 100 },
      { criterion: 'travel', tenths: 104 },
      { criterion: 'schedule', tenths: 51 },
      { criterion: 'start', tenths: 50 },
      { criterion: 'contract', tenths: 0 },
    ],
    missing: [],
    state: 'proposed',
    reason: null,
    isTopForOffer: true,
    isTopForProfile: true,
    version: 1,
    updatedAt: NOW,
    ...overrides,
    offerId,
    profileId,
  }
  await db().match.create({ data: match })
  if (isAllocated) await db().allocation.create({ data: { offerId, profileId, batch: 1 } })
  return match
}
