import { kmTo, positionOf } from './distances'
import { CANDIDATES, NOWHERE } from './given'
import {
  CANDIDATE_BYTES,
  CANDIDATE_ENTRY,
  CANDIDATE_MOST,
  CANDIDATE_REST,
  CANDIDATE_TRAVEL,
  MOST_CANDIDATES,
  PLACE,
} from './layout'
import { recordOf } from './lists'
import { word } from './memory'
import { isBehind } from './top'

// Entries that may enter, to be weighed together.
let count: i32 = 0

/** How many wait. */
export function candidateCount(): i32 {
  return count
}

/** None waits any more. */
export function forgetCandidates(): void {
  count = 0
}

/** Where a candidate stands. */
export function candidateAt(number: i32): usize {
  return CANDIDATES + number * CANDIDATE_BYTES
}

/** Adds an entry; true when there is no room for another. */
export function addCandidate(entry: usize, most: i32, travel: i32, rest: i32): bool {
  const at = candidateAt(count++)
  store<usize>(at + CANDIDATE_ENTRY, entry)
  store<i32>(at + CANDIDATE_MOST, most)
  store<i32>(at + CANDIDATE_TRAVEL, travel)
  store<i32>(at + CANDIDATE_REST, rest)
  return count >= MOST_CANDIDATES
}

/** Reads ahead the records and positions of the candidates: memory answers many at once. */
export function touchRecords(): void {
  let touched = 0
  for (let number = 0; number < count; number++) {
    const entry = load<usize>(candidateAt(number) + CANDIDATE_ENTRY)
    const record = recordOf(entry)
    touched ^= load<i32>(record) ^ load<i32>(record + 48) ^ load<i32>(positionOf(word(entry, PLACE)))
  }
  store<i32>(NOWHERE, touched)
}

/** True when a candidate cannot enter any more: others have come meanwhile. */
export function isLeftOut(at: usize, floor: i32): bool {
  const most = load<i32>(at + CANDIDATE_MOST)
  if (most !== floor) return most < floor
  const entry = load<usize>(at + CANDIDATE_ENTRY)
  return isBehind(kmTo(word(entry, PLACE)), recordOf(entry))
}
