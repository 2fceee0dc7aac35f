import { communeIn, communesOf, type Reference, readReference } from '#app/db/reference.server.ts'
import { isListedLanguage } from '#app/domain/language.ts'
import { DRIVING_LICENCES } from '#app/domain/licence.ts'
import { missingQuestions, type ProfileQuestion } from '#app/domain/profile.questions.ts'
import type { Profile } from '#app/domain/profile.ts'
import { NO_SITUATION, saidSituations } from '#app/domain/situation.ts'
import { type Candidate, getOwnProfile } from './candidate-profile.server.ts'
import { communeText } from './registration-commune.server.ts'

type Choice = { value: string; label: string }
type Values = Record<string, string | string[]>
/** What was answered, as the fields send it, and what there is to choose from: lists named as their fields. */
type Asked = { values: Values; lists: Record<string, Choice[]> }

const upperFirst = (text: string) => text.slice(0, 1).toUpperCase() + text.slice(1)
const toChoices = (rows: readonly { code: string; label: string }[]): Choice[] =>
  rows.map(({ code, label }) => ({ value: code, label: upperFirst(label) }))

/** Skills: those of the occupations wanted and those had first. */
function askSkills({ projects, skills }: Profile, { occupations, skills: all }: Reference): Asked {
  const wanted = new Set(projects.map(({ occupationCode }) => occupationCode))
  const useful = new Set([
    ...occupations.filter(({ romeCode }) => wanted.has(romeCode)).flatMap((one) => one.skills),
    ...skills,
  ])
  return {
    values: { skills, otherSkills: [] },
    lists: {
      skills: toChoices(all.filter(({ code }) => useful.has(code))),
      otherSkills: toChoices(all.filter(({ code }) => !useful.has(code))),
    },
  }
}

/** Driving licences as the road code orders them; every other licence is a certificate. */
function askLicences({ licences }: Profile, { licences: all }: Reference): Asked {
  const isDriving = (code: string) => DRIVING_LICENCES.includes(code)
  const driving = DRIVING_LICENCES.flatMap((code) => all.find((one) => one.code === code) ?? [])
  return {
    values: {
      licences: licences.filter(isDriving),
      certificates: licences.filter((code) => !isDriving(code)),
    },
    lists: {
      licences: toChoices(driving),
      certificates: toChoices(all.filter(({ code }) => !isDriving(code))),
    },
  }
}

function askCommune({ communeCode, territoryId }: Profile, reference: Reference): Asked {
  const commune = communeIn(reference, communeCode)
  const communes = communesOf(reference, territoryId)
  return {
    values: { commune: commune ? communeText(commune) : '' },
    lists: { commune: communes.map((one) => ({ value: communeText(one), label: '' })) },
  }
}

const asTyped = (number: number | null) => (number === null ? '' : String(number).replace('.', ','))

/** What is ticked: the situations told, "none", or nothing where nothing is said. */
function tickedSituations(profile: Profile): string[] {
  const said = saidSituations(profile)
  return said?.length === 0 ? [NO_SITUATION] : (said ?? [])
}

/** What needs nothing but the profile to be asked. */
function plainValues(question: ProfileQuestion, profile: Profile): Values {
  const { languages, slots, availableFrom, contracts, hours, travel, kinds, visibility } = profile
  const values: Partial<Record<ProfileQuestion, Values>> = {
    languages: {
      languages: languages.filter(isListedLanguage),
      otherLanguages: languages.filter((one) => !isListedLanguage(one)).join(', '),
    },
    slots: { slots },
    start: { availableFrom: availableFrom ?? '' },
    contracts: { contracts, hours },
    travel: {
      travelMeans: travel.means,
      travelMaxKm: asTyped(travel.maxKm),
      travelMaxMinutes: asTyped(travel.maxMinutes),
    },
    kinds: { kinds },
    situation: { situations: tickedSituations(profile) },
    visibility: { visibility },
  }
  return values[question] ?? {}
}

const ASKED: Partial<Record<ProfileQuestion, (profile: Profile, reference: Reference) => Asked>> = {
  skills: askSkills,
  licences: askLicences,
  commune: askCommune,
}

/** One question of the candidate's profile: what was answered, what there is to choose from, and how many have no answer. */
export async function getProfileQuestion(actor: Candidate, question: ProfileQuestion) {
  const profile = await getOwnProfile(actor)
  const missing = missingQuestions(profile)
  const ask = ASKED[question]
  const asked = ask
    ? ask(profile, await readReference())
    : { values: plainValues(question, profile), lists: {} }
  return {
    ...asked,
    version: String(profile.version),
    leftCount: missing.length,
    isMissing: missing.includes(question),
  }
}
