import { foresee, layOut } from './block-index.ts'
import * as entry from './entry.ts'
import { layerOf, OPEN } from './layers.ts'
import { inEntryOrder, packPool } from './pack-pool.ts'
import { numberPlaces, type PlaceCells, placesTaken } from './place-cells.ts'
import type { Places } from './places.ts'
import { createLayers, type Layer, type Pool } from './pool.ts'
import { addEntries, type Cells, eachFamily } from './pool-entries.ts'

/** Gives those in the pool the new numbers of their places. */
export function renumberPlaces({ words, slots }: Pool, numbers: Int32Array): void {
  for (let at = entry.PLACE; at < slots * entry.ENTRY_WORDS; at += entry.ENTRY_WORDS)
    words[at] = numbers[words[at] as number] as number
}

/** The layer of each slot in use and its cells, each in the numbers of `cells`. */
function eachPlaced(
  pool: Pool,
  cells: readonly PlaceCells[],
  order: Iterable<number>,
  visit: (slot: number, layer: Layer, cells: Cells) => void,
) {
  for (const slot of order) {
    const number = layerOf(pool.limitsKm[slot] as number)
    const place = pool.words[slot * entry.ENTRY_WORDS + entry.PLACE] as number
    const { byOccupation, byPlace } = cells[number] as PlaceCells
    visit(slot, pool.layers[number] as Layer, {
      byOccupation: byOccupation[place] as number,
      byPlace: byPlace[place] as number,
    })
  }
}

/** Builds the index of everything in the pool: slots numbered again, blocks packed in order, room to spare in each. */
export function indexPool(pool: Pool, places: Places): void {
  pool.layers = createLayers(pool)
  const taken = placesTaken(pool, places.count)
  const cells = pool.layers.map(({ byOccupation, byPlace }, layer): PlaceCells => {
    const placesOf = taken[layer] as Uint8Array
    return {
      byOccupation: numberPlaces(byOccupation.grid, places, placesOf),
      byPlace: numberPlaces(byPlace.grid, places, placesOf),
    }
  })
  packPool(pool, places.count)
  const order = inEntryOrder(pool)
  eachPlaced(pool, cells, order, (slot, layer, at) =>
    eachFamily(pool, slot, (by, family) => foresee(layer[by], family, at[by])),
  )
  for (const { byOccupation, byPlace } of pool.layers) {
    layOut(byOccupation)
    layOut(byPlace, OPEN)
  }
  eachPlaced(pool, cells, order, (slot, layer, at) => addEntries(pool, slot, layer, at))
  pool.isIndexed = true
}
