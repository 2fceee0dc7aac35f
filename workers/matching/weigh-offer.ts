import { PROXIMITY } from '#app/domain/matching/weights.ts'
import { float, int } from './arrays.ts'
import * as entry from './entry.ts'
import { type Ask, kmTo, type Search } from './search.ts'
import * as tenths from './tenths.ts'
import type { Nearest } from './weigh-person.ts'

const nearest: Nearest = { proximity: 0, level: 0 }

/** The project of the person who asks that is nearest to a stored offer (0–1), and the level had in it. The record is overwritten by the next call. */
export function nearestOwnProject(search: Search, ask: Ask, slot: number): Nearest {
  const { pool } = search
  nearest.level = 0
  nearest.proximity = ask.isOpen ? PROXIMITY.openPerson : PROXIMITY.none
  const start = int(pool.listStarts, slot)
  if (int(pool.lists, start) === 0) {
    nearest.proximity = Math.max(PROXIMITY.openOffer, nearest.proximity)
    return nearest
  }
  const occupation = int(pool.lists, start + entry.LIST_HEAD) >> 2
  const proximity = float(search.proximities, occupation)
  const level = int(search.levels, occupation)
  if (proximity > nearest.proximity || (proximity === nearest.proximity && level > nearest.level)) {
    nearest.proximity = proximity
    nearest.level = level
  }
  return nearest
}

/** How many skills a stored offer wants. */
export const skillsWanted = ({ pool }: Search, slot: number): number =>
  int(pool.lists, int(pool.listStarts, slot) + 1)

/** How many of a stored offer's skills the person who asks has. */
export function ownSkills(search: Search, ask: Ask, slot: number): number {
  const { lists, listStarts } = search.pool
  const start = int(listStarts, slot)
  const from = start + entry.LIST_HEAD + int(lists, start)
  let had = 0
  for (let at = from; at < from + int(lists, start + 1); at++)
    if (ask.skillList.includes(int(lists, at))) had++
  return had
}

function hasLicences(search: Search, ask: Ask, slot: number) {
  const { lists, listStarts } = search.pool
  const start = int(listStarts, slot)
  const from = start + entry.LIST_HEAD + int(lists, start) + int(lists, start + 1)
  for (let at = from; at < from + int(lists, start + 2); at++)
    if (!ask.licenceList.includes(int(lists, at))) return false
  return true
}

/** The score in tenths of a pair whose cheap gates are open, `rest` being schedule, start and contract; −1 when a gate is closed. */
export function weighOffer(search: Search, ask: Ask, slot: number, rest: number): number {
  const from = slot * entry.ENTRY_WORDS
  const km = kmTo(search, ask, int(search.pool.words, from + entry.PLACE))
  if (!(km <= ask.limitKm)) return -1
  const isLong = (int(search.pool.words, from + entry.LICENCES) & entry.OTHER_LICENCES) !== 0
  if (isLong && !hasLicences(search, ask, slot)) return -1
  const { proximity, level } = nearestOwnProject(search, ask, slot)
  return (
    rest +
    tenths.occupationTenths(proximity) +
    tenths.experienceTenths(entry.levelIn(int(search.pool.words, from + entry.FLAGS)), level) +
    tenths.skillTenths(ownSkills(search, ask, slot), skillsWanted(search, slot)) +
    tenths.travelTenths(km, ask.limitKm)
  )
}
