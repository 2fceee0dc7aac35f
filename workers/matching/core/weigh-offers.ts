import {
  candidateAt,
  candidateCount,
  forgetCandidates,
  isLeftOut,
  recordOf,
  touchRecords,
} from './candidates'
import { kmTo } from './distances'
import { EXPERIENCE_MASK, EXPERIENCE_SHIFT, OPEN_OFFER, OPEN_PERSON, OTHER_LICENCES } from './given'
import {
  CANDIDATE_ENTRY,
  CANDIDATE_REST,
  CANDIDATE_TRAVEL,
  FLAGS,
  ID,
  LICENCES,
  PLACE,
  PROJECT_COUNT,
  SKILL_COUNT,
  SLOT,
} from './layout'
import { holdsAll, licencesNamed, licencesOf, markedSkills, projectsOf } from './lists'
import { word } from './memory'
import { isOpen, levels, licenceCount, licenceList, limitKm, proximities } from './question'
import { meet } from './seen'
import { experienceTenths, occupationTenths, skillTenths, travelTenths } from './tenths'
import { floorOf, offerRow } from './top'

/** The proximity (0–1) to a stored offer of the nearest project of the person who asks, and the level had in it. */
export let ownProximity: f64 = 0
export let ownLevel: i32 = 0

/** Finds the project of the person who asks that is nearest to the offer whose record this is. */
export function findOwnProject(record: usize): void {
  const least: f64 = isOpen ? OPEN_PERSON : 0
  if (word(record, PROJECT_COUNT) === 0) {
    ownLevel = 0
    ownProximity = max<f64>(OPEN_OFFER, least)
    return
  }
  const occupation = load<i32>(projectsOf(record)) >> 2
  ownLevel = word(levels, occupation)
  ownProximity = max<f64>(load<f64>(proximities + (occupation << 3)), least)
}

/** The experience level that an offer's flags want, 0–3. */
export function levelWanted(flags: i32): i32 {
  return (flags & EXPERIENCE_MASK) >>> EXPERIENCE_SHIFT
}

function weigh(candidate: usize, floor: i32): void {
  const entry = load<usize>(candidate + CANDIDATE_ENTRY)
  const slot = word(entry, SLOT)
  if (!meet(slot)) return
  const record = recordOf(entry)
  if (
    (word(entry, LICENCES) & OTHER_LICENCES) !== 0 &&
    !holdsAll(licencesOf(record), licencesNamed(record), licenceList, licenceCount)
  )
    return
  findOwnProject(record)
  const bound =
    load<i32>(candidate + CANDIDATE_REST) +
    occupationTenths(ownProximity) +
    experienceTenths(levelWanted(word(entry, FLAGS)), ownLevel) +
    skillTenths(markedSkills(record), word(record, SKILL_COUNT))
  if (bound + load<i32>(candidate + CANDIDATE_TRAVEL) < floor) return
  const km = kmTo(word(entry, PLACE))
  if (!(km <= limitKm)) return
  const score = bound + travelTenths(km, limitKm)
  if (score >= floor) offerRow(score, km, word(record, ID), slot, record)
}

/**
 * Weighs the candidates: licences beyond 31, the nearest project, skills from the lists, the exact distance. Those among the best
 * enter; no candidate is left.
 */
export function weighOffers(): void {
  touchRecords()
  for (let number = 0; number < candidateCount(); number++) {
    const floor = floorOf()
    if (!isLeftOut(candidateAt(number), floor)) weigh(candidateAt(number), floor)
  }
  forgetCandidates()
}
