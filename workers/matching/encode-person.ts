import { heldLicences } from '#app/domain/licence.ts'
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
  const licences = heldLicences(person.licences).map((licence) =>
    entry.numberFor(vocabulary.licences, licence),
  )
  const words = new Int32Array(entry.ENTRY_WORDS)
  words[entry.FLAGS] =
    kinds |
    (publics << entry.PUBLICS_SHIFT) |
    contracts |
    (Math.max(0, ...levels) << entry.EXPERIENCE_SHIFT) |
    (person.isOpenToAnyOccupation ? entry.OPEN_FLAG : 0) |
    (person.limitKm === (person.limitKm | 0) ? entry.WHOLE_LIMIT_FLAG : 0)
  words[entry.SLOTS] = slots === 0 ? entry.ALL_SLOTS : slots
  entry.writeSignature(words, skills)
  words[entry.LICENCES] = entry.licenceBits(licences)
  words[entry.FROM] = from
  words[entry.LAST] = Math.min(0x7fffffff, Math.ceil(Math.max(-1, person.limitKm)))
  return ok({
    id,
    words,
    projects,
    skills,
    licences,
    latitude: person.latitude,
    longitude: person.longitude,
    limitKm: person.limitKm,
    canAsk: kinds !== 0 && person.limitKm >= 0,
    canBeFound: person.isReachable && kinds !== 0 && person.limitKm >= 0,
  })
}
