import { DIAMETER_KM, RADIANS } from './given'
import { word } from './memory'
import { mostTravelTenths } from './tenths'

// The grid whose cells are looked at (grid.ts).
let cellsOf: usize = 0
let cosines: usize = 0
let columns: i32 = 0
let latStep: f64 = 0
let lonStep: f64 = 0

/** Looks from now on at the grid whose cells and least cosines of rows stand there. */
export function readGrid(cellsAt: usize, cosinesAt: usize, rowCount: i32, columnCount: i32): void {
  cellsOf = cellsAt
  cosines = cosinesAt
  columns = columnCount
  latStep = 180 / f64(rowCount)
  lonStep = 360 / f64(columnCount)
}

function between(a: f64, b: f64): f64 {
  const apart = abs<f64>(a - b)
  return apart > 180 ? 360 - apart : apart
}

/**
 * Distance in km that two places cannot be under, from the least gaps in degrees and the least product of their cosines: the haversine
 * formula with x − x³/6 for a sine, and the chord for the arc, both never too long.
 */
function leastKm(latGap: f64, lonGap: f64, cosine: f64): f64 {
  const a = (latGap * RADIANS) / 2
  const b = (lonGap * RADIANS) / 2
  const sinLat = a - (a * a * a) / 6
  const sinLon = b - (b * b * b) / 6
  return max<f64>(0, DIAMETER_KM * sqrt<f64>(sinLat * sinLat + sinLon * sinLon * cosine) - 1e-6)
}

/** The least distance in km from a position to a cell of the Earth. `cosine` is that of the position's latitude. */
function gapTo(cell: i32, latitude: f64, longitude: f64, cosine: f64): f64 {
  const row = cell / columns
  const column = cell - row * columns
  const latGap = abs<f64>(latitude - ((f64(row) + 0.5) * latStep - 90)) - latStep / 2
  const lonGap = between(longitude, (f64(column) + 0.5) * lonStep - 180) - lonStep / 2
  return leastKm(max<f64>(0, latGap), max<f64>(0, lonGap), cosine * load<f64>(cosines + (row << 3)))
}

/**
 * Of the numbered cells that stand at `cells`, leaves there those within `reachKm` of a position, nearest first, with how near in km
 * each could be and the most that travel could bring from there; returns how many.
 */
export function findAround(
  count: i32,
  cells: usize,
  gapsKm: usize,
  travels: usize,
  latitude: f64,
  longitude: f64,
  cosine: f64,
  reachKm: f64,
): i32 {
  let found = 0
  for (let next = 0; next < count; next++) {
    const number = word(cells, next)
    const gap = gapTo(word(cellsOf, number), latitude, longitude, cosine)
    if (gap > reachKm) continue
    let place = found++
    for (; place > 0 && load<f64>(gapsKm + ((place - 1) << 3)) > gap; place--) {
      store<f64>(gapsKm + (place << 3), load<f64>(gapsKm + ((place - 1) << 3)))
      store<i32>(cells + (place << 2), word(cells, place - 1))
    }
    store<f64>(gapsKm + (place << 3), gap)
    store<i32>(cells + (place << 2), number)
  }
  for (let next = 0; next < found; next++)
    store<i32>(travels + (next << 2), mostTravelTenths(load<f64>(gapsKm + (next << 3)), reachKm))
  return found
}
