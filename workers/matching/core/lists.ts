import { LICENCE_COUNT, PROJECT_COUNT, RECORD_HEAD, SKILL_COUNT } from './layout'
import { word } from './memory'
import { skillMarks } from './question'

/** Where the projects of a record stand; skills and licences follow. */
export function projectsOf(record: usize): usize {
  return record + RECORD_HEAD * 4
}

/** Where the skills of a record stand. */
export function skillsOf(record: usize): usize {
  return projectsOf(record) + word(record, PROJECT_COUNT) * 4
}

/** Where the licences of a record stand. */
export function licencesOf(record: usize): usize {
  return skillsOf(record) + word(record, SKILL_COUNT) * 4
}

/** How many of a record's skills are marked, each counted as often as its mark says. */
export function markedSkills(record: usize): i32 {
  const end = licencesOf(record)
  let marked = 0
  for (let at = skillsOf(record); at < end; at += 4) marked += word(skillMarks, load<i32>(at))
  return marked
}

function holds(list: usize, count: i32, item: i32): bool {
  for (let at = 0; at < count; at++) if (word(list, at) === item) return true
  return false
}

/** True when every item of the first list is in the second. */
export function holdsAll(wanted: usize, wantedCount: i32, had: usize, hadCount: i32): bool {
  for (let at = 0; at < wantedCount; at++) if (!holds(had, hadCount, word(wanted, at))) return false
  return true
}

/** How many licences a record names. */
export function licencesNamed(record: usize): i32 {
  return word(record, LICENCE_COUNT)
}
