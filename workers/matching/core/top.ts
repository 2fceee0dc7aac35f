import { compareIds, startOfId } from './ids'
import { ROW_BYTES, ROW_ENTRY, ROW_ID, ROW_KEY, ROW_KM } from './layout'
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
  return size < keep ? -1 : scoreAt(rows)
}

/** True when a row that scores no more than the worst cannot enter, there being no room left: farther, or as far with a later id. */
export function isBehind(km: f64, record: usize): bool {
  const worst = load<f64>(rows + ROW_KM)
  return km === worst ? startOfId(record) > load<i32>(rows + ROW_ID) : km > worst
}

/** The score, then how near: of two rows that differ in it, the better has the greater key. The last ten bits of the distance have no room. */
function keyOf(score: i32, km: f64): u64 {
  return (u64(score) << 53) | ((u64(i64.MAX_VALUE) - reinterpret<u64>(km)) >> 10)
}

/** The score of a row. */
export function scoreAt(row: usize): i32 {
  return i32(load<u64>(row + ROW_KEY) >> 53)
}

// The order of compareRanked, for pairs that share one side: score, then nearer, then id.
function isWorse(key: u64, km: f64, id: i32, entry: usize, than: usize): bool {
  const other = load<u64>(than + ROW_KEY)
  if (key !== other) return key < other
  const otherKm = load<f64>(than + ROW_KM)
  if (km !== otherKm) return km > otherKm
  const otherId = load<i32>(than + ROW_ID)
  if (id !== otherId) return id > otherId
  return compareIds(recordOf(entry), recordOf(load<usize>(than + ROW_ENTRY))) > 0
}

function isRowWorse(row: usize, than: usize): bool {
  return isWorse(
    load<u64>(row + ROW_KEY),
    load<f64>(row + ROW_KM),
    load<i32>(row + ROW_ID),
    load<usize>(row + ROW_ENTRY),
    than,
  )
}

function place(row: usize, key: u64, km: f64, id: i32, entry: usize): void {
  store<u64>(row + ROW_KEY, key)
  store<f64>(row + ROW_KM, km)
  store<i32>(row + ROW_ID, id)
  store<usize>(row + ROW_ENTRY, entry)
}

function move(from: usize, to: usize): void {
  store<i64>(to, load<i64>(from))
  store<i64>(to + 8, load<i64>(from + 8))
  store<i64>(to + 16, load<i64>(from + 16))
}

function sink(key: u64, km: f64, id: i32, entry: usize): void {
  let at = 0
  for (;;) {
    let child = at * 2 + 1
    if (child >= size) break
    if (child + 1 < size && isRowWorse(rowAt(child + 1), rowAt(child))) child++
    if (isWorse(key, km, id, entry, rowAt(child))) break
    move(rowAt(child), rowAt(at))
    at = child
  }
  place(rowAt(at), key, km, id, entry)
}

/** Lets a row in when it is among the best. A slot comes once. */
export function offerRow(score: i32, km: f64, id: i32, entry: usize): void {
  const key = keyOf(score, km)
  if (size < keep) {
    let at = size++
    while (at > 0) {
      const parent = (at - 1) >> 1
      if (!isWorse(key, km, id, entry, rowAt(parent))) break
      move(rowAt(parent), rowAt(at))
      at = parent
    }
    place(rowAt(at), key, km, id, entry)
  } else if (keep > 0 && !isWorse(key, km, id, entry, rows)) sink(key, km, id, entry)
}

/** Puts the rows in order, best first. The heap has to be started again afterwards. */
export function sortRows(): void {
  const all = size
  for (let last = all - 1; last > 0; last--) {
    const row = rowAt(last)
    const key = load<u64>(row + ROW_KEY)
    const km = load<f64>(row + ROW_KM)
    const id = load<i32>(row + ROW_ID)
    const entry = load<usize>(row + ROW_ENTRY)
    move(rows, row)
    size = last
    sink(key, km, id, entry)
  }
  size = all
}
