import * as entry from './entry.ts'

const { LICENCE_COUNT, PROJECT_COUNT, RECORD_HEAD, SKILL_COUNT } = entry

/** Where the projects, the skills and the licences of a record start, and where it ends. */
export const projectsAt = (record: number): number => record + RECORD_HEAD
export const skillsAt = (records: Int32Array, record: number): number =>
  projectsAt(record) + (records[record + PROJECT_COUNT] as number)
export const licencesAt = (records: Int32Array, record: number): number =>
  skillsAt(records, record) + (records[record + SKILL_COUNT] as number)
export const endOf = (records: Int32Array, record: number): number =>
  licencesAt(records, record) + (records[record + LICENCE_COUNT] as number)
