import type { Position } from '#app/domain/geo.ts'
import { popcount } from './arrays.ts'
import type { Encoded } from './entry.ts'
import * as entry from './entry.ts'
import { scheduleTenths, skillTenths } from './tenths.ts'

const radians = (degrees: number) => (degrees * Math.PI) / 180
const QUARTER_DAYS = 28
const scheduleTables: Int32Array[] = []
const skillTables: Int32Array[] = []

/** The tenths for 0 to `most` had of those wanted, worked out once for each number wanted. */
function tableOf(
  tables: Int32Array[],
  tenthsOf: (had: number, wanted: number) => number,
  wanted: number,
  most: number,
): Int32Array {
  const known = tables[wanted]
  if (known) return known
  const table = Int32Array.from({ length: most + 1 }, (_, had) => tenthsOf(had, wanted))
  tables[wanted] = table
  return table
}

/** A question, read once: what the sweep over the blocks compares with. */
export type Ask = Position & {
  kinds: number
  publics: number
  contracts: number
  level: number
  slots: number
  slotTenths: Int32Array
  skills: number
  skillList: readonly number[]
  skillTenths: Int32Array
  licences: number
  licenceList: readonly number[]
  projects: readonly number[]
  available: number
  from: number
  last: number
  limitKm: number
  isOpen: boolean
  x: number
  y: number
  z: number
}

/** Reads an encoded person or offer as a question. `today` in days since 1970 stands for a start that is past or not given. */
export function readAsk(asked: Encoded, today: number): Ask {
  const { words, projects, skills, licences, latitude, longitude } = asked
  const flags = words[entry.FLAGS] as number
  const slots = words[entry.SLOTS] as number
  return {
    latitude,
    longitude,
    kinds: flags & entry.KINDS_MASK,
    publics: flags & entry.PUBLICS_MASK,
    contracts: flags & entry.CONTRACTS_MASK,
    level: entry.levelIn(flags),
    slots,
    slotTenths: tableOf(scheduleTables, scheduleTenths, popcount(slots), QUARTER_DAYS),
    skills: words[entry.SKILLS] as number,
    skillList: skills,
    skillTenths: tableOf(skillTables, skillTenths, skills.length, skills.length),
    licences: words[entry.LICENCES] as number,
    licenceList: licences,
    projects,
    available: words[entry.FROM] as number,
    from: Math.max(today, words[entry.FROM] as number),
    last: words[entry.LAST] as number,
    limitKm: asked.limitKm,
    isOpen: (flags & entry.OPEN_FLAG) !== 0,
    x: Math.cos(radians(latitude)) * Math.cos(radians(longitude)),
    y: Math.cos(radians(latitude)) * Math.sin(radians(longitude)),
    z: Math.sin(radians(latitude)),
  }
}
