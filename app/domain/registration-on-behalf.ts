import type { Account } from './account.ts'
import type { Commune } from './commune.ts'
import type { ConsentPurpose } from './consent.ts'
import { canReceiveSms } from './phone.ts'
import type { Profile } from './profile.ts'
import type { RegistrationOnBehalf } from './registration-on-behalf.schema.ts'

/** What the person agreed to, one by one. */
export const agreedPurposes = ({ messages, visibility }: RegistrationOnBehalf): ConsentPurpose[] => [
  'registration',
  ...(messages ? (['messages'] as const) : []),
  ...(visibility ? (['visibility'] as const) : []),
]

/**
 * The profile of somebody registered by somebody else: at the commune's centre, jobs and insertion clauses only (the rest is
 * opted into later), hidden unless the person agreed to be found (domain: "Candidates").
 */
export function profileOnBehalf(
  form: RegistrationOnBehalf,
  ids: { id: string; accountId: string; territoryId: string; commune: Commune; now: Date },
): Profile {
  const { commune, now, ...rest } = ids
  return {
    ...rest,
    communeCode: commune.inseeCode,
    latitude: commune.latitude,
    longitude: commune.longitude,
    projects: form.occupation === null ? [] : [{ occupationCode: form.occupation, experience: 'none' }],
    isOpenToAnyOccupation: form.occupation === null,
    kinds: ['job', 'clause'],
    contracts: [],
    slots: [],
    availableFrom: null,
    travel: { means: form.travelMeans, maxKm: null, maxMinutes: form.travelMaxMinutes },
    licences: [],
    skills: [],
    languages: [],
    eligiblePublics: [],
    visibility: form.visibility ? 'visible_without_name' : 'hidden',
    version: 1,
    updatedAt: now,
  }
}

/**
 * The account of somebody registered by somebody else. Nobody has answered from the phone or the e-mail yet: the first code
 * proves it. Whoever did not agree to messages about offers has a budget of 0; without phone and e-mail nobody is written to.
 */
export const accountOnBehalf = (
  form: Pick<RegistrationOnBehalf, 'firstName' | 'lastName' | 'email' | 'messages'>,
  more: { id: string; territoryId: string; phone: string | null; monthlySolicitations: number },
): Account => ({
  id: more.id,
  territoryId: more.territoryId,
  role: 'candidate',
  firstName: form.firstName,
  lastName: form.lastName,
  phone: more.phone,
  email: form.email,
  channel: more.phone && canReceiveSms(more.phone) ? 'sms' : form.email ? 'email' : 'none',
  monthlySolicitations: form.messages ? more.monthlySolicitations : 0,
  status: 'active',
  suspensionReason: null,
  verifiedAt: null,
})
