import { PROXIMITY } from '#app/domain/matching/weights.ts'
import type { Ask } from './ask.ts'
import { kmTo } from './distances.ts'
import * as entry from './entry.ts'
import { endOf, licencesAt, markedSkills, projectsAt, skillsAt } from './records.ts'
import type { Search } from './search.ts'
import { meet } from './seen.ts'
import * as tenths from './tenths.ts'
import { floorOf, isBehind, offerRow } from './top-k.ts'

// A constant of this very file costs nothing where it is named; one of another file is read each time.
const {
  FLAGS,
  ID,
  LAST,
  OPEN_FLAG,
  OTHER_LICENCES,
  PLACE,
  PROJECT_COUNT,
  RECORD,
  SKILLS,
  SLOT,
  WHOLE_LIMIT_FLAG,
} = entry

/** The person's project nearest to the offer (0–1) and the level had in it, as the domain chooses it. */
export type Nearest = { proximity: number; level: number }

// One record for every question: it is read before the next person is weighed.
const nearest: Nearest = { proximity: 0, level: 0 }

/** The nearest project of the person whose record this is. The answer is overwritten by the next call. */
export function nearestProject(search: Search, ask: Ask, record: number, isOpen: boolean): Nearest {
  const { proximities } = search
  const { records } = search.pool
  nearest.level = 0
  nearest.proximity = PROXIMITY.none
  if (ask.isOpen) {
    nearest.proximity = isOpen ? Math.max(PROXIMITY.openOffer, PROXIMITY.openPerson) : PROXIMITY.openOffer
    return nearest
  }
  const end = skillsAt(records, record)
  for (let at = projectsAt(record); at < end; at++) {
    const project = records[at] as number
    const proximity = proximities[project >> 2] as number
    const level = project & 3
    if (proximity <= 0 || proximity < nearest.proximity) continue
    if (proximity > nearest.proximity || level > nearest.level) {
      nearest.proximity = proximity
      nearest.level = level
    }
  }
  if (isOpen && nearest.proximity < PROXIMITY.openPerson) nearest.proximity = PROXIMITY.openPerson
  return nearest
}

function hasLicences(records: Int32Array, ask: Ask, record: number) {
  const had = records.subarray(licencesAt(records, record), endOf(records, record))
  return ask.licenceList.every((licence) => had.includes(licence))
}

/** The exact travel limit in km of the person whose words stand at `at`. */
export const limitAt = ({ pool }: Search, words: Int32Array, at: number): number =>
  (words[at + FLAGS] as number) & WHOLE_LIMIT_FLAG
    ? (words[at + LAST] as number)
    : (pool.limitsKm[words[at + SLOT] as number] as number)

/** Where the lists of a record stand: its projects, then its skills a line of memory further. */
const LISTS = PROJECT_COUNT
const FURTHER = LISTS + 16

/** Reads ahead the records of the candidates: memory answers many at once. */
function touchRecords({ pool, candidates }: Search, words: Int32Array) {
  const { records } = pool
  const last = records.length - 1
  let touched = 0
  for (let next = 0; next < candidates.count; next++) {
    const record = words[(candidates.at[next] as number) + RECORD] as number
    touched ^= (records[record + LISTS] as number) ^ (records[Math.min(last, record + FURTHER)] as number)
  }
  candidates.touched = touched
}

/**
 * Weighs the candidates, whose words stand in `words`: exact limit, licences beyond 31, the nearest project as the domain chooses
 * it, skills from the lists, the exact distance. Those among the best enter; no candidate is left.
 */
export function weighPeople(search: Search, ask: Ask, words: Int32Array): void {
  const { top, seen, candidates, pool } = search
  const { records } = pool
  const hasOtherLicences = (ask.licences & OTHER_LICENCES) !== 0
  touchRecords(search, words)
  let floor = floorOf(top)
  for (let next = 0; next < candidates.count; next++) {
    const most = candidates.most[next] as number
    if (most < floor) continue
    const at = candidates.at[next] as number
    const place = words[at + PLACE] as number
    if (most === floor && isBehind(top, kmTo(search, ask, place), words[at + ID] as number)) continue
    const slot = words[at + SLOT] as number
    if (!meet(seen, slot)) continue
    const record = words[at + RECORD] as number
    if (hasOtherLicences && !hasLicences(records, ask, record)) continue
    const isOpen = ((words[at + FLAGS] as number) & OPEN_FLAG) !== 0
    const { proximity, level } = nearestProject(search, ask, record, isOpen)
    const isNoneShared = ((words[at + SKILLS] as number) & ask.skills) === 0
    const shared = isNoneShared ? 0 : markedSkills(records, record, search.skillMarks)
    const bound =
      (candidates.rest[next] as number) +
      tenths.occupationTenths(proximity) +
      tenths.experienceTenths(ask.level, level) +
      (ask.skillTenths[shared] as number)
    if (bound + (candidates.travel[next] as number) < floor) continue
    const limitKm = limitAt(search, words, at)
    const km = kmTo(search, ask, place)
    if (!(km <= limitKm)) continue
    const score = bound + tenths.travelTenths(km, limitKm)
    if (score < floor) continue
    offerRow(top, score, km, slot)
    floor = floorOf(top)
  }
  candidates.count = 0
}
