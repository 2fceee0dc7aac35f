import { LICENCES_AT, LONG_NUMBER, RECORD_END, RECORD_HEAD, SKILLS_AT } from './layout'
import { word } from './memory'
import { skillMarks } from './question'

/** The number that stands there (records.ts). */
export function numberAt(at: usize): i32 {
  const half = i32(load<u16>(at))
  return half < LONG_NUMBER ? half : longAt(at)
}

/** The long number that stands there. */
export function longAt(at: usize): i32 {
  return (i32(load<u16>(at) ^ LONG_NUMBER) << 16) | i32(load<u16>(at + 2))
}

/** Where the projects of a record stand; skills and licences follow. */
export function projectsOf(record: usize): usize {
  return record + RECORD_HEAD * 4
}

/** Where the skills of a record stand. */
export function skillsOf(record: usize): usize {
  return record + word(record, SKILLS_AT)
}

/** Where the licences of a record stand. */
export function licencesOf(record: usize): usize {
  return record + word(record, LICENCES_AT)
}

/** Where the licences of a record end. */
export function endOf(record: usize): usize {
  return record + word(record, RECORD_END)
}

/** How many skills a record names. */
export function skillsNamed(record: usize): i32 {
  const end = licencesOf(record)
  let named = 0
  for (let at = skillsOf(record); at < end; at += 2) {
    if (i32(load<u16>(at)) >= LONG_NUMBER) at += 2
    named++
  }
  return named
}

/** How many of a record's skills are marked, each counted as often as its mark says. */
export function markedSkills(record: usize): i32 {
  const end = licencesOf(record)
  let marked = 0
  for (let at = skillsOf(record); at < end; at += 2) {
    let skill = i32(load<u16>(at))
    if (skill >= LONG_NUMBER) {
      skill = longAt(at)
      at += 2
    }
    marked += word(skillMarks, skill)
  }
  return marked
}

function holds(list: usize, end: usize, item: i32): bool {
  for (let at = list; at < end; at += 2) {
    if (numberAt(at) === item) return true
    if (i32(load<u16>(at)) >= LONG_NUMBER) at += 2
  }
  return false
}

/** True when every number of the first list is in the second. */
export function holdsAll(wanted: usize, wantedEnd: usize, had: usize, hadEnd: usize): bool {
  for (let at = wanted; at < wantedEnd; at += 2) {
    if (!holds(had, hadEnd, numberAt(at))) return false
    if (i32(load<u16>(at)) >= LONG_NUMBER) at += 2
  }
  return true
}
