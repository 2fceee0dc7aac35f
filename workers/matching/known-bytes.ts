/**
 * Numbers by the bytes that stand for them: a hash table with open addressing. Each bucket holds the hash of the bytes, where they
 * were kept, how many there are plus one (0: free), and the number.
 */
export type KnownBytes = { buckets: Int32Array; keys: DataView; keysEnd: number; count: number }

/** What `findBytes` answers of bytes that are not known; no number is. */
export const UNKNOWN = -0x80000000

const [HASH, KEY, LENGTH, NUMBER, BUCKET] = [0, 1, 2, 3, 4]

const MOST_KEPT = 50_000

/** Nothing is known yet. */
export const createKnownBytes = (): KnownBytes => ({
  buckets: new Int32Array(64 * BUCKET),
  keys: new DataView(new ArrayBuffer(1024)),
  keysEnd: 0,
  count: 0,
})

function hashOf(view: DataView, start: number, end: number): number {
  let mixed = end - start
  let at = start
  for (; at + 4 <= end; at += 4) {
    mixed = Math.imul(mixed ^ view.getInt32(at, true), 0x9e3779b1)
    mixed ^= mixed >>> 15
  }
  for (; at < end; at++) mixed = Math.imul(mixed ^ view.getUint8(at), 0x85ebca6b)
  mixed = Math.imul(mixed ^ (mixed >>> 13), 0xc2b2ae35)
  return mixed ^ (mixed >>> 16)
}

function isSame(keys: DataView, key: number, view: DataView, start: number, length: number): boolean {
  let at = 0
  for (; at + 4 <= length; at += 4)
    if (keys.getInt32(key + at, true) !== view.getInt32(start + at, true)) return false
  for (; at < length; at++) if (keys.getUint8(key + at) !== view.getUint8(start + at)) return false
  return true
}

/** The number of these bytes, or `UNKNOWN`. */
export function findBytes({ buckets, keys }: KnownBytes, view: DataView, start: number, end: number): number {
  const hash = hashOf(view, start, end)
  const length = end - start
  const mask = buckets.length - 1
  for (let at = (hash * BUCKET) & mask; ; at = (at + BUCKET) & mask) {
    const kept = (buckets[at + LENGTH] as number) - 1
    if (kept < 0) return UNKNOWN
    if ((buckets[at + HASH] as number) !== hash || kept !== length) continue
    if (isSame(keys, buckets[at + KEY] as number, view, start, length)) return buckets[at + NUMBER] as number
  }
}

function insert(buckets: Int32Array, hash: number, key: number, length: number, number: number) {
  const mask = buckets.length - 1
  let at = (hash * BUCKET) & mask
  while ((buckets[at + LENGTH] as number) !== 0) at = (at + BUCKET) & mask
  buckets[at + HASH] = hash
  buckets[at + KEY] = key
  buckets[at + LENGTH] = length
  buckets[at + NUMBER] = number
}

function makeRoom(known: KnownBytes, bytes: number) {
  if ((known.count + 1) * 2 * BUCKET > known.buckets.length) {
    const old = known.buckets
    known.buckets = new Int32Array(old.length * 2)
    for (let at = 0; at < old.length; at += BUCKET)
      if ((old[at + LENGTH] as number) > 0)
        insert(
          known.buckets,
          old[at + HASH] as number,
          old[at + KEY] as number,
          old[at + LENGTH] as number,
          old[at + NUMBER] as number,
        )
  }
  if (known.keysEnd + bytes > known.keys.byteLength) {
    const wider = new Uint8Array((known.keysEnd + bytes) * 2)
    wider.set(new Uint8Array(known.keys.buffer, 0, known.keysEnd))
    known.keys = new DataView(wider.buffer)
  }
}

/** Gives a number to bytes that have none, unless too many are known already. */
export function keepBytes(
  known: KnownBytes,
  view: DataView,
  start: number,
  end: number,
  number: number,
): void {
  if (known.count === MOST_KEPT) return
  makeRoom(known, end - start)
  const { keys, keysEnd } = known
  for (let at = start; at < end; at++) keys.setUint8(keysEnd + at - start, view.getUint8(at))
  insert(known.buckets, hashOf(view, start, end), keysEnd, end - start + 1, number)
  known.keysEnd += end - start
  known.count++
}
