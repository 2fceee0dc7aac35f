import { PROXIMITY } from '#app/domain/matching/weights.ts'
import * as entry from './entry.ts'
import { endOf, licencesAt, markedSkills, projectsAt, skillsAt } from './records.ts'
import { type Ask, kmTo, type Search } from './search.ts'
import * as tenths from './tenths.ts'

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
  (words[at + entry.FLAGS] as number) & entry.WHOLE_LIMIT_FLAG
    ? (words[at + entry.LAST] as number)
    : (pool.limitsKm[words[at + entry.SLOT] as number] as number)

/**
 * The score in tenths of a pair whose cheap gates are open, from the person's words at `at`, `rest` being schedule, start and
 * contract; −1 when the exact limit or a licence closes a gate.
 */
export function weighPerson(search: Search, ask: Ask, words: Int32Array, at: number, rest: number): number {
  const limitKm = limitAt(search, words, at)
  const km = kmTo(search, ask, words[at + entry.PLACE] as number)
  if (!(km <= limitKm)) return -1
  const { records } = search.pool
  const record = words[at + entry.RECORD] as number
  if ((ask.licences & entry.OTHER_LICENCES) !== 0 && !hasLicences(records, ask, record)) return -1
  const isOpen = ((words[at + entry.FLAGS] as number) & entry.OPEN_FLAG) !== 0
  const { proximity, level } = nearestProject(search, ask, record, isOpen)
  const isNoneShared = ((words[at + entry.SKILLS] as number) & ask.skills) === 0
  const shared = isNoneShared ? 0 : markedSkills(records, record, search.skillMarks)
  return (
    rest +
    tenths.occupationTenths(proximity) +
    tenths.experienceTenths(ask.level, level) +
    (ask.skillTenths[shared] as number) +
    tenths.travelTenths(km, limitKm)
  )
}
