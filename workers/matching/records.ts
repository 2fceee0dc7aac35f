import { ID, LICENCES_AT, LONG_NUMBER, RECORD_END, RECORD_HEAD, SKILLS_AT, SLOT } from './core/layout.ts'

/** The lists of a record, in its order. */
type Lists = { projects: readonly number[]; skills: readonly number[]; licences: readonly number[] }

const halvesOf = (number: number) => (number < LONG_NUMBER ? 1 : 2)

const halvesIn = (numbers: readonly number[]) =>
  numbers.reduce((halves, number) => halves + halvesOf(number), 0)

const wordsFor = (halves: number) => (halves + 1) >> 1

/** How many words the record of these lists takes. */
export const recordLength = ({ projects, skills, licences }: Lists): number =>
  RECORD_HEAD + wordsFor(halvesIn(projects) + halvesIn(skills) + halvesIn(licences))

/** How many words the record that stands there takes. */
export const lengthAt = (records: Int32Array, record: number): number =>
  wordsFor((records[record + RECORD_END] as number) >> 1)

function writeHalf(words: Int32Array, half: number, value: number) {
  const word = half >> 1
  words[word] =
    half & 1
      ? ((words[word] as number) & 0xffff) | (value << 16)
      : ((words[word] as number) & ~0xffff) | (value & 0xffff)
}

const halfAt = (words: Int32Array, half: number) =>
  half & 1 ? (words[half >> 1] as number) >>> 16 : (words[half >> 1] as number) & 0xffff

/** Writes numbers (0 to 2³¹ − 1) from a half word on, as the core reads them; returns the half behind the last. */
export function writeNumbers(words: Int32Array, half: number, numbers: readonly number[]): number {
  let at = half
  for (const number of numbers) {
    if (number >= LONG_NUMBER) writeHalf(words, at++, LONG_NUMBER | (number >>> 16))
    writeHalf(words, at++, number & 0xffff)
  }
  return at
}

function readNumbers(words: Int32Array, from: number, to: number): number[] {
  const numbers: number[] = []
  for (let at = from; at < to; at++) {
    const half = halfAt(words, at)
    numbers.push(half < LONG_NUMBER ? half : ((half ^ LONG_NUMBER) << 16) | halfAt(words, ++at))
  }
  return numbers
}

/** Writes a record: the four words of the id, the slot, then the lists. */
export function writeRecord(
  records: Int32Array,
  record: number,
  who: { id: Int32Array; slot: number },
  lists: Lists,
): void {
  const start = record * 2
  const skills = writeNumbers(records, start + RECORD_HEAD * 2, lists.projects)
  const licences = writeNumbers(records, skills, lists.skills)
  const end = writeNumbers(records, licences, lists.licences)
  records.set(who.id, record + ID)
  records[record + SLOT] = who.slot
  records[record + SKILLS_AT] = (skills - start) * 2
  records[record + LICENCES_AT] = (licences - start) * 2
  records[record + RECORD_END] = (end - start) * 2
}

const halfOf = (records: Int32Array, record: number, word: number) =>
  record * 2 + ((records[record + word] as number) >> 1)

/** The projects of the record that stands there: occupation × 4 + level. */
export const projectsAt = (records: Int32Array, record: number): number[] =>
  readNumbers(records, (record + RECORD_HEAD) * 2, halfOf(records, record, SKILLS_AT))

/** Its skills. */
export const skillsAt = (records: Int32Array, record: number): number[] =>
  readNumbers(records, halfOf(records, record, SKILLS_AT), halfOf(records, record, LICENCES_AT))

/** Its licences. */
export const licencesAt = (records: Int32Array, record: number): number[] =>
  readNumbers(records, halfOf(records, record, LICENCES_AT), halfOf(records, record, RECORD_END))
