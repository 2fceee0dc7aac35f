import { PROXIMITY } from '#app/domain/matching/weights.ts'
import * as entry from './entry.ts'
import { endOf, licencesAt, markedSkills, projectsAt } from './records.ts'
import { type Ask, kmTo, type Search } from './search.ts'
import * as tenths from './tenths.ts'
import type { Nearest } from './weigh-person.ts'

const nearest: Nearest = { proximity: 0, level: 0 }

/** The project of the person who asks that is nearest to a stored offer (0–1), and the level had in it. The answer is overwritten by the next call. */
export function nearestOwnProject(search: Search, ask: Ask, record: number): Nearest {
  const { records } = search.pool
  const least = ask.isOpen ? PROXIMITY.openPerson : PROXIMITY.none
  if ((records[record + entry.PROJECT_COUNT] as number) === 0) {
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
  records[record + entry.SKILL_COUNT] as number

function hasLicences(records: Int32Array, ask: Ask, record: number) {
  const end = endOf(records, record)
  for (let at = licencesAt(records, record); at < end; at++)
    if (!ask.licenceList.includes(records[at] as number)) return false
  return true
}

/**
 * The score in tenths of a pair whose cheap gates are open, from the offer's words at `at`, `rest` being schedule, start and
 * contract; −1 when a gate is closed.
 */
export function weighOffer(search: Search, ask: Ask, words: Int32Array, at: number, rest: number): number {
  const km = kmTo(search, ask, words[at + entry.PLACE] as number)
  if (!(km <= ask.limitKm)) return -1
  const { records } = search.pool
  const record = words[at + entry.RECORD] as number
  const isLong = ((words[at + entry.LICENCES] as number) & entry.OTHER_LICENCES) !== 0
  if (isLong && !hasLicences(records, ask, record)) return -1
  const { proximity, level } = nearestOwnProject(search, ask, record)
  return (
    rest +
    tenths.occupationTenths(proximity) +
    tenths.experienceTenths(entry.levelIn(words[at + entry.FLAGS] as number), level) +
    tenths.skillTenths(markedSkills(records, record, search.skillMarks), skillsWanted(records, record)) +
    tenths.travelTenths(km, ask.limitKm)
  )
}
