/** The slots met during a question: a small hash table, whose keys of earlier turns count as free. */
export type Seen = { turn: number; count: number; keys: Int32Array }

const KEYS_AT_FIRST = 1024

/** Nobody met yet. */
export const createSeen = (): Seen => ({ turn: 0, count: 0, keys: new Int32Array(2 * KEYS_AT_FIRST) })

/** Forgets everybody. */
export function startSeen(seen: Seen): void {
  seen.turn++
  seen.count = 0
}

function grow(seen: Seen) {
  const { keys, turn } = seen
  seen.keys = new Int32Array(keys.length * 2)
  seen.count = 0
  for (let at = 0; at < keys.length; at += 2)
    if ((keys[at] as number) === turn) meet(seen, keys[at + 1] as number)
}

/** Notes a slot; true the first time it is met. */
export function meet(seen: Seen, slot: number): boolean {
  const { turn } = seen
  if (seen.count * 4 >= seen.keys.length) grow(seen)
  const { keys } = seen
  const mask = keys.length - 1
  let at = (Math.imul(slot, 0x9e3779b1) >>> 7) * 2
  for (at &= mask; (keys[at] as number) === turn; at = (at + 2) & mask)
    if ((keys[at + 1] as number) === slot) return false
  keys[at] = turn
  keys[at + 1] = slot
  seen.count++
  return true
}
