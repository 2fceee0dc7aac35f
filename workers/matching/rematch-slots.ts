import { readAsk } from './ask.ts'
import * as entry from './entry.ts'
import { findOffers } from './find-offers.ts'
import { findPeople } from './find-people.ts'
import type { Places } from './places.ts'
import type { Pool } from './pool.ts'
import { licencesAt, projectsAt, skillsAt } from './records.ts'
import type { Search } from './search.ts'
import { type Told, tellRows } from './told.ts'

const NO_ID = new Int32Array(4)

/** Whoever stands in a slot, read back as it was encoded; null when the slot is free. */
function encodedAt(pool: Pool, places: Places, slot: number): entry.Encoded | null {
  const at = slot * entry.ENTRY_WORDS
  const words = pool.words.subarray(at, at + entry.ENTRY_WORDS)
  const record = words[entry.RECORD] as number
  if (record < 0) return null
  const place = words[entry.PLACE] as number
  return {
    id: NO_ID,
    words,
    projects: projectsAt(pool.records, record),
    skills: skillsAt(pool.records, record),
    licences: licencesAt(pool.records, record),
    latitude: places.positions[place * 3] as number,
    longitude: places.positions[place * 3 + 1] as number,
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
