import {
  EXPERIENCE_MASK,
  EXPERIENCE_SHIFT,
  MANY_SKILLS,
  OPEN_OFFER,
  OPEN_PERSON,
  OTHER_LICENCES,
  WANTED_SHIFT,
} from './given'
import { FLAGS, LICENCES } from './layout'
import {
  endOf,
  holdsAll,
  licencesOf,
  markedSkills,
  numberAt,
  projectsOf,
  skillsNamed,
  skillsOf,
} from './lists'
import { word } from './memory'
import { isOpen, levels, licenceEnd, licenceList, proximities } from './question'
import { experienceTenths, occupationTenths, skillTenths } from './tenths'

/** The proximity (0–1) to a stored offer of the nearest project of the person who asks, and the most experience had in one that has to do with it. */
export let ownProximity: f64 = 0
export let ownLevel: i32 = 0

/** Finds them for the offer whose record this is. */
export function findOwnProject(record: usize): void {
  const least: f64 = isOpen ? OPEN_PERSON : 0
  if (skillsOf(record) === projectsOf(record)) {
    ownLevel = 0
    ownProximity = max<f64>(OPEN_OFFER, least)
    return
  }
  const occupation = numberAt(projectsOf(record)) >> 2
  ownLevel = word(levels, occupation)
  ownProximity = max<f64>(load<f64>(proximities + (occupation << 3)), least)
}

/** The experience level that an offer's flags want, 0–3. */
export function levelWanted(flags: i32): i32 {
  return (flags & EXPERIENCE_MASK) >>> EXPERIENCE_SHIFT
}

/** How many skills an offer wants: its flags tell, up to `MANY_SKILLS`; from there on its record does. */
export function skillsWanted(flags: i32, record: usize): i32 {
  const told = flags >>> WANTED_SHIFT
  return told === MANY_SKILLS ? skillsNamed(record) : told
}

/**
 * What an offer scores but for travel: licences beyond 31, nearness and experience of the person who asks, skills from the lists;
 * `rest` is what schedule, start and contract bring. −1 when a gate is closed.
 */
export function scoreOfOffer(entry: usize, record: usize, rest: i32): i32 {
  if (
    (word(entry, LICENCES) & OTHER_LICENCES) !== 0 &&
    !holdsAll(licencesOf(record), endOf(record), licenceList, licenceEnd)
  )
    return -1
  findOwnProject(record)
  return (
    rest +
    occupationTenths(ownProximity) +
    experienceTenths(levelWanted(word(entry, FLAGS)), ownLevel) +
    skillTenths(markedSkills(record), skillsWanted(word(entry, FLAGS), record))
  )
}
