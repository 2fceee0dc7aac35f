import { DIAMETER_KM, RADIANS } from './given'
import { word } from './memory'
import { cosine, latitude, longitude } from './question'
import { farthestBringing, mostTravelTenths } from './tenths'

// The grid whose cells are looked at (grid.ts): by cell of the Earth its number from 1, by number its cell, by row the least cosine.
let numbers: usize = 0
let cells: usize = 0
let count: i32 = 0
let cosines: usize = 0
let rows: i32 = 0
let columns: i32 = 0
let latStep: f64 = 0
let lonStep: f64 = 0

/** Looks from now on at the grid that stands there. */
export function readGrid(
  numbersAt: usize,
  cellsAt: usize,
  numbered: i32,
  cosinesAt: usize,
  rowCount: i32,
  columnCount: i32,
): void {
  numbers = numbersAt
  cells = cellsAt
  count = numbered
  cosines = cosinesAt
  rows = rowCount
  columns = columnCount
  latStep = 180 / f64(rowCount)
  lonStep = 360 / f64(columnCount)
}

function between(a: f64, b: f64): f64 {
  const apart = abs<f64>(a - b)
  return apart > 180 ? 360 - apart : apart
}

/** A hair under the sine of half an angle in degrees: x − x³/6, never too much. */
function leastSine(degrees: f64): f64 {
  const half = (degrees * RADIANS) / 2
  return half - (half * half * half) / 6
}

/** Distance in km that two places cannot be under: the haversine formula, with the chord for the arc, never too long. */
function leastKm(sinLat: f64, sinLon: f64, cosines: f64): f64 {
  return max<f64>(0, DIAMETER_KM * sqrt<f64>(sinLat * sinLat + sinLon * sinLon * cosines) - 1e-6)
}

// The row looked at: the least sine of half the angle to it, and the least product of the cosines.
let rowSine: f64 = 0
let rowCosines: f64 = 0

/** Looks at a row from now on; false when it is too far. */
function startRow(row: i32, reachKm: f64): bool {
  const latGap = abs<f64>(latitude - ((f64(row) + 0.5) * latStep - 90)) - latStep / 2
  rowSine = leastSine(max<f64>(0, latGap))
  rowCosines = cosine * load<f64>(cosines + (row << 3))
  return leastKm(rowSine, 0, rowCosines) <= reachKm
}

/** The least distance in km from the question's position to the cell of a column, in the row looked at. */
function gapTo(column: i32): f64 {
  const lonGap = between(longitude, (f64(column) + 0.5) * lonStep - 180) - lonStep / 2
  return leastKm(rowSine, leastSine(max<f64>(0, lonGap)), rowCosines)
}

// The cells found, nearest first: how near in km each could be, and their numbers.
let found: i32 = 0
let gaps: usize = 0
let foundNumbers: usize = 0

function keepWithin(reachKm: f64, number: i32, column: i32): void {
  const gap = gapTo(column)
  if (gap > reachKm) return
  let place = found++
  for (; place > 0 && load<f64>(gaps + ((place - 1) << 3)) > gap; place--) {
    store<f64>(gaps + (place << 3), load<f64>(gaps + ((place - 1) << 3)))
    store<i32>(foundNumbers + (place << 2), word(foundNumbers, place - 1))
  }
  store<f64>(gaps + (place << 3), gap)
  store<i32>(foundNumbers + (place << 2), number)
}

/** So many steps of so many degrees cover an angle in radians; `most` at most. */
function stepsOver(angle: f64, step: f64, most: i32): i32 {
  return i32(min<f64>(angle / (step * RADIANS), f64(most))) + 1
}

/**
 * Keeps the numbered cells of the rows and columns where every cell within reach stands; or looks at all that are numbered, when they are
 * fewer. Two places are never nearer than the arc between their parallels, nor, by the haversine formula, than the chord of their
 * meridians at the least cosine of the two; asin x is under x / √(1 − x²).
 */
function keepAllWithin(reachKm: f64): void {
  const row = min<i32>(rows - 1, max<i32>(0, i32((latitude + 90) / latStep)))
  const column = min<i32>(columns - 1, max<i32>(0, i32((longitude + 180) / lonStep)))
  const high = stepsOver((2 * reachKm) / DIAMETER_KM, latStep, rows)
  const top = max<i32>(0, row - high)
  const bottom = min<i32>(rows - 1, row + high)
  const least = min<f64>(load<f64>(cosines + (top << 3)), load<f64>(cosines + (bottom << 3)))
  const chord = reachKm / (DIAMETER_KM * least)
  const wide =
    chord < 1 ? stepsOver((2 * chord) / sqrt<f64>(1 - chord * chord), lonStep, columns - 1) : columns
  const width = min<i32>(columns, 2 * wide + 1)
  if ((bottom - top + 1) * width > count) {
    for (let number = 0; number < count; number++)
      if (startRow(word(cells, number) / columns, reachKm))
        keepWithin(reachKm, number, word(cells, number) % columns)
    return
  }
  const left = (column - wide + columns) % columns
  for (let at = top; at <= bottom; at++) {
    if (!startRow(at, reachKm)) continue
    for (let step = 0; step < width; step++) {
      const next = left + step < columns ? left + step : left + step - columns
      const number = word(numbers, at * columns + next)
      if (number !== 0) keepWithin(reachKm, number - 1, next)
    }
  }
}

/**
 * Finds the numbered cells within `reachKm` of the question from where travel could bring `least` tenths, nearest first: how near in km
 * each could be stands at `gapsAt`, its number at `numbersAt`, the most that travel could bring from there at `travelsAt`. There is
 * room for all cells numbered. Returns how many.
 */
export function findAround(gapsAt: usize, numbersAt: usize, travelsAt: usize, reachKm: f64, least: i32): i32 {
  found = 0
  gaps = gapsAt
  foundNumbers = numbersAt
  const farthestKm = farthestBringing(least, reachKm)
  if (farthestKm >= 0) keepAllWithin(farthestKm)
  for (let next = 0; next < found; next++)
    store<i32>(travelsAt + (next << 2), mostTravelTenths(load<f64>(gapsAt + (next << 3)), reachKm))
  return found
}
