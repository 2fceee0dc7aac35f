import type { Position } from '#app/domain/geo.ts'
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
  const skills = [...new Set(offer.skills)].map((skill) => entry.numberFor(vocabulary.skills, skill))
  const licences = [...new Set(offer.licences)].map((licence) =>
    entry.numberFor(vocabulary.licences, licence),
  )
  const encoded = entry.nobody()
  Object.assign(encoded, { id, projects, skills, licences })
  writeOffer(encoded, { position, kind, publics, contracts, slots, level, from, last, isOpen: offer.isOpen })
  return ok(encoded)
}

/** What is said of an offer, each choice as bits; `from` and `last` in days since 1970, `NO_DAY` or `NO_LAST_DAY`. */
export type OfferSaid = {
  position: Position | null
  kind: number
  publics: number
  contracts: number
  slots: number
  level: number
  from: number
  last: number
  isOpen: boolean
}

/** Writes what is said of an offer beside its id and lists, which are there: one without occupation is open to anybody. */
export function writeOffer(encoded: entry.Encoded, said: OfferSaid): void {
  const { words, projects, skills, licences } = encoded
  const { position } = said
  words.fill(0)
  words[entry.FLAGS] =
    said.kind |
    (said.publics << entry.PUBLICS_SHIFT) |
    said.contracts |
    (said.level << entry.EXPERIENCE_SHIFT) |
    (projects.length === 0 ? entry.OPEN_FLAG : 0) |
    entry.wantedFlag(skills.length)
  words[entry.SLOTS] = said.slots
  entry.writeSignature(words, skills)
  words[entry.LICENCES] = entry.licenceBits(licences)
  words[entry.FROM] = said.from
  words[entry.LAST] = said.last
  encoded.latitude = position?.latitude ?? 0
  encoded.longitude = position?.longitude ?? 0
  encoded.limitKm = 0
  encoded.canAsk = said.isOpen && position !== null
  encoded.canBeFound = encoded.canAsk
}
