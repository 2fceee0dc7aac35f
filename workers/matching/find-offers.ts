import { PROXIMITY } from '#app/domain/matching/weights.ts'
import type { Ask } from './ask.ts'
import { EVERYBODY, OPEN } from './layers.ts'
import type { Nearness } from './occupation-index.ts'
import { couldEnter, lookAround, MOST_FAMILIES, type Search } from './search.ts'
import { startSearch } from './start-search.ts'
import { addFamily, startFamilies, sweepFamilies } from './sweep.ts'
import * as tenths from './tenths.ts'

type Question = { search: Search; ask: Ask; today: number }

function sweepByPlace(question: Question, family: number) {
  const { search, ask, today } = question
  if (!couldEnter(search, PROXIMITY.openOffer)) return
  lookAround(search, ask, { by: 'byPlace', layer: 0 }, ask.limitKm)
  // Experience is had in a project: it counts for no offer that is open to anybody.
  let level = 0
  if (family === EVERYBODY) for (const project of ask.projects) level = Math.max(level, project & 3)
  startFamilies(search.families)
  addFamily(search.families, family, tenths.occupationTenths(PROXIMITY.openOffer), level)
  sweepFamilies(search, 'byPlace', today)
}

/** Notes for each occupation the nearest of the person's projects, and the level had in it. */
function noteProjects({ marks, occupations }: Search, ask: Ask): Nearness[] {
  const lists: Nearness[] = []
  for (const project of ask.projects) {
    const offered = occupations.offered[project >> 2]
    if (!offered) continue
    lists.push(offered)
    for (let at = 0; at < offered.occupations.length; at++) {
      const occupation = offered.occupations[at] as number
      const proximity = offered.proximities[at] as number
      const known = marks.proximities[occupation] as number
      if (proximity < known) continue
      if (proximity > known || (project & 3) > (marks.levels[occupation] as number))
        marks.levels[occupation] = project & 3
      marks.proximities[occupation] = proximity
    }
  }
  return lists
}

function isNothingRead(cursors: Int32Array) {
  for (const cursor of cursors) if (cursor > 0) return false
  return true
}

/** Which list has the nearest occupation left; −1 when all are read. */
function nearestList(lists: readonly Nearness[], cursors: Int32Array): number {
  let best = -1
  let proximity = 0
  for (let at = 0; at < lists.length; at++) {
    const list = lists[at] as Nearness
    const next = list.proximities[cursors[at] as number] ?? 0
    if (next <= proximity) continue
    best = at
    proximity = next
  }
  return best
}

/** Notes the next occupations to sweep together, by falling proximity, each once, none below `least`. */
function noteFamilies(search: Search, lists: readonly Nearness[], cursors: Int32Array, least: number) {
  const { families, swept, turn, marks } = search
  const most = isNothingRead(cursors) ? 1 : MOST_FAMILIES
  startFamilies(families)
  while (families.count < most) {
    const from = nearestList(lists, cursors)
    const list = lists[from]
    if (!list) return
    const at = cursors[from] as number
    const occupation = list.occupations[at] as number
    const proximity = list.proximities[at] as number
    if (proximity < least || !couldEnter(search, proximity)) return
    cursors[from] = at + 1
    if (swept[occupation] === turn || proximity < (marks.proximities[occupation] as number)) continue
    swept[occupation] = turn
    addFamily(families, occupation, tenths.occupationTenths(proximity), marks.levels[occupation] as number)
  }
}

/** Sweeps occupations by falling proximity, none below `least`, while they could bring something among the best. */
function sweepOccupations(
  question: Question,
  lists: readonly Nearness[],
  cursors: Int32Array,
  least: number,
) {
  const { search, today } = question
  noteFamilies(search, lists, cursors, least)
  while (search.families.count > 0) {
    sweepFamilies(search, 'byOccupation', today)
    noteFamilies(search, lists, cursors, least)
  }
}

/**
 * Leaves in the core the best offers for a person (`today` in days since 1970, `keep` rows at most): occupations by
 * falling proximity to any project, cells by rising distance, each left out as soon as nothing in it could enter.
 */
export function findOffers(search: Search, ask: Ask, when: { today: number; keep: number }): void {
  if (!startSearch(search, ask, when.keep)) return
  lookAround(search, ask, { by: 'byOccupation', layer: 0 }, ask.limitKm)
  const lists = noteProjects(search, ask)
  search.noted = lists
  const cursors = new Int32Array(lists.length)
  const question = { search, ask, today: when.today }
  sweepOccupations(question, lists, cursors, PROXIMITY.openPerson)
  sweepByPlace(question, ask.isOpen ? EVERYBODY : OPEN)
  sweepOccupations(question, lists, cursors, PROXIMITY.none)
}
