import { int32, widenInt32 } from './arrays.ts'

/** UUIDs as four 32-bit words a slot, and the slot of each: a hash table with open addressing, without any text kept. */
export type IdTable = { words: Int32Array; buckets: Int32Array; taken: number }

const REMOVED = -1

/** A table without any id. */
export const createIdTable = (): IdTable => ({
  words: int32(4 * 64),
  buckets: int32(256),
  taken: 0,
})

const digit = (code: number): number =>
  code >= 48 && code <= 57 ? code - 48 : code >= 97 && code <= 102 ? code - 87 : -1

/** The four words of a UUID written in small letters, as everywhere in the database; null for any other text. */
export function readId(id: string): Int32Array | null {
  if (id.length !== 36) return null
  const words = new Int32Array(4)
  let digits = 0
  for (let at = 0; at < 36; at++) {
    const code = id.charCodeAt(at)
    if (at === 8 || at === 13 || at === 18 || at === 23) {
      if (code !== 45) return null
      continue
    }
    const value = digit(code)
    if (value < 0) return null
    words[digits >> 3] = ((words[digits >> 3] as number) << 4) | value
    digits++
  }
  return words
}

const hash = (a: number, b: number, c: number, d: number) => {
  let mixed = Math.imul(a ^ Math.imul(b, 0x9e3779b1) ^ Math.imul(c, 0x85ebca6b) ^ d, 0xc2b2ae35)
  mixed = Math.imul(mixed ^ (mixed >>> 15), 0x27d4eb2f)
  return (mixed ^ (mixed >>> 13)) >>> 0
}
const hashOf = (words: Int32Array, from: number) =>
  hash(words[from] as number, words[from + 1] as number, words[from + 2] as number, words[from + 3] as number)

function bucketOf({ words, buckets }: IdTable, id: Int32Array): number {
  const mask = buckets.length - 1
  for (let at = hashOf(id, 0) & mask; (buckets[at] as number) !== 0; at = (at + 1) & mask) {
    const slot = (buckets[at] as number) - 1
    if (slot < 0) continue
    let word = 0
    while (word < 4 && (words[slot * 4 + word] as number) === (id[word] as number)) word++
    if (word === 4) return at
  }
  return -1
}

/** The slot of an id, or −1. */
export function slotOf(table: IdTable, id: Int32Array): number {
  const bucket = bucketOf(table, id)
  return bucket < 0 ? -1 : (table.buckets[bucket] as number) - 1
}

function insert(buckets: Int32Array, words: Int32Array, slot: number) {
  const mask = buckets.length - 1
  let at = hashOf(words, slot * 4) & mask
  while ((buckets[at] as number) !== 0) at = (at + 1) & mask
  buckets[at] = slot + 1
}

const sizeFor = (live: number) => {
  let size = 256
  while (live * 2 > size) size *= 2
  return size
}

/** A table of the first ids of `words`, four words each, slots 0 to `count` − 1. */
export function tableOf(words: Int32Array, count: number): IdTable {
  const buckets = int32(sizeFor(count + 1))
  for (let slot = 0; slot < count; slot++) insert(buckets, words, slot)
  return { words, buckets, taken: count }
}

/** Gives a slot to an id that has none. */
export function addId(table: IdTable, id: Int32Array, slot: number): void {
  table.words = widenInt32(table.words, slot * 4 + 4)
  table.words.set(id, slot * 4)
  if ((table.taken + 1) * 3 > table.buckets.length * 2) {
    const old = table.buckets
    let live = 1
    for (const bucket of old) if (bucket > 0) live++
    table.buckets = int32(sizeFor(live))
    for (const bucket of old) if (bucket > 0) insert(table.buckets, table.words, bucket - 1)
    table.taken = live - 1
  }
  insert(table.buckets, table.words, slot)
  table.taken++
}

/** Forgets an id. */
export function removeId(table: IdTable, id: Int32Array): void {
  const bucket = bucketOf(table, id)
  if (bucket >= 0) table.buckets[bucket] = REMOVED
}
