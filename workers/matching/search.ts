import { distanceKm, EARTH_RADIUS_M } from '#app/domain/geo.ts'
import { popcount } from './arrays.ts'
import type { Encoded } from './entry.ts'
import * as entry from './entry.ts'
import { type Around, createNeighbourhood, findAround, type Neighbourhood } from './grid.ts'
import type { Nearness, OccupationIndex } from './occupation-index.ts'
import type { Places } from './places.ts'
import type { Layer, Pool } from './pool.ts'
import { createSeen, type Seen, startSeen } from './seen.ts'
import {
  FULL_REST_TENTHS,
  FULL_TRAVEL_TENTHS,
  occupationTenths,
  scheduleTenths,
  skillTenths,
} from './tenths.ts'
import { createTopK, floorOf, type TopK } from './top-k.ts'

type Near = { neighbourhood: Neighbourhood; around: Around }

/** What a thread needs to search a pool: its own marks and heap, over arrays that may be shared. */
export type Search = {
  pool: Pool
  places: Places
  occupations: OccupationIndex
  skills: Map<string, number>
  top: TopK
  /** The cells around the question, for each index of each layer. */
  near: { byOccupation: Near[]; byPlace: Near[] }
  seen: Seen
  distances: Distances
  /** By occupation, for the question being answered: proximity (0–1), level had; and the lists that set them. */
  proximities: Float64Array
  levels: Int32Array
  /** By occupation: the turn of the last question that swept it. Two projects may be as near. */
  swept: Int32Array
  noted: Nearness[]
  /** By skill: how many times the question names it; and the skills named. */
  skillMarks: Int32Array
  marked: readonly number[]
}

const nearIn = (index: Layer['byPlace']): Near => ({
  neighbourhood: createNeighbourhood(index.grid),
  around: { count: 0, cells: new Int32Array(64), gapsKm: new Float64Array(64) },
})

const nearOf = ({ layers }: Pool): Search['near'] => ({
  byOccupation: layers.map(({ byOccupation }) => nearIn(byOccupation)),
  byPlace: layers.map(({ byPlace }) => nearIn(byPlace)),
})

/** The marks and heap of one thread over a pool. */
export const createSearch = (known: Pick<Search, 'pool' | 'places' | 'occupations' | 'skills'>): Search => ({
  ...known,
  top: createTopK(known.pool.ids),
  near: nearOf(known.pool),
  seen: createSeen(),
  distances: createDistances(),
  proximities: new Float64Array(64),
  levels: new Int32Array(64),
  swept: new Int32Array(64),
  noted: [],
  skillMarks: new Int32Array(64),
  marked: [],
})

function forget(search: Search) {
  for (const { occupations } of search.noted)
    for (let at = 0; at < occupations.length; at++) {
      search.proximities[occupations[at] as number] = 0
      search.levels[occupations[at] as number] = 0
    }
  search.noted = []
  for (const skill of search.marked) search.skillMarks[skill] = 0
  search.marked = []
}

const roomy = (needed: number) => Math.ceil(needed * 1.25) + 64

/** Starts a question: old marks are forgotten, its skills marked, and there is room for every occupation and skill. */
export function startSearch(search: Search, ask: Ask): void {
  const { pool, near } = search
  startSeen(search.seen)
  forget(search)
  if (near.byPlace[0]?.neighbourhood.grid !== pool.layers[0]?.byPlace.grid) search.near = nearOf(pool)
  const occupations = search.occupations.numbers.size
  if (search.proximities.length < occupations) {
    search.proximities = new Float64Array(roomy(occupations))
    search.levels = new Int32Array(roomy(occupations))
    search.swept = new Int32Array(roomy(occupations))
  }
  if (search.skillMarks.length < search.skills.size)
    search.skillMarks = new Int32Array(roomy(search.skills.size))
  for (const skill of ask.skillList) search.skillMarks[skill] = (search.skillMarks[skill] as number) + 1
  search.marked = ask.skillList
}

/** The cells of one layer's index within reach of the question. */
export function lookAround(
  search: Search,
  ask: Ask,
  at: { by: keyof Layer; layer: number },
  reachKm: number,
) {
  const { neighbourhood, around } = search.near[at.by][at.layer] as Near
  findAround(around, neighbourhood, { latitude: ask.latitude, longitude: ask.longitude, reachKm })
  return around
}

/** True while a proximity (0–1) could still bring somebody among the best. */
export const couldEnter = ({ top }: Search, proximity: number): boolean =>
  occupationTenths(proximity) + FULL_TRAVEL_TENTHS + FULL_REST_TENTHS >= floorOf(top)

const METRES_TO_KM = 1 / 1000
/** A hair under the Earth's radius in km: a chord made with it is never longer than the way along the ground. */
export const CHORD_RADIUS_KM = EARTH_RADIUS_M * METRES_TO_KM * (1 - 1e-9)
/** Rounding of the unit vectors, in km. */
export const CHORD_ERROR_KM = 1e-6

type Position = { latitude: number; longitude: number }
const here: Position = { latitude: 0, longitude: 0 }

/** Distances asked lately, one for each of some thousand keys: [turn, place] by key, and km. */
type Distances = { asked: Int32Array; km: Float64Array }
const DISTANCE_KEYS = 2048
const createDistances = (): Distances => ({
  asked: new Int32Array(DISTANCE_KEYS * 2),
  km: new Float64Array(DISTANCE_KEYS),
})

/** The exact distance in km from a position to a place, by the domain's own formula. */
export function kmTo({ distances, pool, places, seen }: Search, from: Position, place: number): number {
  const key = place & (DISTANCE_KEYS - 1)
  const { asked, km } = distances
  if ((asked[key * 2] as number) === seen.turn && (asked[key * 2 + 1] as number) === place)
    return km[key] as number
  here.latitude = places.degrees[place * 2] as number
  here.longitude = places.degrees[place * 2 + 1] as number
  asked[key * 2] = seen.turn
  asked[key * 2 + 1] = place
  km[key] = pool.side === 'people' ? distanceKm(here, from) : distanceKm(from, here)
  return km[key] as number
}

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
