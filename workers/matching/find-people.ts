import { PROXIMITY, START_TOLERANCE_DAYS } from '#app/domain/matching/weights.ts'
import { popcount } from './arrays.ts'
import { type BlockIndex, blockOf, extentOf, mostOf, startOf } from './block-index.ts'
import * as entry from './entry.ts'
import { EVERYBODY, type Layer, OPEN } from './pool.ts'
import {
  type Ask,
  CHORD_ERROR_KM,
  CHORD_RADIUS_KM,
  couldEnter,
  kmTo,
  lookAround,
  type Search,
  startSearch,
} from './search.ts'
import { meet } from './seen.ts'
import * as tenths from './tenths.ts'
import { floorOf, isBehind, offerRow, startTop } from './top-k.ts'
import { weighPerson } from './weigh-person.ts'

/**
 * Sweeps a block, those who can come farthest first, until nobody left can come or travel leaves them too few points: cheap
 * gates, then the most the person could score, then the pair itself. Written out in one piece: it is run for thousands
 * of entries a question, where a call costs more than what it does.
 */
function sweep(
  search: Search,
  ask: Ask,
  index: BlockIndex,
  block: number,
  { near, gapKm }: { near: number; gapKm: number },
) {
  const { top, seen } = search
  const { vectors } = search.places
  const { kinds, publics, licences, slots, from, last, level, contracts, skills, x, y, z } = ask
  const { slotTenths, skillTenths } = ask
  const latest = Math.min(last, from + START_TOLERANCE_DAYS)
  const experience = level * tenths.LEVELS
  const skillCount = ask.skillList.length
  // A mask that nothing fails, for what the offer does not ask.
  const anyPublic = publics === 0 ? 1 : 0
  const anySlot = slots === 0 ? 1 : 0
  const words = index.entries
  const start = startOf(index, block)
  const end = start + extentOf(index, block)
  const least = near + tenths.FULL_REST_TENTHS
  let floor = floorOf(top)
  let limit = -1
  let travel = 0
  let most = 0
  for (let at = start; at < end; at += entry.ENTRY_WORDS) {
    if (words[at + entry.LAST] !== limit) {
      limit = words[at + entry.LAST] as number
      if (limit < gapKm) return
      travel = tenths.mostTravelTenths(gapKm, limit)
      if (least + travel < floor) return
      most = travel + tenths.FULL_SKILL_TENTHS + tenths.FULL_SCHEDULE_TENTHS
    }
    const flags = words[at + entry.FLAGS] as number
    const own = words[at + entry.SLOTS] as number
    const available = words[at + entry.FROM] as number
    const lacking = licences & ~(words[at + entry.LICENCES] as number)
    const late = available - from
    const paid =
      (tenths.START_TENTHS[late & ~(late >> 31) & (tenths.LATENESSES - 1)] as number) +
      (tenths.FULL_CONTRACT_TENTHS & ~(((flags & contracts) - 1) >> 31))
    const experienced =
      near +
      (tenths.EXPERIENCE_TENTHS[
        experience + ((flags & entry.EXPERIENCE_MASK) >>> entry.EXPERIENCE_SHIFT)
      ] as number)
    // Each term is −1 when its gate is closed, or when the bound is too low, and else 0: one guess for the processor, not seven.
    const closed =
      (((flags & kinds) - 1) >> 31) |
      ((((flags & publics) | anyPublic) - 1) >> 31) |
      ((((own & slots) | anySlot) - 1) >> 31) |
      ((latest - available) >> 31) |
      ((lacking | (0 - lacking)) >> 31) |
      ((experienced + paid + most - floor) >> 31)
    if (closed !== 0) continue
    const missing = popcount(skills & ~(words[at + entry.SKILLS] as number))
    const rest = paid + (slotTenths[popcount(own & slots)] as number)
    const bound = experienced + rest + (skillTenths[skillCount - missing] as number)
    if (bound + travel < floor) continue
    const place = words[at + entry.PLACE] as number
    const dx = (vectors[place * 3] as number) - x
    const dy = (vectors[place * 3 + 1] as number) - y
    const dz = (vectors[place * 3 + 2] as number) - z
    const leastKm = Math.sqrt(dx * dx + dy * dy + dz * dz) * CHORD_RADIUS_KM - CHORD_ERROR_KM
    if (leastKm > limit) continue
    const reached = bound + tenths.mostTravelTenths(leastKm, limit)
    if (
      reached < floor ||
      (reached === floor && isBehind(top, kmTo(search, ask, place), words[at + entry.ID] as number))
    )
      continue
    const slot = words[at + entry.SLOT] as number
    if (!meet(seen, slot)) continue
    const score = weighPerson(search, ask, words, at, rest)
    if (score < 0 || score < floor) continue
    offerRow(top, score, kmTo(search, ask, place), slot)
    floor = floorOf(top)
    if (least + travel < floor) return
  }
}

type Family = { by: keyof Layer; family: number; proximity: number }

/** Sweeps a family in every layer, cells by rising distance. */
function sweepFamily(search: Search, ask: Ask, { by, family, proximity }: Family) {
  const near = tenths.occupationTenths(proximity)
  const { layers } = search.pool
  for (let layer = 0; layer < layers.length; layer++) {
    const index = (layers[layer] as Layer)[by]
    const { around } = search.near[by][layer] as Search['near']['byPlace'][number]
    for (let next = 0; next < around.count; next++) {
      const gapKm = around.gapsKm[next] as number
      if (
        near + tenths.mostTravelTenths(gapKm, index.maxReachKm) + tenths.FULL_REST_TENTHS <
        floorOf(search.top)
      )
        break
      const block = blockOf(index, family, around.cells[next] as number)
      if (block < 0 || mostOf(index, block) < gapKm) continue
      sweep(search, ask, index, block, { near, gapKm })
    }
  }
}

function lookAroundLayers(search: Search, ask: Ask, by: keyof Layer) {
  for (const [layer, indexes] of search.pool.layers.entries())
    lookAround(search, ask, { by, layer }, indexes[by].maxReachKm)
}

function sweepByPlace(search: Search, ask: Ask, family: number, proximity: number) {
  if (!couldEnter(search, proximity)) return
  lookAroundLayers(search, ask, 'byPlace')
  sweepFamily(search, ask, { by: 'byPlace', family, proximity })
}

/**
 * Leaves in `search.top` the best people for an offer (`today` in days since 1970, `keep` rows at most): occupations by
 * falling proximity, cells by rising distance, each left out as soon as nobody in it could enter.
 */
export function findPeople(search: Search, ask: Ask, when: { today: number; keep: number }): void {
  startSearch(search, ask)
  startTop(search.top, when.keep)
  if (ask.last < when.today || search.top.keep === 0) return
  const occupation = ask.projects[0]
  if (occupation === undefined) {
    sweepByPlace(search, ask, EVERYBODY, PROXIMITY.openOffer)
    return
  }
  const wanted = search.occupations.wanted[occupation >> 2]
  if (!wanted) return
  const { occupations, proximities } = wanted
  search.noted = [wanted]
  for (let at = 0; at < occupations.length; at++)
    search.proximities[occupations[at] as number] = proximities[at] as number
  lookAroundLayers(search, ask, 'byOccupation')
  let isOpenSwept = false
  for (let at = 0; at < occupations.length; at++) {
    const proximity = proximities[at] as number
    if (!isOpenSwept && proximity < PROXIMITY.openPerson) {
      isOpenSwept = true
      sweepByPlace(search, ask, OPEN, PROXIMITY.openPerson)
    }
    if (!couldEnter(search, proximity)) break
    sweepFamily(search, ask, { by: 'byOccupation', family: occupations[at] as number, proximity })
  }
  if (!isOpenSwept) sweepByPlace(search, ask, OPEN, PROXIMITY.openPerson)
}
