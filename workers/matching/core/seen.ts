import { FIRST_KEYS, KEY_BYTES } from './layout'
import { turn } from './question'

// The slots met during a question: a hash table, whose keys of earlier questions count as free. It stands in the first of several
// tables, each twice as long as the one before, and moves to the next when it is half full.
let first: usize = 0
let keys: usize = 0
let mask: i32 = 0
let count: i32 = 0

/** Keeps its tables from `at` on: their room is twice that of the last, which is twice as long as slots may be met (marks.ts). */
export function keepMet(at: usize): void {
  first = at
}

/** Forgets everybody. */
export function forgetMet(): void {
  keys = first
  mask = FIRST_KEYS - 1
  count = 0
}

function note(slot: i32): bool {
  let at = ((slot * 0x9e3779b1) >>> 7) & mask
  while (load<i32>(keys + at * KEY_BYTES) === turn) {
    if (load<i32>(keys + at * KEY_BYTES + 4) === slot) return false
    at = (at + 1) & mask
  }
  store<i32>(keys + at * KEY_BYTES, turn)
  store<i32>(keys + at * KEY_BYTES + 4, slot)
  return true
}

function grow(): void {
  const old = keys
  const end = keys + (mask + 1) * KEY_BYTES
  keys = end
  mask = mask * 2 + 1
  for (let at = end; at < end + (mask + 1) * KEY_BYTES; at += KEY_BYTES) store<i32>(at, 0)
  for (let at = old; at < end; at += KEY_BYTES) if (load<i32>(at) === turn) note(load<i32>(at + 4))
}

/** Notes a slot; true the first time it is met. */
export function meet(slot: i32): bool {
  if (count * 2 > mask) grow()
  if (!note(slot)) return false
  count++
  return true
}
