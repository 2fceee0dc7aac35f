import type { MatchOffer } from '#app/domain/matching/pair.ts'
import { ELIGIBLE_PUBLICS, OFFER_KINDS } from '#app/domain/offer.ts'
import { ok, type Result, refuse } from '#app/domain/result.ts'
import * as entry from './entry.ts'
import { readId } from './id-table.ts'

/**
 * An offer as numbers; one without position is accepted and matches nobody. Refused (`invalid_input`, by field): an id
 * that is not a UUID in small letters, a position off the Earth, a date that is not in the calendar, a choice unknown.
 */
export function encodeOffer(offer: MatchOffer, vocabulary: entry.Vocabulary): Result<entry.Encoded> {
  const faults: entry.Faults = {}
  const id = entry.checkId(readId(offer.offerId), faults, 'offerId')
  const { latitude, longitude } = offer
  const position = latitude === null || longitude === null ? null : { latitude, longitude }
  if (position) entry.checkPosition(position, faults)
  const kind = entry.bitsOf([offer.kind], OFFER_KINDS, faults, 'kind')
  const publics = entry.bitsOf(offer.eligiblePublics, ELIGIBLE_PUBLICS, faults, 'eligiblePublics')
  const contracts = entry.contractBits(offer.contract === null ? [] : [offer.contract], faults)
  const slots = entry.quarterDays(offer.slots, faults)
  const from = offer.startsOn === null ? entry.NO_DAY : entry.dayNumber(offer.startsOn, faults, 'startsOn')
  const last = offer.endsOn === null ? entry.NO_LAST_DAY : entry.dayNumber(offer.endsOn, faults, 'endsOn')
  const level = entry.levelOf(offer.experience, faults)
  if (Object.keys(faults).length > 0) return refuse('invalid_input', faults)
  const code = offer.occupationCode
  const projects = code === null ? [] : [entry.projectWord(vocabulary, code, level)]
  const skills = offer.skills.map((skill) => entry.numberFor(vocabulary.skills, skill))
  const licences = [...new Set(offer.licences)].map((licence) =>
    entry.numberFor(vocabulary.licences, licence),
  )
  const words = new Int32Array(entry.ENTRY_WORDS)
  words[entry.FLAGS] =
    kind |
    (publics << entry.PUBLICS_SHIFT) |
    contracts |
    (level << entry.EXPERIENCE_SHIFT) |
    (code === null ? entry.OPEN_FLAG : 0) |
    entry.wantedFlag(skills.length)
  words[entry.SLOTS] = slots
  entry.writeSignature(words, skills)
  words[entry.LICENCES] = entry.licenceBits(licences)
  words[entry.FROM] = from
  words[entry.LAST] = last
  return ok({
    id,
    words,
    projects,
    skills,
    licences,
    latitude: position?.latitude ?? 0,
    longitude: position?.longitude ?? 0,
    limitKm: 0,
    canAsk: offer.isOpen && position !== null,
    canBeFound: offer.isOpen && position !== null,
  })
}
