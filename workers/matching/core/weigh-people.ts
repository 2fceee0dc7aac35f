import { limitOf, OPEN_FLAG, OPEN_OFFER, OPEN_PERSON, OTHER_LICENCES, WHOLE_LIMIT_FLAG } from './given'
import { FLAGS, LAST, LONG_NUMBER, SKILLS, SLOT } from './layout'
import { endOf, holdsAll, licencesOf, longAt, markedSkills, projectsOf, skillsOf } from './lists'
import { twoWords, word } from './memory'
import {
  isOpen,
  level,
  licenceEnd,
  licenceList,
  licences,
  proximities,
  skills,
  skillTenths,
} from './question'
import { experienceTenths, occupationTenths } from './tenths'

/** How near the person is to the offer (0–1), and the most experience had in a project that has to do with it, as the domain reckons. */
export let nearestProximity: f64 = 0
export let mostLevel: i32 = 0

/** Finds them for the person whose record and flags these are. */
export function findNearness(record: usize, flags: i32): void {
  const isPersonOpen = (flags & OPEN_FLAG) !== 0
  nearestProximity = 0
  mostLevel = 0
  if (isOpen) {
    nearestProximity = isPersonOpen ? max<f64>(OPEN_OFFER, OPEN_PERSON) : OPEN_OFFER
    return
  }
  const end = skillsOf(record)
  for (let at = projectsOf(record); at < end; at += 2) {
    let project = i32(load<u16>(at))
    if (project >= LONG_NUMBER) {
      project = longAt(at)
      at += 2
    }
    const proximity = load<f64>(proximities + ((project >> 2) << 3))
    if (proximity <= 0) continue
    nearestProximity = max<f64>(nearestProximity, proximity)
    mostLevel = max<i32>(mostLevel, project & 3)
  }
  if (isPersonOpen && nearestProximity < OPEN_PERSON) nearestProximity = OPEN_PERSON
}

/** The exact travel limit in km of the person whose entry and record stand there. */
export function limitAt(entry: usize, record: usize): f64 {
  return (word(entry, FLAGS) & WHOLE_LIMIT_FLAG) !== 0 ? f64(word(entry, LAST)) : limitOf(word(record, SLOT))
}

/**
 * What a person scores but for travel: licences beyond 31, nearness and experience as the domain reckons them, skills from the lists; `rest`
 * is what schedule, start and contract bring. −1 when a gate is closed.
 */
export function scoreOfPerson(entry: usize, record: usize, rest: i32): i32 {
  if (
    (licences & OTHER_LICENCES) !== 0 &&
    !holdsAll(licenceList, licenceEnd, licencesOf(record), endOf(record))
  )
    return -1
  findNearness(record, word(entry, FLAGS))
  const shared = (twoWords(entry, SKILLS) & skills) === 0 ? 0 : markedSkills(record)
  return (
    rest + occupationTenths(nearestProximity) + experienceTenths(level, mostLevel) + word(skillTenths, shared)
  )
}
