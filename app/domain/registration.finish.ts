import type { Account } from './account.ts'
import type { Commune } from './commune.ts'
import type { ConsentPurpose } from './consent.ts'
import type { ContactChoice } from './contact.decide.ts'
import type { Profile } from './profile.ts'
import { type CompleteRegistration, UNASKED_KINDS } from './registration.ts'

/**
 * The profile of somebody who has just signed up: at the commune's centre, jobs and insertion clauses, the other kinds only
 * when asked for, hidden unless the person agreed to be found (domain: "Candidates").
 */
export function firstProfile(
  { occupation, travel, agreements }: CompleteRegistration,
  ids: { id: string; accountId: string; territoryId: string; commune: Commune; now: Date },
): Profile {
  const { commune, now, ...rest } = ids
  const { occupationCode } = occupation
  return {
    ...rest,
    communeCode: commune.inseeCode,
    latitude: commune.latitude,
    longitude: commune.longitude,
    projects: occupationCode === null ? [] : [{ occupationCode, experience: 'none' }],
    isOpenToAnyOccupation: occupationCode === null,
    kinds: [...UNASKED_KINDS, ...occupation.kinds],
    contracts: [],
    slots: [],
    availableFrom: null,
    travel: { means: travel.means, maxKm: null, maxMinutes: travel.maxMinutes },
    licences: [],
    skills: [],
    languages: [],
    eligiblePublics: [],
    visibility: agreements.visibility ? 'visible_without_name' : 'hidden',
    version: 1,
    updatedAt: now,
  }
}

/**
 * How a person who has just signed up is written to: by the contact that was proved. Whoever did not agree to messages about
 * offers gets none (a budget of 0), and still hears of her or his own applications.
 */
export const firstContactChoice = (
  { agreements }: CompleteRegistration,
  { phone }: Pick<Account, 'phone'>,
  monthlySolicitations: number,
): ContactChoice => ({
  channel: phone ? 'sms' : 'email',
  monthlySolicitations: agreements.messages ? monthlySolicitations : 0,
})

/** What the person agreed to by signing up. */
export const consentsOf = ({ agreements }: CompleteRegistration): ConsentPurpose[] => [
  'registration',
  ...(agreements.messages ? (['messages'] as const) : []),
  ...(agreements.visibility ? (['visibility'] as const) : []),
]
