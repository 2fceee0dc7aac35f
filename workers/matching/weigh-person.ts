import { PROXIMITY } from '#app/domain/matching/weights.ts'
import { float, int } from './arrays.ts'
import * as entry from './entry.ts'
import { type Ask, kmTo, type Search } from './search.ts'
import * as tenths from './tenths.ts'

/** The person's project nearest to the offer (0–1) and the level had in it, as the domain chooses it. */
export type Nearest = { proximity: number; level: number }

// One record for every question: it is read before the next person is weighed.
const nearest: Nearest = { proximity: 0, level: 0 }

/** The nearest project of the person in a slot. The record is overwritten by the next call. */
export function nearestProject(search: Search, ask: Ask, slot: number): Nearest {
  const { pool, proximities } = search
  const isOpen = (int(pool.words, slot * entry.ENTRY_WORDS + entry.FLAGS) & entry.OPEN_FLAG) !== 0
  nearest.level = 0
  nearest.proximity = isOpen ? PROXIMITY.openPerson : PROXIMITY.none
  if (ask.isOpen) {
    nearest.proximity = Math.max(PROXIMITY.openOffer, nearest.proximity)
    return nearest
  }
  const start = int(pool.listStarts, slot)
  const end = start + entry.LIST_HEAD + int(pool.lists, start)
  for (let at = start + entry.LIST_HEAD; at < end; at++) {
    const project = int(pool.lists, at)
    const proximity = float(proximities, project >> 2)
    const level = project & 3
    if (proximity <= 0 || proximity < nearest.proximity) continue
    if (proximity > nearest.proximity || level > nearest.level) {
      nearest.proximity = proximity
      nearest.level = level
    }
  }
  return nearest
}

function has(lists: Int32Array, from: number, count: number, item: number) {
  for (let at = from; at < from + count; at++) if (int(lists, at) === item) return true
  return false
}

/** How many of the skills wanted the person has. */
export function skillsHad(search: Search, ask: Ask, slot: number): number {
  const { lists, listStarts } = search.pool
  const start = int(listStarts, slot)
  const from = start + entry.LIST_HEAD + int(lists, start)
  const count = int(lists, start + 1)
  let had = 0
  for (const skill of ask.skillList) if (has(lists, from, count, skill)) had++
  return had
}

function hasLicences(search: Search, ask: Ask, slot: number) {
  const { lists, listStarts } = search.pool
  const start = int(listStarts, slot)
  const from = start + entry.LIST_HEAD + int(lists, start) + int(lists, start + 1)
  const count = int(lists, start + 2)
  return ask.licenceList.every((licence) => has(lists, from, count, licence))
}

/**
 * The score in tenths of a pair whose cheap gates are open, `rest` being schedule, start and contract; −1 when the exact
 * limit or a licence closes a gate.
 */
export function weighPerson(search: Search, ask: Ask, slot: number, rest: number): number {
  const limitKm = float(search.pool.limitsKm, slot)
  const km = kmTo(search, ask, int(search.pool.words, slot * entry.ENTRY_WORDS + entry.PLACE))
  if (!(km <= limitKm)) return -1
  if ((ask.licences & entry.OTHER_LICENCES) !== 0 && !hasLicences(search, ask, slot)) return -1
  const { proximity, level } = nearestProject(search, ask, slot)
  return (
    rest +
    tenths.occupationTenths(proximity) +
    tenths.experienceTenths(ask.level, level) +
    int(ask.skillTenths, skillsHad(search, ask, slot)) +
    tenths.travelTenths(km, limitKm)
  )
}
