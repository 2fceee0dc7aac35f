import type { Ask } from './ask.ts'
import { widenMarks, writeLists } from './marks.ts'
import { nearOf, type Search } from './search.ts'

function forget({ marks, noted, marked }: Search) {
  for (const { occupations } of noted)
    for (let at = 0; at < occupations.length; at++) {
      marks.proximities[occupations[at] as number] = 0
      marks.levels[occupations[at] as number] = 0
    }
  for (const skill of marked) marks.skillMarks[skill] = 0
}

function makeRoom(search: Search, rows: number) {
  const { pool, near, core, marks } = search
  if (near.byPlace[0]?.neighbourhood.grid !== pool.layers[0]?.byPlace.grid)
    search.near = nearOf(marks.arena, pool)
  const occupations = search.occupations.numbers.size
  widenMarks(marks, core, { slots: pool.slots, rows, occupations, skills: search.skills.size })
  if (search.swept.length < occupations) search.swept = new Int32Array(marks.levels.length)
}

/** Gives the core the question, in the order of its arguments (core/question.ts). */
function tellCore({ core, marks, pool, places }: Search, ask: Ask) {
  core.readAsked(
    ask.kinds,
    ask.publics,
    ask.contracts,
    ask.level,
    ask.slots,
    ask.skills[0],
    ask.skills[1],
    ask.licences,
    ask.available,
    ask.from,
    ask.last,
    ask.isOpen ? 1 : 0,
    ask.limitKm,
    ask.x,
    ask.y,
    ask.z,
  )
  core.readLists(
    marks.skillTenths.byteOffset,
    ask.skillList.length,
    marks.skillMarks.byteOffset,
    marks.licences.byteOffset,
    ask.licenceList.length,
    marks.proximities.byteOffset,
    marks.levels.byteOffset,
    pool.records.byteOffset,
    places.vectors.byteOffset,
  )
}

/**
 * Starts a question that keeps so many rows: old marks are forgotten, its own written, and there is room for every occupation and
 * skill. False when no row is wanted.
 */
export function startSearch(search: Search, ask: Ask, keep: number): boolean {
  const { pool, core, marks, position } = search
  const rows = Math.max(0, Math.min(Math.floor(keep), pool.slots))
  search.turn++
  search.floor = -1
  forget(search)
  search.noted = []
  search.marked = ask.skillList
  makeRoom(search, rows)
  writeLists(marks, ask)
  position.latitude = ask.latitude
  position.longitude = ask.longitude
  core.start(marks.rowsAt, rows, marks.skillTenths.byteOffset, ask.skillList.length)
  tellCore(search, ask)
  return rows > 0
}
