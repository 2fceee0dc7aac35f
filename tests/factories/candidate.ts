import { db } from '#app/db/client.server.ts'
import { createProfile } from '#app/db/profiles.server.ts'
import type { Account } from '#app/domain/account.ts'
import type { Actor } from '#app/domain/actor.ts'
import { OFFER_KINDS } from '#app/domain/offer.ts'
import type { Profile } from '#app/domain/profile.ts'
import { newId } from '#app/system/id.server.ts'
import { createAccount } from './account.ts'
import { COMMUNES, createCommune } from './commune.ts'
import { NOW } from './now.ts'
import { createOccupation, OCCUPATIONS } from './occupation.ts'

/** Somebody at Laon who looks for kitchen work within 30 km by car and accepts every kind of offer. */
export async function createCandidate(
  options: { account?: Partial<Account>; profile?: Partial<Profile> } = {},
): Promise<{ account: Account; profile: Profile; actor: Extract<Actor, { kind: 'candidate' }> }> {
  const account = await createAccount({ role: 'candidate', ...options.account })
  if (!options.profile?.communeCode) await createCommune()
  if (!options.profile?.projects) await createOccupation()
  const profile: Profile = {
    id: newId(),
    accountId: account.id,
    territoryId: account.territoryId,
    communeCode: COMMUNES.laon.inseeCode,
    latitude: COMMUNES.laon.latitude,
    longitude: COMMUNES.laon.longitude,
    projects: [{ occupationCode: OCCUPATIONS.kitchenHelp.romeCode, experience: 'months' }],
    isOpenToAnyOccupation: false,
    kinds: [...OFFER_KINDS],
    contracts: [],
    hours: [],
    slots: [],
    availableFrom: null,
    travel: { means: 'car', maxKm: 30, maxMinutes: null },
    licences: ['B'],
    skills: ['eplucher-couper'],
    languages: ['fr'],
    eligiblePublics: ['minimum_benefits'],
    visibility: 'visible_without_name',
    answered: [],
    version: 1,
    updatedAt: NOW,
    ...options.profile,
  }
  await createProfile(db(), profile)
  const { id: accountId, territoryId } = account
  return { account, profile, actor: { kind: 'candidate', accountId, profileId: profile.id, territoryId } }
}
