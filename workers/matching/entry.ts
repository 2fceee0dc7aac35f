import { addDays, daysBetween, type IsoDate } from '#app/domain/duration.ts'
import { isPosition } from '#app/domain/geo.ts'
import { heldLicences } from '#app/domain/licence.ts'
import { CONTRACTS, ELIGIBLE_PUBLICS, EXPERIENCE_LEVELS, OFFER_KINDS } from '#app/domain/offer.ts'
import { SLOTS as QUARTER_DAYS } from '#app/domain/schedule.ts'
import type { Arena } from './arena.ts'
import { ENTRY_WORDS, SKILLS, SKILLS_AGAIN } from './core/layout.ts'
import { buildOccupationIndex, type OccupationIndex, occupationNumber } from './occupation-index.ts'

export * from './core/layout.ts'

export const NO_DAY = -0x40000000
export const NO_LAST_DAY = 0x7fffffff
export const PUBLICS_SHIFT = OFFER_KINDS.length
const CONTRACTS_SHIFT = PUBLICS_SHIFT + ELIGIBLE_PUBLICS.length
export const EXPERIENCE_SHIFT = CONTRACTS_SHIFT + CONTRACTS.length
export const OPEN_FLAG = 1 << (EXPERIENCE_SHIFT + 2)
export const KINDS_MASK = (1 << OFFER_KINDS.length) - 1
export const PUBLICS_MASK = ((1 << ELIGIBLE_PUBLICS.length) - 1) << PUBLICS_SHIFT
export const CONTRACTS_MASK = ((1 << CONTRACTS.length) - 1) << CONTRACTS_SHIFT
export const EXPERIENCE_MASK = (EXPERIENCE_LEVELS.length - 1) << EXPERIENCE_SHIFT
export const WANTED_SHIFT = EXPERIENCE_SHIFT + 3
/** As many skills wanted as the flags can tell; from there on the list alone knows. */
export const MANY_SKILLS = 255

/** The experience level in an entry's flags, 0–3. */
export const levelIn = (flags: number): number => (flags & EXPERIENCE_MASK) >>> EXPERIENCE_SHIFT
/** How many skills an offer wants, as its flags tell it: `MANY_SKILLS` at most. */
export const wantedFlag = (skills: number): number => Math.min(MANY_SKILLS, skills) << WANTED_SHIFT
/** A person's limit is in whole km: LAST is the limit itself. */
export const WHOLE_LIMIT_FLAG = 1 << WANTED_SHIFT

/** What is known of the words that people and offers use. */
export type Vocabulary = {
  occupations: OccupationIndex
  skills: Map<string, number>
  licences: Map<string, number>
}

/**
 * A person or an offer as numbers. `canAsk` is false when a gate is closed to everybody, `canBeFound` also for people who do not
 * want to be proposed: they may still ask for themselves.
 */
export type Encoded = {
  id: Int32Array
  words: Int32Array
  projects: number[]
  skills: number[]
  licences: number[]
  latitude: number
  longitude: number
  limitKm: number
  canAsk: boolean
  canBeFound: boolean
}

/** Nobody yet: an id, words and lists to be written. */
export const nobody = (): Encoded => ({
  id: new Int32Array(4),
  words: new Int32Array(ENTRY_WORDS),
  projects: [],
  skills: [],
  licences: [],
  latitude: 0,
  longitude: 0,
  limitKm: 0,
  canAsk: false,
  canBeFound: false,
})

/** The words known before anybody is put in: the occupations. */
export const createVocabulary = (
  arena: Arena,
  occupations: Parameters<typeof buildOccupationIndex>[1],
): Vocabulary => ({
  occupations: buildOccupationIndex(arena, occupations),
  skills: new Map(),
  licences: new Map(),
})

/** Field names and what is wrong with them. */
export type Faults = Record<string, string[]>

const fault = (faults: Faults, field: string, sentence: string) => {
  faults[field] = [sentence]
}

const MOST_DAYS_KNOWN = 20_000
const daysKnown = new Map<IsoDate, number>()

function readDay(date: IsoDate): number | null {
  const known = daysKnown.get(date)
  if (known !== undefined) return known
  const day = daysBetween('1970-01-01', date)
  if (!Number.isInteger(day) || addDays('1970-01-01', day) !== date) return null
  if (daysKnown.size < MOST_DAYS_KNOWN) daysKnown.set(date, day)
  return day
}

/** Days since 1970 of a date `YYYY-MM-DD`. A date that is not in the calendar is a fault. */
export function dayNumber(date: IsoDate, faults: Faults, field: string): number {
  const day = readDay(date)
  if (day === null) fault(faults, field, 'Cette date n’existe pas.')
  return day ?? 0
}

/** One bit for each item, in the order of `all`. An item unknown is a fault. */
export function bitsOf(items: readonly string[], all: readonly string[], faults: Faults, field: string) {
  let bits = 0
  for (const item of items) {
    const at = all.indexOf(item)
    if (at < 0) fault(faults, field, 'Ce choix n’existe pas.')
    else bits |= 1 << at
  }
  return bits
}

/** One bit for each contract; all of them when none is named: any will do. */
export const contractBits = (contracts: readonly string[], faults: Faults): number =>
  (contracts.length === 0
    ? (1 << CONTRACTS.length) - 1
    : bitsOf(contracts, CONTRACTS, faults, 'contracts')) << CONTRACTS_SHIFT

export const ALL_SLOTS = (1 << QUARTER_DAYS.length) - 1

const quarterDayBits = new Map<string, number>(QUARTER_DAYS.map((slot, at) => [slot, 1 << at]))

/** One bit for each quarter-day. */
export function quarterDays(slots: readonly string[], faults: Faults): number {
  let bits = 0
  for (const slot of slots) {
    const bit = quarterDayBits.get(slot)
    if (bit === undefined) fault(faults, 'slots', 'Ce choix n’existe pas.')
    else bits |= bit
  }
  return bits
}

/** The experience level, 0–3. */
export function levelOf(experience: string, faults: Faults): number {
  const level = (EXPERIENCE_LEVELS as readonly string[]).indexOf(experience)
  if (level < 0) fault(faults, 'experience', 'Ce choix n’existe pas.')
  return Math.max(0, level)
}

export function checkPosition(position: { latitude: number; longitude: number }, faults: Faults): void {
  if (!isPosition(position)) fault(faults, 'latitude', 'Cette position n’existe pas.')
}

export function checkLimit(limitKm: number, faults: Faults): void {
  if (!Number.isFinite(limitKm)) fault(faults, 'limitKm', 'Indiquez une distance en kilomètres.')
}

export function checkId(id: Int32Array | null, faults: Faults, field: string): Int32Array {
  if (!id) fault(faults, field, 'Cet identifiant n’est pas valable.')
  return id ?? new Int32Array(4)
}

/** The number of a word, given now when it is new. */
export function numberFor(words: Map<string, number>, word: string): number {
  const known = words.get(word)
  if (known !== undefined) return known
  words.set(word, words.size)
  return words.size - 1
}

/** The numbers of the licences held, with those that each of them gives. */
export const heldNumbers = (vocabulary: Vocabulary, licences: readonly string[]): number[] =>
  heldLicences(licences).map((licence) => numberFor(vocabulary.licences, licence))

/** A bit of 32 for a skill: numbers that follow each other get bits far apart. */
const bitAgain = (skill: number) => 1 << (Math.imul(skill, 0x9e3779b1) >>> 27)

/** Writes one bit of 64 for each skill, and one of 32 chosen otherwise; several skills may share one. */
export function writeSignature(words: Int32Array, skills: readonly number[]): void {
  for (const skill of skills) {
    const at = SKILLS + ((skill >> 5) & 1)
    words[at] = (words[at] as number) | (1 << (skill & 31))
    words[SKILLS_AGAIN] = (words[SKILLS_AGAIN] as number) | bitAgain(skill)
  }
}
export const OTHER_LICENCES = 1 << 31
export const licenceBits = (licences: readonly number[]): number =>
  licences.reduce((bits, licence) => bits | (licence < 31 ? 1 << licence : OTHER_LICENCES), 0)

/** An occupation and the level had, or wanted, in one number. */
export const projectWord = (vocabulary: Vocabulary, code: string, level: number): number =>
  occupationNumber(vocabulary.occupations, code) * 4 + level
