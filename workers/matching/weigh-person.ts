import { PROXIMITY } from '#app/domain/matching/weights.ts'
import { float, int } from './arrays.ts'
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
  nearest.proximity = isOpen ? PROXIMITY.openPerson : PROXIMITY.none
  if (ask.isOpen) {
    nearest.proximity = Math.max(PROXIMITY.openOffer, nearest.proximity)
    return nearest
  }
  const end = skillsAt(records, record)
  for (let at = projectsAt(record); at < end; at++) {
    const project = int(records, at)
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

function hasLicences(records: Int32Array, ask: Ask, record: number) {
  const had = records.subarray(licencesAt(records, record), endOf(records, record))
  return ask.licenceList.every((licence) => had.includes(licence))
}

/** The exact travel limit in km of the person whose words stand at `at`. */
export const limitAt = ({ pool }: Search, words: Int32Array, at: number): number =>
  int(words, at + entry.FLAGS) & entry.WHOLE_LIMIT_FLAG
    ? int(words, at + entry.LAST)
    : float(pool.limitsKm, int(pool.records, int(words, at + entry.RECORD)))

/**
 * The score in tenths of a pair whose cheap gates are open, from the person's words at `at`, `rest` being schedule, start and
 * contract; −1 when the exact limit or a licence closes a gate.
 */
export function weighPerson(search: Search, ask: Ask, words: Int32Array, at: number, rest: number): number {
  const limitKm = limitAt(search, words, at)
  const km = kmTo(search, ask, int(words, at + entry.PLACE))
  if (!(km <= limitKm)) return -1
  const { records } = search.pool
  const record = int(words, at + entry.RECORD)
  if ((ask.licences & entry.OTHER_LICENCES) !== 0 && !hasLicences(records, ask, record)) return -1
  const isOpen = (int(words, at + entry.FLAGS) & entry.OPEN_FLAG) !== 0
  const { proximity, level } = nearestProject(search, ask, record, isOpen)
  const isNoneShared = (int(words, at + entry.SKILLS) & ask.skills) === 0
  const shared = isNoneShared ? 0 : markedSkills(records, record, search.skillMarks)
  return (
    rest +
    tenths.occupationTenths(proximity) +
    tenths.experienceTenths(ask.level, level) +
    int(ask.skillTenths, shared) +
    tenths.travelTenths(km, limitKm)
  )
}
