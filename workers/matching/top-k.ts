import { compareIds, type IdTable, idOrderAt } from './id-table.ts'

/** The best rows met so far, the worst of them at the root of a heap. Scores in tenths of a point, distances in km. */
export type TopK = {
  keep: number
  size: number
  scores: Int32Array
  km: Float64Array
  slots: Int32Array
  ids: IdTable
}

/** An empty heap; equal scores and distances are told apart by these ids. */
export const createTopK = (ids: IdTable): TopK => ({
  keep: 0,
  size: 0,
  scores: new Int32Array(64),
  km: new Float64Array(64),
  slots: new Int32Array(64),
  ids,
})

/** Empties the heap, for `keep` rows at most. */
export function startTop(top: TopK, keep: number): void {
  top.keep = Math.max(0, Math.floor(keep))
  top.size = 0
}

/** The score below which a row cannot enter; −1 while there is room. */
export const floorOf = (top: TopK): number => (top.size < top.keep ? -1 : (top.scores[0] as number))

/** True when a row that scores no more than the worst cannot enter, there being no room left: farther, or as far with a later id. */
export const isBehind = (top: TopK, km: number, id: number): boolean =>
  km === top.km[0] ? id > idOrderAt(top.ids, top.slots[0] as number) : km > (top.km[0] as number)

// The order of compareRanked, for pairs that share one side: score, then nearer, then id.
const isWorse = (top: TopK, score: number, km: number, slot: number, than: number) => {
  const other = top.scores[than] as number
  if (score !== other) return score < other
  const otherKm = top.km[than] as number
  if (km !== otherKm) return km > otherKm
  return compareIds(top.ids, slot, top.slots[than] as number) > 0
}

function place(top: TopK, at: number, score: number, km: number, slot: number) {
  top.scores[at] = score
  top.km[at] = km
  top.slots[at] = slot
}

const move = (top: TopK, from: number, to: number) =>
  place(top, to, top.scores[from] as number, top.km[from] as number, top.slots[from] as number)

const isWorseAt = (top: TopK, at: number, than: number) =>
  isWorse(top, top.scores[at] as number, top.km[at] as number, top.slots[at] as number, than)

function sink(top: TopK, score: number, km: number, slot: number) {
  let at = 0
  for (;;) {
    let child = at * 2 + 1
    if (child >= top.size) break
    if (child + 1 < top.size && isWorseAt(top, child + 1, child)) child++
    if (isWorse(top, score, km, slot, child)) break
    move(top, child, at)
    at = child
  }
  place(top, at, score, km, slot)
}

/** Lets a row in when it is among the best. A slot comes once. */
export function offerRow(top: TopK, score: number, km: number, slot: number): void {
  if (top.size < top.keep) {
    if (top.size === top.scores.length) widen(top)
    let at = top.size++
    while (at > 0) {
      const parent = (at - 1) >> 1
      if (!isWorse(top, score, km, slot, parent)) break
      move(top, parent, at)
      at = parent
    }
    place(top, at, score, km, slot)
  } else if (top.keep > 0 && !isWorse(top, score, km, slot, 0)) sink(top, score, km, slot)
}

function widen(top: TopK) {
  const { scores, km, slots } = top
  top.scores = new Int32Array(scores.length * 2)
  top.scores.set(scores)
  top.km = new Float64Array(km.length * 2)
  top.km.set(km)
  top.slots = new Int32Array(slots.length * 2)
  top.slots.set(slots)
}

/** Puts the rows in order, best first: rows 0 to `size` − 1. The heap has to be started again afterwards. */
export function sortTop(top: TopK): void {
  const size = top.size
  for (let last = size - 1; last > 0; last--) {
    const score = top.scores[last] as number
    const km = top.km[last] as number
    const slot = top.slots[last] as number
    move(top, 0, last)
    top.size = last
    sink(top, score, km, slot)
  }
  top.size = size
}
