import { type Arena, float64In, int32In, roomy, take, widenFloat64In, widenInt32In } from './arena.ts'
import type { Ask } from './ask.ts'
import {
  AROUND_BYTES,
  FIRST_KEYS,
  ID_TEXT_BYTES,
  KEY_BYTES,
  LIST_BYTES,
  ROW_BYTES,
  TOLD_BYTES,
} from './core/layout.ts'
import type { Core } from './core-instance.ts'
import { writeNumbers } from './records.ts'

/** What the core reads of a question, and the rows it leaves, in the arena of the thread that asks. */
export type Marks = {
  arena: Arena
  /** What each number of the skills wanted brings. */
  skillTenths: Int32Array
  /** Its licences (records.ts), and where they end. */
  licences: Int32Array
  licencesEnd: number
  /** By skill: how many times the question names it. */
  skillMarks: Int32Array
  /** By occupation: proximity (0–1), level had. */
  proximities: Float64Array
  levels: Int32Array
  /** By occupation: the last question that swept it. */
  swept: Int32Array
  /** Where the cells around a question are kept, by index, and for how many there is room. */
  around: { at: number; room: number }[]
  /** How many lists of near occupations a question may have. */
  lists: number
  /** How many slots may be met, and rows be kept. */
  slots: number
  rows: number
  rowsAt: number
  /** The rows told, as whole numbers and as others (core/layout.ts). */
  told: Int32Array
  toldKm: Float64Array
  /** The texts of their ids, one after the other. */
  texts: Buffer
}

/** Marks of nobody. */
export const createMarks = (arena: Arena): Marks => ({
  arena,
  skillTenths: int32In(arena, 64),
  licences: int32In(arena, 64),
  licencesEnd: 0,
  skillMarks: int32In(arena, 64),
  proximities: float64In(arena, 64),
  levels: int32In(arena, 64),
  swept: int32In(arena, 64),
  around: [],
  lists: -1,
  slots: -1,
  rows: -1,
  rowsAt: 0,
  told: new Int32Array(0),
  toldKm: new Float64Array(0),
  texts: Buffer.alloc(0),
})

/** Room for the tables of slots met: a table twice as long follows each, the last at most half full. */
function metBytes(slots: number): number {
  let keys = FIRST_KEYS
  while (keys < 2 * (slots + 1)) keys *= 2
  return 2 * keys * KEY_BYTES
}

// Room is taken first and noted afterwards: when there is none, the next question asks for it again.
function makeRows(marks: Marks, rows: number) {
  const { arena } = marks
  const rowsAt = take(arena, rows * ROW_BYTES)
  const told = int32In(arena, (rows * TOLD_BYTES) / 4)
  const toldKm = new Float64Array(told.buffer, told.byteOffset, (rows * TOLD_BYTES) / 8)
  const textsAt = take(arena, rows * ID_TEXT_BYTES)
  const texts = Buffer.from(arena.memory.buffer, textsAt, rows * ID_TEXT_BYTES)
  Object.assign(marks, { rows, rowsAt, told, toldKm, texts })
}

function makeMet(marks: Marks, core: Core, slots: number) {
  core.keepMet(take(marks.arena, metBytes(slots)))
  marks.slots = slots
}

function makeLists(marks: Marks, core: Core, lists: number) {
  core.keepLists(take(marks.arena, lists * LIST_BYTES))
  marks.lists = lists
}

/** Room for so many cells around a question in one index. */
export function roomAround(marks: Marks, index: number, cells: number): Marks['around'][number] {
  const known = marks.around[index]
  if (known && known.room >= cells) return known
  const room = roomy(cells)
  const around = { at: take(marks.arena, room * AROUND_BYTES), room }
  marks.around[index] = around
  return around
}

/** Gives the marks room for a pool of so many slots, so many rows, occupations, skills and lists. */
export function widenMarks(
  marks: Marks,
  core: Core,
  needed: { slots: number; rows: number; occupations: number; skills: number; lists: number },
): void {
  const { arena } = marks
  if (needed.slots > marks.slots) makeMet(marks, core, roomy(needed.slots))
  if (needed.lists > marks.lists) makeLists(marks, core, roomy(needed.lists))
  if (needed.rows > marks.rows) makeRows(marks, roomy(needed.rows))
  marks.skillMarks = widenInt32In(arena, marks.skillMarks, needed.skills)
  marks.proximities = widenFloat64In(arena, marks.proximities, needed.occupations)
  marks.levels = widenInt32In(arena, marks.levels, needed.occupations)
  marks.swept = widenInt32In(arena, marks.swept, needed.occupations)
}

/** Writes the lists of a question. */
export function writeLists(marks: Marks, { skillList, licenceList }: Ask): void {
  marks.skillTenths = widenInt32In(marks.arena, marks.skillTenths, skillList.length + 1)
  marks.licences = widenInt32In(marks.arena, marks.licences, licenceList.length)
  const halves = writeNumbers(marks.licences, 0, licenceList)
  marks.licencesEnd = marks.licences.byteOffset + halves * 2
  for (const skill of skillList) marks.skillMarks[skill] = (marks.skillMarks[skill] as number) + 1
}
