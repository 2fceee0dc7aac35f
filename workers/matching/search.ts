import { distanceKm, type Position } from '#app/domain/geo.ts'
import { type Arena, arenaIn } from './arena.ts'
import type { BlockIndex } from './block-index.ts'
import { BY_OCCUPATION, BY_PLACE } from './core/layout.ts'
import { type Core, createCore } from './core-instance.ts'
import { type Around, createAround, createNeighbourhood, findAround, type Neighbourhood } from './grid.ts'
import { createMarks, type Marks } from './marks.ts'
import type { Nearness, OccupationIndex } from './occupation-index.ts'
import type { Places } from './places.ts'
import type { Layer, Pool } from './pool.ts'

/** The cells around a question, in one index. */
export type Near = { neighbourhood: Neighbourhood; around: Around }

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
  /** The cells around the question, for each index of each layer. */
  near: { byOccupation: Near[]; byPlace: Near[] }
  /** The skills that the last question marked. */
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
  })
  return {
    ...known,
    core,
    marks: createMarks(arena),
    position,
    near: nearOf(arena, pool),
    marked: [],
  }
}

/** Gives the core the indexes of one kind, in every layer, with their cells that `reachKm` of the question reaches. */
export function lookAround(
  { core, near, pool }: Search,
  ask: Position,
  by: keyof Layer,
  reachKm: (index: BlockIndex) => number,
): void {
  for (let layer = 0; layer < pool.layers.length; layer++) {
    const index = (pool.layers[layer] as Layer)[by]
    const { neighbourhood, around } = near[by][layer] as Near
    findAround(core, around, neighbourhood, ask, reachKm(index))
    core.addLayer(
      by === 'byOccupation' ? BY_OCCUPATION : BY_PLACE,
      index.table.byteOffset,
      index.filled.byteOffset,
      index.entries.byteOffset,
      index.families,
      index.cells,
      around.count,
      around.cells.byteOffset,
      around.gapsKm.byteOffset,
      around.travelTenths.byteOffset,
    )
  }
}

/** Has the core remember a list of near occupations, and the level had in the project that it is of. */
export const addList = ({ core }: Search, { occupations, proximities }: Nearness, level: number): void =>
  core.addList(occupations.byteOffset, proximities.byteOffset, occupations.length, level)
