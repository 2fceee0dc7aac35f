import type { Ask } from './ask.ts'
import { widenMarks, writeLists } from './marks.ts'
import type { Search } from './search.ts'

function makeRoom(search: Search, ask: Ask, rows: number) {
  const { pool, core, marks } = search
  widenMarks(marks, core, {
    slots: pool.slots,
    rows,
    occupations: search.occupations.numbers.size,
    skills: search.skills.size,
    lists: ask.projects.length,
  })
}

/** Gives the core the question, in the order of its arguments (core/question.ts). */
function tellCore({ core, marks, pool, places }: Search, ask: Ask, today: number) {
  core.readAsked(
    pool.side === 'people' ? 1 : 0,
    today,
    ask.kinds,
    ask.publics,
    ask.contracts,
    ask.level,
    ask.slots,
    ask.skills[0],
    ask.skills[1],
    ask.skillsAgain,
    ask.licences,
    ask.available,
    ask.from,
    ask.last,
    ask.isOpen ? 1 : 0,
    ask.limitKm,
    ask.x,
    ask.y,
    ask.z,
    ask.latitude,
    ask.longitude,
    ask.cosine,
  )
  core.readLists(
    marks.skillTenths.byteOffset,
    ask.skillList.length,
    marks.skillMarks.byteOffset,
    marks.licences.byteOffset,
    marks.licencesEnd,
    marks.proximities.byteOffset,
    marks.levels.byteOffset,
    marks.swept.byteOffset,
    pool.records.byteOffset,
    places.vectors.byteOffset,
    places.positions.byteOffset,
  )
}

/** The day of a question, in days since 1970, and the most rows wanted. */
export type When = { today: number; keep: number }

/** Starts a question: the last one is forgotten, and there is room for what this one marks. False when no row is wanted. */
export function startSearch(search: Search, ask: Ask, { today, keep }: When): boolean {
  const { pool, core, marks } = search
  const rows = Math.max(0, Math.min(Math.floor(keep), pool.slots))
  core.forget()
  for (const skill of search.marked) marks.skillMarks[skill] = 0
  search.marked = ask.skillList
  makeRoom(search, ask, rows)
  writeLists(marks, ask)
  core.start(marks.rowsAt, rows, marks.skillTenths.byteOffset, ask.skillList.length)
  tellCore(search, ask, today)
  return rows > 0
}
