import type { Position } from '#app/domain/geo.ts'
import type { Encoded } from './entry.ts'
import * as entry from './entry.ts'

const radians = (degrees: number) => (degrees * Math.PI) / 180

/** A question, read once: what the core compares blocks with. */
export type Ask = Position & {
  kinds: number
  publics: number
  contracts: number
  level: number
  slots: number
  /** The signature, in two words, and the other one. */
  skills: readonly [number, number]
  skillsAgain: number
  skillList: readonly number[]
  licences: number
  licenceList: readonly number[]
  projects: readonly number[]
  available: number
  from: number
  last: number
  limitKm: number
  isOpen: boolean
  /** The cosine of the latitude, and the unit vector. */
  cosine: number
  x: number
  y: number
  z: number
}

/** Reads an encoded person or offer as a question. `today` in days since 1970 stands for a start that is past or not given. */
export function readAsk(asked: Encoded, today: number): Ask {
  const { words, projects, skills, licences, latitude, longitude } = asked
  const flags = words[entry.FLAGS] as number
  const cosine = Math.cos(radians(latitude))
  return {
    latitude,
    longitude,
    kinds: flags & entry.KINDS_MASK,
    publics: flags & entry.PUBLICS_MASK,
    contracts: flags & entry.CONTRACTS_MASK,
    level: entry.levelIn(flags),
    slots: words[entry.SLOTS] as number,
    skills: [words[entry.SKILLS] as number, words[entry.SKILLS + 1] as number],
    skillsAgain: words[entry.SKILLS_AGAIN] as number,
    skillList: skills,
    licences: words[entry.LICENCES] as number,
    licenceList: licences,
    projects,
    available: words[entry.FROM] as number,
    from: Math.max(today, words[entry.FROM] as number),
    last: words[entry.LAST] as number,
    limitKm: asked.limitKm,
    isOpen: (flags & entry.OPEN_FLAG) !== 0,
    cosine,
    x: cosine * Math.cos(radians(longitude)),
    y: cosine * Math.sin(radians(longitude)),
    z: Math.sin(radians(latitude)),
  }
}
