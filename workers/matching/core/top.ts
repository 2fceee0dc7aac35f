import { compareIds, startOfId } from './ids'
import { ROW_BYTES, ROW_ENTRY, ROW_ID, ROW_KM, ROW_SCORE } from './layout'
import { recordOf } from './lists'

// The best rows met so far, the worst of them at the root of a heap. Scores in tenths of a point, distances in km.
let rows: usize = 0
let keep: i32 = 0
let size: i32 = 0

/** Empties the heap, which stands at `at`, for `most` rows. */
export function startTop(at: usize, most: i32): void {
  rows = at
  keep = most
  size = 0
}

/** How many rows are kept. */
export function rowCount(): i32 {
  return size
}

/** Where a row stands. */
export function rowAt(row: i32): usize {
  return rows + row * ROW_BYTES
}

/** The score below which a row cannot enter; −1 while there is room. */
export function floorOf(): i32 {
  return size < keep ? -1 : load<i32>(rows + ROW_SCORE)
}

/** True when a row that scores no more than the worst cannot enter, there being no room left: farther, or as far with a later id. */
export function isBehind(km: f64, record: usize): bool {
  const worst = load<f64>(rows + ROW_KM)
  return km === worst ? startOfId(record) > load<i32>(rows + ROW_ID) : km > worst
}

// The order of compareRanked, for pairs that share one side: score, then nearer, then id.
function isWorse(score: i32, km: f64, id: i32, entry: usize, than: usize): bool {
  const other = load<i32>(than + ROW_SCORE)
  if (score !== other) return score < other
  const otherKm = load<f64>(than + ROW_KM)
  if (km !== otherKm) return km > otherKm
  const otherId = load<i32>(than + ROW_ID)
  if (id !== otherId) return id > otherId
  return compareIds(recordOf(entry), recordOf(load<usize>(than + ROW_ENTRY))) > 0
}

function isRowWorse(row: usize, than: usize): bool {
  return isWorse(
    load<i32>(row + ROW_SCORE),
    load<f64>(row + ROW_KM),
    load<i32>(row + ROW_ID),
    load<usize>(row + ROW_ENTRY),
    than,
  )
}

function place(row: usize, score: i32, km: f64, id: i32, entry: usize): void {
  store<i32>(row + ROW_SCORE, score)
  store<f64>(row + ROW_KM, km)
  store<i32>(row + ROW_ID, id)
  store<usize>(row + ROW_ENTRY, entry)
}

function move(from: usize, to: usize): void {
  store<i64>(to, load<i64>(from))
  store<i64>(to + 8, load<i64>(from + 8))
  store<i64>(to + 16, load<i64>(from + 16))
}

function sink(score: i32, km: f64, id: i32, entry: usize): void {
  let at = 0
  for (;;) {
    let child = at * 2 + 1
    if (child >= size) break
    if (child + 1 < size && isRowWorse(rowAt(child + 1), rowAt(child))) child++
    if (isWorse(score, km, id, entry, rowAt(child))) break
    move(rowAt(child), rowAt(at))
    at = child
  }
  place(rowAt(at), score, km, id, entry)
}

/** Lets a row in when it is among the best. A slot comes once. */
export function offerRow(score: i32, km: f64, id: i32, entry: usize): void {
  if (size < keep) {
    let at = size++
    while (at > 0) {
      const parent = (at - 1) >> 1
      if (!isWorse(score, km, id, entry, rowAt(parent))) break
      move(rowAt(parent), rowAt(at))
      at = parent
    }
    place(rowAt(at), score, km, id, entry)
  } else if (keep > 0 && !isWorse(score, km, id, entry, rows)) sink(score, km, id, entry)
}

/** Puts the rows in order, best first. The heap has to be started again afterwards. */
export function sortRows(): void {
  const all = size
  for (let last = all - 1; last > 0; last--) {
    const row = rowAt(last)
    const score = load<i32>(row + ROW_SCORE)
    const km = load<f64>(row + ROW_KM)
    const id = load<i32>(row + ROW_ID)
    const entry = load<usize>(row + ROW_ENTRY)
    move(rows, row)
    size = last
    sink(score, km, id, entry)
  }
  size = all
}
