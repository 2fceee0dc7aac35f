import { LICENCES_AT, LONG_NUMBER, RECORD, RECORD_END, RECORD_HEAD, SKILLS_AT } from './layout'
import { word } from './memory'
import { records, skillMarks } from './question'

/** Where the record of an entry stands. */
export function recordOf(entry: usize): usize {
  return records + word(entry, RECORD) * 4
}

/** True when the number that stands there takes both halves of a word (records.ts). */
export function isLong(at: usize): bool {
  return i32(load<u16>(at)) >= LONG_NUMBER
}

/** The number that stands there. */
export function numberAt(at: usize): i32 {
  return isLong(at) ? longAt(at) : i32(load<u16>(at))
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
    if (isLong(at)) at += 2
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
    if (isLong(at)) at += 2
  }
  return false
}

/** True when every number of the first list is in the second. */
export function holdsAll(wanted: usize, wantedEnd: usize, had: usize, hadEnd: usize): bool {
  for (let at = wanted; at < wantedEnd; at += 2) {
    if (!holds(had, hadEnd, numberAt(at))) return false
    if (isLong(at)) at += 2
  }
  return true
}
