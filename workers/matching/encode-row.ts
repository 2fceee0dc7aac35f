import {
  boolAt,
  type CopiedRow,
  dateIn,
  float8At,
  int4At,
  isNull,
  jsonIn,
  textIn,
  textsIn,
  UnreadableRow,
} from '#app/db/copied-row.server.ts'
import { OFFER_VALUES as OFFER, PERSON_VALUES as PERSON } from '#app/db/match-copy.server.ts'
import { ELIGIBLE_PUBLICS, OFFER_KINDS } from '#app/domain/offer.ts'
import { ok, type Result, refuse } from '#app/domain/result.ts'
import { writeOffer } from './encode-offer.ts'
import { writePerson } from './encode-person.ts'
import * as entry from './entry.ts'
import { distinct, hasFaults, numberAt, numbersAt, remembered } from './row-numbers.ts'
import { createProjectReader } from './row-projects.ts'

/**
 * What `encodePerson` and `encodeOffer` make of people and offers, from their rows in a copy. What a value means is asked of the same
 * functions, once: it is then known by its bytes. Each answer overwrites the last. Throws `UnreadableRow`.
 */
export type RowEncoder = {
  person(row: CopiedRow): Result<entry.Encoded>
  /** `maxApplications`: so many live applications close an offer. */
  offer(row: CopiedRow, maxApplications: number): Result<entry.Encoded>
}

function textList(row: CopiedRow, start: number, end: number): string[] {
  const list = jsonIn(row, start, end)
  if (Array.isArray(list) && list.every((item) => typeof item === 'string')) return list
  throw new UnreadableRow('a list does not hold what it should')
}

/** Readers of the values of rows, which remember what they read. */
function createReaders(vocabulary: entry.Vocabulary) {
  const { skills, licences } = vocabulary
  const held: number[][] = []
  return {
    kinds: remembered((row, start, _, faults) =>
      entry.bitsOf(textsIn(row, start), OFFER_KINDS, faults, 'kinds'),
    ),
    kind: remembered((row, start, end, faults) =>
      entry.bitsOf([textIn(row, start, end)], OFFER_KINDS, faults, 'kind'),
    ),
    publics: remembered((row, start, _, faults) =>
      entry.bitsOf(textsIn(row, start), ELIGIBLE_PUBLICS, faults, 'eligiblePublics'),
    ),
    offerPublics: remembered((row, start, end, faults) =>
      entry.bitsOf(textList(row, start, end), ELIGIBLE_PUBLICS, faults, 'eligiblePublics'),
    ),
    contracts: remembered((row, start, _, faults) => entry.contractBits(textsIn(row, start), faults)),
    contract: remembered((row, start, end, faults) => entry.contractBits([textIn(row, start, end)], faults)),
    slots: remembered((row, start, _, faults) => entry.quarterDays(textsIn(row, start), faults)),
    day: (field: string) =>
      remembered((row, start, _, faults) => entry.dayNumber(dateIn(row, start), faults, field)),
    level: remembered((row, start, end, faults) => entry.levelOf(textIn(row, start, end), faults)),
    occupation: remembered((row, start, end) => entry.projectWord(vocabulary, textIn(row, start, end), 0)),
    projects: createProjectReader(vocabulary),
    skill: remembered((row, start, end) => entry.numberFor(skills, textIn(row, start, end))),
    licence: remembered((row, start, end) => entry.numberFor(licences, textIn(row, start, end))),
    /** The number, in `held`, of the numbers of what a licence gives. */
    heldBy: remembered((row, start, end) => {
      held.push(entry.heldNumbers(vocabulary, [textIn(row, start, end)]))
      return held.length - 1
    }),
    held,
  }
}

function writeId({ view, starts }: CopiedRow, value: number, id: Int32Array) {
  for (let word = 0; word < id.length; word++) id[word] = view.getInt32((starts[value] as number) + word * 4)
}

/** Reads rows for an engine with this vocabulary. */
export function createRowEncoder(vocabulary: entry.Vocabulary): RowEncoder {
  const encoded = entry.nobody()
  const readers = createReaders(vocabulary)
  const { held } = readers
  const availableFrom = readers.day('availableFrom')
  const startsOn = readers.day('startsOn')
  const endsOn = readers.day('endsOn')
  return {
    person(row) {
      const faults: entry.Faults = {}
      const said = {
        latitude: float8At(row, PERSON.latitude),
        longitude: float8At(row, PERSON.longitude),
        limitKm: float8At(row, PERSON.limitKm),
        kinds: numberAt(row, PERSON.kinds, readers.kinds, faults),
        publics: numberAt(row, PERSON.eligiblePublics, readers.publics, faults),
        contracts: numberAt(row, PERSON.contracts, readers.contracts, faults),
        slots: numberAt(row, PERSON.slots, readers.slots, faults),
        from: isNull(row, PERSON.availableFrom)
          ? entry.NO_DAY
          : numberAt(row, PERSON.availableFrom, availableFrom, faults),
        isOpenToAnyOccupation: boolAt(row, PERSON.isOpenToAnyOccupation),
        isReachable: true,
      }
      entry.checkPosition(said, faults)
      entry.checkLimit(said.limitKm, faults)
      encoded.projects = readers.projects(row, PERSON.projects, faults)
      if (hasFaults(faults)) return refuse('invalid_input', faults)
      writeId(row, PERSON.profileId, encoded.id)
      encoded.skills = distinct(numbersAt(row, PERSON.skills, readers.skill, faults))
      const licences = numbersAt(row, PERSON.licences, readers.heldBy, faults)
      encoded.licences = distinct(licences.flatMap((licence) => held[licence] ?? []))
      writePerson(encoded, said)
      return ok(encoded)
    },
    offer(row, maxApplications) {
      const faults: entry.Faults = {}
      const position =
        isNull(row, OFFER.latitude) || isNull(row, OFFER.longitude)
          ? null
          : { latitude: float8At(row, OFFER.latitude), longitude: float8At(row, OFFER.longitude) }
      if (position) entry.checkPosition(position, faults)
      const said = {
        position,
        kind: numberAt(row, OFFER.kind, readers.kind, faults),
        publics: isNull(row, OFFER.eligiblePublics)
          ? 0
          : numberAt(row, OFFER.eligiblePublics, readers.offerPublics, faults),
        contracts: isNull(row, OFFER.contract)
          ? entry.contractBits([], faults)
          : numberAt(row, OFFER.contract, readers.contract, faults),
        slots: numberAt(row, OFFER.slots, readers.slots, faults),
        level: numberAt(row, OFFER.experience, readers.level, faults),
        from: isNull(row, OFFER.startsOn) ? entry.NO_DAY : numberAt(row, OFFER.startsOn, startsOn, faults),
        last: isNull(row, OFFER.endsOn) ? entry.NO_LAST_DAY : numberAt(row, OFFER.endsOn, endsOn, faults),
        isOpen: int4At(row, OFFER.liveApplications) < maxApplications,
      }
      if (hasFaults(faults)) return refuse('invalid_input', faults)
      writeId(row, OFFER.offerId, encoded.id)
      encoded.projects = isNull(row, OFFER.occupationCode)
        ? []
        : [numberAt(row, OFFER.occupationCode, readers.occupation, faults) + said.level]
      encoded.skills = distinct(numbersAt(row, OFFER.skills, readers.skill, faults))
      encoded.licences = distinct(numbersAt(row, OFFER.licences, readers.licence, faults))
      writeOffer(encoded, said)
      return ok(encoded)
    },
  }
}
