import type { Position } from '#app/domain/geo.ts'
import type { MatchPerson } from '#app/domain/matching/pair.ts'
import { ELIGIBLE_PUBLICS, OFFER_KINDS } from '#app/domain/offer.ts'
import { ok, type Result, refuse } from '#app/domain/result.ts'
import * as entry from './entry.ts'
import { readId } from './id-table.ts'

/**
 * A person as numbers. Refused (`invalid_input`, by field): an id that is not a UUID in small letters, a position off the
 * Earth, a limit in km that is not finite, a date that is not in the calendar, a choice unknown.
 */
export function encodePerson(person: MatchPerson, vocabulary: entry.Vocabulary): Result<entry.Encoded> {
  const faults: entry.Faults = {}
  const id = entry.checkId(readId(person.profileId), faults, 'profileId')
  entry.checkPosition(person, faults)
  entry.checkLimit(person.limitKm, faults)
  const kinds = entry.bitsOf(person.kinds, OFFER_KINDS, faults, 'kinds')
  const publics = entry.bitsOf(person.eligiblePublics, ELIGIBLE_PUBLICS, faults, 'eligiblePublics')
  const contracts = entry.contractBits(person.contracts, faults)
  const slots = entry.quarterDays(person.slots, faults)
  const from =
    person.availableFrom === null
      ? entry.NO_DAY
      : entry.dayNumber(person.availableFrom, faults, 'availableFrom')
  const levels = person.projects.map(({ experience }) => entry.levelOf(experience, faults))
  if (Object.keys(faults).length > 0) return refuse('invalid_input', faults)
  const projects = person.projects.map(({ occupationCode }, at) =>
    entry.projectWord(vocabulary, occupationCode, levels[at] ?? 0),
  )
  const skills = [...new Set(person.skills)].map((skill) => entry.numberFor(vocabulary.skills, skill))
  const licences = entry.heldNumbers(vocabulary, person.licences)
  const encoded = entry.nobody()
  Object.assign(encoded, { id, projects, skills, licences })
  const { latitude, longitude, limitKm, isOpenToAnyOccupation, isReachable } = person
  writePerson(encoded, {
    latitude,
    longitude,
    limitKm,
    kinds,
    publics,
    contracts,
    slots,
    from,
    isOpenToAnyOccupation,
    isReachable,
  })
  return ok(encoded)
}

/** What is said of a person, each choice as bits; `from` in days since 1970, or `NO_DAY`. */
export type PersonSaid = Position & {
  limitKm: number
  kinds: number
  publics: number
  contracts: number
  slots: number
  from: number
  isOpenToAnyOccupation: boolean
  isReachable: boolean
}

/** Writes what is said of a person beside her or his id and lists, which are there. */
export function writePerson(encoded: entry.Encoded, said: PersonSaid): void {
  const { words, projects, skills, licences } = encoded
  const { kinds, limitKm } = said
  let level = 0
  for (const project of projects) level = Math.max(level, project & 3)
  words.fill(0)
  words[entry.FLAGS] =
    kinds |
    (said.publics << entry.PUBLICS_SHIFT) |
    said.contracts |
    (level << entry.EXPERIENCE_SHIFT) |
    (said.isOpenToAnyOccupation ? entry.OPEN_FLAG : 0) |
    (limitKm === (limitKm | 0) ? entry.WHOLE_LIMIT_FLAG : 0)
  words[entry.SLOTS] = said.slots === 0 ? entry.ALL_SLOTS : said.slots
  entry.writeSignature(words, skills)
  words[entry.LICENCES] = entry.licenceBits(licences)
  words[entry.FROM] = said.from
  words[entry.LAST] = Math.min(0x7fffffff, Math.ceil(Math.max(-1, limitKm)))
  encoded.latitude = said.latitude
  encoded.longitude = said.longitude
  encoded.limitKm = limitKm
  encoded.canAsk = kinds !== 0 && limitKm >= 0
  encoded.canBeFound = said.isReachable && encoded.canAsk
}
