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

/** The proximity (0–1) of the person's project nearest to the offer, and the level had in it, as the domain chooses it. */
export let nearestProximity: f64 = 0
export let nearestLevel: i32 = 0

/** Finds the nearest project of the person whose record and flags these are. */
export function findNearestProject(record: usize, flags: i32): void {
  const isPersonOpen = (flags & OPEN_FLAG) !== 0
  nearestProximity = 0
  nearestLevel = 0
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
    if (proximity <= 0 || proximity < nearestProximity) continue
    const had = project & 3
    if (proximity === nearestProximity && had <= nearestLevel) continue
    nearestProximity = proximity
    nearestLevel = had
  }
  if (isPersonOpen && nearestProximity < OPEN_PERSON) nearestProximity = OPEN_PERSON
}

/** The exact travel limit in km of the person whose entry and record stand there. */
export function limitAt(entry: usize, record: usize): f64 {
  return (word(entry, FLAGS) & WHOLE_LIMIT_FLAG) !== 0 ? f64(word(entry, LAST)) : limitOf(word(record, SLOT))
}

/**
 * What a person scores but for travel: licences beyond 31, the nearest project as the domain chooses it, skills from the lists; `rest`
 * is what schedule, start and contract bring. −1 when a gate is closed.
 */
export function scoreOfPerson(entry: usize, record: usize, rest: i32): i32 {
  if (
    (licences & OTHER_LICENCES) !== 0 &&
    !holdsAll(licenceList, licenceEnd, licencesOf(record), endOf(record))
  )
    return -1
  findNearestProject(record, word(entry, FLAGS))
  const shared = (twoWords(entry, SKILLS) & skills) === 0 ? 0 : markedSkills(record)
  return (
    rest +
    occupationTenths(nearestProximity) +
    experienceTenths(level, nearestLevel) +
    word(skillTenths, shared)
  )
}
