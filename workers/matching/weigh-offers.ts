import { PROXIMITY } from '#app/domain/matching/weights.ts'
import type { Ask } from './ask.ts'
import { kmTo } from './distances.ts'
import * as entry from './entry.ts'
import { endOf, licencesAt, markedSkills, projectsAt } from './records.ts'
import type { Search } from './search.ts'
import { meet } from './seen.ts'
import * as tenths from './tenths.ts'
import { floorOf, isBehind, offerRow } from './top-k.ts'
import type { Nearest } from './weigh-people.ts'

// A constant of this very file costs nothing where it is named; one of another file is read each time.
const { FLAGS, ID, LICENCES, OTHER_LICENCES, PLACE, PROJECT_COUNT, RECORD, SKILL_COUNT, SLOT } = entry

const nearest: Nearest = { proximity: 0, level: 0 }

/** The project of the person who asks that is nearest to a stored offer (0–1), and the level had in it. The answer is overwritten by the next call. */
export function nearestOwnProject(search: Search, ask: Ask, record: number): Nearest {
  const { records } = search.pool
  const least = ask.isOpen ? PROXIMITY.openPerson : PROXIMITY.none
  if ((records[record + PROJECT_COUNT] as number) === 0) {
    nearest.level = 0
    nearest.proximity = Math.max(PROXIMITY.openOffer, least)
    return nearest
  }
  const occupation = (records[projectsAt(record)] as number) >> 2
  nearest.level = search.levels[occupation] as number
  nearest.proximity = Math.max(search.proximities[occupation] as number, least)
  return nearest
}

/** How many skills a stored offer wants. */
export const skillsWanted = (records: Int32Array, record: number): number =>
  records[record + SKILL_COUNT] as number

function hasLicences(records: Int32Array, ask: Ask, record: number) {
  const end = endOf(records, record)
  for (let at = licencesAt(records, record); at < end; at++)
    if (!ask.licenceList.includes(records[at] as number)) return false
  return true
}

/** Where the lists of a record stand. */
const LISTS = PROJECT_COUNT

/** Reads ahead the records of the candidates: memory answers many at once. */
function touchRecords({ pool, candidates }: Search, words: Int32Array) {
  const { records } = pool
  let touched = 0
  for (let next = 0; next < candidates.count; next++)
    touched ^= records[(words[(candidates.at[next] as number) + RECORD] as number) + LISTS] as number
  candidates.touched = touched
}

/**
 * Weighs the candidates, whose words stand in `words`: licences beyond 31, the nearest project, skills from the lists, the exact
 * distance. Those among the best enter; no candidate is left.
 */
export function weighOffers(search: Search, ask: Ask, words: Int32Array): void {
  const { top, seen, candidates, pool } = search
  const { records } = pool
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
    const isLong = ((words[at + LICENCES] as number) & OTHER_LICENCES) !== 0
    if (isLong && !hasLicences(records, ask, record)) continue
    const { proximity, level } = nearestOwnProject(search, ask, record)
    const bound =
      (candidates.rest[next] as number) +
      tenths.occupationTenths(proximity) +
      tenths.experienceTenths(entry.levelIn(words[at + FLAGS] as number), level) +
      tenths.skillTenths(markedSkills(records, record, search.skillMarks), skillsWanted(records, record))
    if (bound + (candidates.travel[next] as number) < floor) continue
    const km = kmTo(search, ask, place)
    if (!(km <= ask.limitKm)) continue
    const score = bound + tenths.travelTenths(km, ask.limitKm)
    if (score < floor) continue
    offerRow(top, score, km, slot)
    floor = floorOf(top)
  }
  candidates.count = 0
}
