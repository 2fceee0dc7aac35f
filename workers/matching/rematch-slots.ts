import { readAsk } from './ask.ts'
import * as entry from './entry.ts'
import { findOffers } from './find-offers.ts'
import { findPeople } from './find-people.ts'
import type { Places } from './places.ts'
import type { Pool } from './pool.ts'
import { endOf, licencesAt, projectsAt, skillsAt } from './records.ts'
import type { Search } from './search.ts'
import { type Told, tellRows } from './told.ts'

const NO_ID = new Int32Array(4)

// For short lists several times faster than Array.from.
function wordsBetween(records: Int32Array, from: number, to: number): number[] {
  const words: number[] = []
  for (let at = from; at < to; at++) words.push(records[at] as number)
  return words
}

/** Whoever stands in a slot, read back as it was encoded; null when the slot is free. */
function encodedAt(pool: Pool, places: Places, slot: number): entry.Encoded | null {
  const record = pool.starts[slot] as number
  if (record < 0) return null
  const { records } = pool
  const place = records[record + entry.PLACE] as number
  return {
    id: NO_ID,
    words: records.subarray(record, record + entry.ENTRY_WORDS),
    projects: wordsBetween(records, projectsAt(record), skillsAt(records, record)),
    skills: wordsBetween(records, skillsAt(records, record), licencesAt(records, record)),
    licences: wordsBetween(records, licencesAt(records, record), endOf(records, record)),
    latitude: places.degrees[place * 2] as number,
    longitude: places.degrees[place * 2 + 1] as number,
    limitKm: pool.limitsKm[slot] as number,
    canAsk: true,
    canBeFound: true,
  }
}

/** The slots to ask for, `to` left out; `today` in days since 1970. */
type SlotRange = { asking: Pool; from: number; to: number; today: number; keep: number }

/**
 * Asks again for everybody who stands in these slots of one pool, against the other. `visit` gets the rows found, best
 * first, and the slot that asked; the rows are overwritten by the next question.
 */
export function rematchSlots(
  search: Search,
  { asking, from, to, today, keep }: SlotRange,
  visit: (told: Told, slot: number) => void,
): void {
  const find = search.pool.side === 'people' ? findPeople : findOffers
  for (let slot = from; slot < to; slot++) {
    const encoded = encodedAt(asking, search.places, slot)
    if (!encoded) continue
    find(search, readAsk(encoded, today), { today, keep })
    visit(tellRows(search), slot)
  }
}
