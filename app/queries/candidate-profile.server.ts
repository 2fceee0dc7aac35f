import { findAccount } from '#app/db/accounts.server.ts'
import { db } from '#app/db/client.server.ts'
import { findProfile } from '#app/db/profiles.server.ts'
import { communeIn, type Reference, readReference } from '#app/db/reference.server.ts'
import { type Actor, scopeOf } from '#app/domain/actor.ts'
import { PERSON_HINDRANCE_WORDS } from '#app/domain/matching/standing.labels.ts'
import { personHindrances } from '#app/domain/matching/standing.ts'
import { displayPhone } from '#app/domain/phone.ts'
import { missingQuestions } from '#app/domain/profile.questions.ts'
import type { Profile } from '#app/domain/profile.ts'
import { saidSituations } from '#app/domain/situation.ts'
import { limitKm } from '#app/domain/travel.ts'
import { communeText } from './registration-commune.server.ts'

export type Candidate = Extract<Actor, { kind: 'candidate' }>

/** The candidate's own profile; throws when there is none. */
export async function getOwnProfile(actor: Candidate): Promise<Profile> {
  const profile = await findProfile(db(), scopeOf(actor), actor.profileId)
  if (!profile) throw new Error('a candidate has a profile')
  return profile
}

/** How the candidate is written to, and by what she or he can be. */
export async function getContactChoice(actor: Candidate) {
  const account = await findAccount(db(), actor.accountId)
  if (!account) throw new Error('a candidate has an account')
  const { channel, monthlySolicitations } = account
  return {
    channel,
    monthlySolicitations,
    phone: account.phone && displayPhone(account.phone),
    email: account.email,
  }
}

/** Everyday names of occupations, skills and licences, by code; an unknown code is its own name. */
function plainLabelsIn({ occupations, labels }: Reference) {
  const words = new Map(occupations.map(({ romeCode, plainLabel }) => [romeCode, plainLabel]))
  return (code: string): string => words.get(code) ?? labels.get(code) ?? code
}

/** The candidate's profile in facts, what has no answer yet, and what keeps offers away. */
export async function getCandidateProfile(actor: Candidate) {
  const [profile, contact, reference] = await Promise.all([
    getOwnProfile(actor),
    getContactChoice(actor),
    readReference(),
  ])
  const labelOf = plainLabelsIn(reference)
  const commune = communeIn(reference, profile.communeCode)
  const { kinds, contracts, hours, slots, availableFrom, languages, visibility, travel } = profile
  return {
    facts: {
      ...{ kinds, contracts, hours, slots, availableFrom, languages, visibility, travel },
      projects: profile.projects.map(({ occupationCode, experience }) => ({
        label: labelOf(occupationCode),
        experience,
      })),
      isOpenToAnyOccupation: profile.isOpenToAnyOccupation,
      situations: saidSituations(profile),
      skills: profile.skills.map(labelOf),
      licences: profile.licences.map(labelOf),
      communeText: commune ? communeText(commune) : '',
    },
    contact,
    missing: missingQuestions(profile),
    hindrances: personHindrances({ ...profile, limitKm: limitKm(profile.travel) }).map(
      (one) => PERSON_HINDRANCE_WORDS[one],
    ),
  }
}

/** The occupations that the candidate wants, in order, and whether any other will do. */
export async function getWantedOccupations(actor: Candidate) {
  const [profile, reference] = await Promise.all([getOwnProfile(actor), readReference()])
  const labelOf = plainLabelsIn(reference)
  return {
    projects: profile.projects.map((project) => ({ ...project, label: labelOf(project.occupationCode) })),
    isOpenToAnyOccupation: profile.isOpenToAnyOccupation,
    version: profile.version,
    missing: missingQuestions(profile),
  }
}
