import { findAround } from './around'
import { gatherIn } from './gather'
import { FULL_REST_TENTHS, LAYERS, OPEN_OFFER, OPEN_PERSON } from './given'
import { BY_OCCUPATION, LAYER_BYTES, MOST_LAYERS } from './layout'
import { word } from './memory'
import { occupationTenths } from './tenths'
import { floorOf } from './top'

// The indexes of the pool that is searched, those by occupation then those by place, and the cells around the question in each.
let occupationLayers: i32 = 0
let placeLayers: i32 = 0

function layerAt(by: i32, layer: i32): usize {
  return LAYERS + (by * MOST_LAYERS + layer) * LAYER_BYTES
}

/** Forgets the layers of the last question. */
export function forgetLayers(): void {
  occupationLayers = 0
  placeLayers = 0
}

/** The least that travel has to bring to somebody met in an index, for her to enter. */
function leastTravel(by: i32): i32 {
  const nearest: f64 = by === BY_OCCUPATION ? 1 : max<f64>(OPEN_PERSON, OPEN_OFFER)
  return floorOf() - occupationTenths(nearest) - FULL_REST_TENTHS
}

/**
 * Adds an index (block-index.ts) and finds the cells of its grid, the one read last, within `reachKm` of the question, from where
 * somebody could enter: they are kept at `aroundAt`, where there is room for so many, `AROUND_BYTES` each.
 */
export function addLayer(
  by: i32,
  table: usize,
  filled: usize,
  entries: usize,
  families: i32,
  numberedCells: i32,
  aroundAt: usize,
  room: i32,
  reachKm: f64,
): void {
  const at = layerAt(by, by === BY_OCCUPATION ? occupationLayers++ : placeLayers++)
  const numbers = aroundAt + room * 8
  const mostTravels = numbers + room * 4
  store<usize>(at, table)
  store<usize>(at + 4, filled)
  store<usize>(at + 8, entries)
  store<i32>(at + 12, families)
  store<i32>(at + 16, numberedCells)
  store<i32>(at + 20, findAround(aroundAt, numbers, mostTravels, reachKm, leastTravel(by)))
  store<usize>(at + 24, numbers)
  store<usize>(at + 28, aroundAt)
  store<usize>(at + 32, mostTravels)
}

/** How many layers the pool has, by occupation or by place. */
export function layerCount(by: i32): i32 {
  return by === BY_OCCUPATION ? occupationLayers : placeLayers
}

/** The cells around the question in the layer that is open. */
export let cellCount: i32 = 0
export let cells: usize = 0
export let gapsKm: usize = 0
export let travels: usize = 0

/** Opens a layer: blocks are gathered in its index from now on. */
export function openLayer(by: i32, layer: i32): void {
  const at = layerAt(by, layer)
  gatherIn(word(at, 0), word(at, 1), word(at, 2), word(at, 3), word(at, 4))
  cellCount = word(at, 5)
  cells = word(at, 6)
  gapsKm = word(at, 7)
  travels = word(at, 8)
}
