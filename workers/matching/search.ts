import { arenaIn } from './arena.ts'
import type { BlockIndex } from './block-index.ts'
import { BY_OCCUPATION, BY_PLACE, MOST_LAYERS } from './core/layout.ts'
import { type Core, createCore } from './core-instance.ts'
import { createMarks, type Marks, roomAround } from './marks.ts'
import type { Nearness, OccupationIndex } from './occupation-index.ts'
import type { Places } from './places.ts'
import type { Layer, Pool } from './pool.ts'

/** What a thread needs to search a pool: a core, with its own marks and heap, over arrays that may be shared. */
export type Search = {
  pool: Pool
  places: Places
  occupations: OccupationIndex
  skills: Map<string, number>
  core: Core
  marks: Marks
  /** The skills that the last question marked. */
  marked: readonly number[]
}

/** The marks and heap of one thread over a pool. */
export function createSearch(known: Pick<Search, 'pool' | 'places' | 'occupations' | 'skills'>): Search {
  const { pool } = known
  const arena = arenaIn(pool.arena.memory)
  const core = createCore(arena, (slot) => pool.limitsKm[slot] as number)
  return {
    ...known,
    core,
    marks: createMarks(arena),
    marked: [],
  }
}

/** Gives the core the indexes of one kind, in every layer: it finds their cells that `reachKm` of the question reaches. */
export function lookAround(
  { core, marks, pool }: Search,
  kind: keyof Layer,
  reachKm: (index: BlockIndex) => number,
): void {
  const by = kind === 'byOccupation' ? BY_OCCUPATION : BY_PLACE
  for (let layer = 0; layer < pool.layers.length; layer++) {
    const index = (pool.layers[layer] as Layer)[kind]
    const { grid } = index
    const { at, room } = roomAround(marks, by * MOST_LAYERS + layer, grid.count)
    core.readGrid(
      grid.numbers.byteOffset,
      grid.cells.byteOffset,
      grid.count,
      grid.cosines.byteOffset,
      grid.rows,
      grid.columns,
    )
    core.addLayer(
      by,
      index.table.byteOffset,
      index.filled.byteOffset,
      index.entries.byteOffset,
      index.families,
      index.cells,
      at,
      room,
      reachKm(index),
    )
  }
}

/** Has the core remember a list of near occupations, and the level had in the project that it is of. */
export const addList = ({ core }: Search, { occupations, proximities }: Nearness, level: number): void =>
  core.addList(occupations.byteOffset, proximities.byteOffset, occupations.length, level)
