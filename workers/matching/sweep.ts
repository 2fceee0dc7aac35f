import type { Layer } from './pool.ts'
import type { Families, Near, Search } from './search.ts'

/** Forgets the families noted. */
export function startFamilies(families: Families): void {
  families.count = 0
}

/** Notes a family while there is room: its number, the points of its proximity, the level had in it. */
export function addFamily(families: Families, number: number, near: number, level: number): void {
  const next = families.count++
  families.numbers[next] = number
  families.nears[next] = near
  families.levels[next] = level
}

/**
 * Sweeps the families noted in every layer, cells by rising distance, and leaves the floor reached in `search.floor`. `today` in
 * days since 1970.
 */
export function sweepFamilies(search: Search, by: keyof Layer, today: number): void {
  const { core, families, pool } = search
  for (let layer = 0; layer < pool.layers.length; layer++) {
    const { around } = search.near[by][layer] as Near
    if (around.count === 0) continue
    const { table, filled, entries, families: known, cells } = (pool.layers[layer] as Layer)[by]
    core.readIndex(table.byteOffset, filled.byteOffset, entries.byteOffset, known, cells)
    search.floor = core.sweepFamilies(
      pool.side === 'people' ? 1 : 0,
      today,
      around.count,
      around.cells.byteOffset,
      around.gapsKm.byteOffset,
      around.travelTenths.byteOffset,
      families.count,
      families.numbers.byteOffset,
      families.nears.byteOffset,
      families.levels.byteOffset,
    )
  }
}
