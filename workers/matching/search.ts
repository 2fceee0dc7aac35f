import { distanceKm, type Position } from '#app/domain/geo.ts'
import { type Arena, arenaIn, int32In } from './arena.ts'
import type { Ask } from './ask.ts'
import { type Core, createCore } from './core-instance.ts'
import { type Around, createAround, createNeighbourhood, findAround, type Neighbourhood } from './grid.ts'
import { compareIds } from './id-table.ts'
import { createMarks, type Marks } from './marks.ts'
import type { Nearness, OccupationIndex } from './occupation-index.ts'
import type { Places } from './places.ts'
import type { Layer, Pool } from './pool.ts'
import { FULL_REST_TENTHS, FULL_TRAVEL_TENTHS, occupationTenths } from './tenths.ts'

/** The cells around a question, in one index. */
export type Near = { neighbourhood: Neighbourhood; around: Around }

/** Families to sweep together: their numbers, the points of their proximity, and the level had in each. */
export type Families = { count: number; numbers: Int32Array; nears: Int32Array; levels: Int32Array }

/** How many families are swept together: enough for memory to answer many at once, few enough for the floor to rise meanwhile. */
export const MOST_FAMILIES = 8

/** What a thread needs to search a pool: a core, with its own marks and heap, over arrays that may be shared. */
export type Search = {
  pool: Pool
  places: Places
  occupations: OccupationIndex
  skills: Map<string, number>
  core: Core
  marks: Marks
  /** Where the question is asked from: the core asks for exact distances to it. */
  position: Position
  /** The score below which nobody can enter any more; −1 while there is room. */
  floor: number
  /** The cells around the question, for each index of each layer. */
  near: { byOccupation: Near[]; byPlace: Near[] }
  families: Families
  /** By occupation: the turn of the last question that swept it. Two projects may be as near. */
  swept: Int32Array
  turn: number
  /** What the last question marked. */
  noted: Nearness[]
  marked: readonly number[]
}

const nearIn = (arena: Arena, index: Layer['byPlace']): Near => ({
  neighbourhood: createNeighbourhood(index.grid),
  around: createAround(arena),
})

/** No cell found yet around a question, in the indexes of a pool. */
export const nearOf = (arena: Arena, { layers }: Pool): Search['near'] => ({
  byOccupation: layers.map(({ byOccupation }) => nearIn(arena, byOccupation)),
  byPlace: layers.map(({ byPlace }) => nearIn(arena, byPlace)),
})

const createFamilies = (arena: Arena): Families => ({
  count: 0,
  numbers: int32In(arena, MOST_FAMILIES),
  nears: int32In(arena, MOST_FAMILIES),
  levels: int32In(arena, MOST_FAMILIES),
})

const here: Position = { latitude: 0, longitude: 0 }

/** The marks and heap of one thread over a pool. */
export function createSearch(known: Pick<Search, 'pool' | 'places' | 'occupations' | 'skills'>): Search {
  const { pool, places } = known
  const arena = arenaIn(pool.arena.memory)
  const position: Position = { latitude: 0, longitude: 0 }
  const core = createCore(arena, {
    distanceOf(place) {
      here.latitude = places.degrees[place * 2] as number
      here.longitude = places.degrees[place * 2 + 1] as number
      return pool.side === 'people' ? distanceKm(here, position) : distanceKm(position, here)
    },
    limitOf: (slot) => pool.limitsKm[slot] as number,
    compareIds: (a, b) => compareIds(pool.ids, a, b),
  })
  return {
    ...known,
    core,
    marks: createMarks(arena),
    position,
    floor: -1,
    near: nearOf(arena, pool),
    families: createFamilies(arena),
    swept: new Int32Array(64),
    turn: 0,
    noted: [],
    marked: [],
  }
}

/** The cells of one layer's index within reach of the question, and the most that travel could bring to whoever stands there. */
export function lookAround(
  search: Search,
  ask: Ask,
  at: { by: keyof Layer; layer: number },
  reachKm: number,
): void {
  const { neighbourhood, around } = search.near[at.by][at.layer] as Near
  findAround(search.core, around, neighbourhood, {
    latitude: ask.latitude,
    longitude: ask.longitude,
    reachKm,
  })
}

/** True while a proximity (0–1) could still bring somebody among the best. */
export const couldEnter = ({ floor }: Search, proximity: number): boolean =>
  occupationTenths(proximity) + FULL_TRAVEL_TENTHS + FULL_REST_TENTHS >= floor
