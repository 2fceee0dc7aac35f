import type { Profile } from './profile.ts'

/** What a profile asks, one screen each, in this order. */
export const PROFILE_QUESTIONS = [
  'projects',
  'skills',
  'languages',
  'licences',
  'slots',
  'start',
  'contracts',
  'commune',
  'travel',
  'kinds',
  'situation',
  'visibility',
] as const
export type ProfileQuestion = (typeof PROFILE_QUESTIONS)[number]

type Asked = Pick<
  Profile,
  | 'projects'
  | 'isOpenToAnyOccupation'
  | 'skills'
  | 'languages'
  | 'licences'
  | 'slots'
  | 'availableFrom'
  | 'contracts'
  | 'hours'
  | 'answered'
>

// Signing up asks the commune, the way, the kinds and the visibility: these always have an answer. The situation is nobody's
// duty to tell: it is never missing.
const IS_EMPTY: Partial<Record<ProfileQuestion, (profile: Asked) => boolean>> = {
  projects: ({ projects, isOpenToAnyOccupation }) => projects.length === 0 && !isOpenToAnyOccupation,
  skills: ({ skills }) => skills.length === 0,
  languages: ({ languages }) => languages.length === 0,
  licences: ({ licences }) => licences.length === 0,
  slots: ({ slots }) => slots.length === 0,
  start: ({ availableFrom }) => availableFrom === null,
  contracts: ({ contracts, hours }) => contracts.length === 0 && hours.length === 0,
}

/** The questions without an answer, in order. "Nothing" and "I do not know" are answers once they were given. */
export const missingQuestions = (profile: Asked): ProfileQuestion[] =>
  PROFILE_QUESTIONS.filter(
    (question) => IS_EMPTY[question]?.(profile) && !profile.answered.includes(question),
  )

/** The questions answered once this one is; `isWithheld`: the person would rather not say, and it counts as never asked. */
export const answeredAfter = (
  answered: readonly string[],
  question: ProfileQuestion,
  isWithheld: boolean,
): string[] => [...answered.filter((one) => one !== question), ...(isWithheld ? [] : [question])]

/** What "I do not know" or "I would rather not say" stands for, where it may be said: nothing asked for. */
export const UNKNOWN_ANSWERS: Partial<Record<ProfileQuestion, Partial<Profile> & { isWithheld?: boolean }>> =
  {
    skills: { skills: [] },
    slots: { slots: [] },
    start: { availableFrom: null },
    contracts: { contracts: [], hours: [] },
    situation: { eligiblePublics: [], isWithheld: true },
  }
