import { PROXIMITY, START_TOLERANCE_DAYS } from '#app/domain/matching/weights.ts'
import { popcount } from './arrays.ts'
import type { Ask } from './ask.ts'
import type { BlockIndex } from './block-index.ts'
import * as candidatesOf from './candidates.ts'
import * as distances from './distances.ts'
import * as entry from './entry.ts'
import { addFamily, gather, MOST_FAMILIES, openGathered, startFamilies } from './gather.ts'
import { EVERYBODY, OPEN } from './layers.ts'
import type { Nearness } from './occupation-index.ts'
import type { Layer } from './pool.ts'
import { couldEnter, lookAround, type Near, type Search, startSearch } from './search.ts'
import * as tenths from './tenths.ts'
import { floorOf, startTop } from './top-k.ts'
import { weighPeople } from './weigh-people.ts'

// A constant of this very file costs nothing where it is named; one of another file is read each time.
const { ENTRY_WORDS, EXPERIENCE_MASK, EXPERIENCE_SHIFT, FLAGS, FROM, LAST, LICENCES, PLACE, SKILLS, SLOTS } =
  entry
const {
  EXPERIENCE_TENTHS,
  FULL_CONTRACT_TENTHS,
  FULL_REST_TENTHS,
  FULL_SCHEDULE_TENTHS,
  FULL_SKILL_TENTHS,
  LATENESSES,
  LEVELS,
  START_TENTHS,
} = tenths
const { CHORD_RADIUS_KM, CHORD_ERROR_KM } = distances
const { MOST_CANDIDATES } = candidatesOf

/**
 * Sweeps the blocks gathered, in each those who can come farthest first, until nobody left can come or travel leaves them too few
 * points: cheap gates, then the most the person could score; whoever could enter is weighed. Written out in one piece: it
 * is run for thousands of entries a question, where a call costs more than what it does.
 */
function sweep(search: Search, ask: Ask, index: BlockIndex) {
  const { top, gathered, candidates } = search
  const { starts, ends, gapsKm, nears, travels } = gathered
  const { vectors } = search.places
  const { kinds, publics, licences, slots, from, last, level, contracts, skills, x, y, z } = ask
  const { slotTenths, skillTenths } = ask
  const latest = Math.min(last, from + START_TOLERANCE_DAYS)
  const experience = level * LEVELS
  // Experience is had in a project: for an offer open to anybody, nobody's counts.
  const levels = ask.isOpen ? 0 : EXPERIENCE_MASK
  const skillCount = ask.skillList.length
  // A mask that nothing fails, for what the offer does not ask.
  const anyPublic = publics === 0 ? 1 : 0
  const anySlot = slots === 0 ? 1 : 0
  const words = index.entries
  let floor = floorOf(top)
  for (let block = 0; block < gathered.count; block++) {
    const near = nears[block] as number
    const least = near + FULL_REST_TENTHS
    if (least + (travels[block] as number) < floor) continue
    const gapKm = gapsKm[block] as number
    const end = ends[block] as number
    let limit = -1
    let travel = 0
    let most = 0
    for (let at = starts[block] as number; at < end; at += ENTRY_WORDS) {
      if (words[at + LAST] !== limit) {
        limit = words[at + LAST] as number
        if (limit < gapKm) break
        travel = tenths.mostTravelTenths(gapKm, limit)
        if (least + travel < floor) break
        most = travel + FULL_SKILL_TENTHS + FULL_SCHEDULE_TENTHS
      }
      const flags = words[at + FLAGS] as number
      const own = words[at + SLOTS] as number
      const available = words[at + FROM] as number
      const lacking = licences & ~(words[at + LICENCES] as number)
      const late = available - from
      const paid =
        (START_TENTHS[late & ~(late >> 31) & (LATENESSES - 1)] as number) +
        (FULL_CONTRACT_TENTHS & ~(((flags & contracts) - 1) >> 31))
      const experienced =
        near + (EXPERIENCE_TENTHS[experience + ((flags & levels) >>> EXPERIENCE_SHIFT)] as number)
      // Each term is −1 when its gate is closed, or when the bound is too low, and else 0: one guess for the processor, not seven.
      const closed =
        (((flags & kinds) - 1) >> 31) |
        ((((flags & publics) | anyPublic) - 1) >> 31) |
        ((((own & slots) | anySlot) - 1) >> 31) |
        ((latest - available) >> 31) |
        ((lacking | (0 - lacking)) >> 31) |
        ((experienced + paid + most - floor) >> 31)
      if (closed !== 0) continue
      const missing = popcount(skills & ~(words[at + SKILLS] as number))
      const rest = paid + (slotTenths[popcount(own & slots)] as number)
      const bound = experienced + rest + (skillTenths[skillCount - missing] as number)
      if (bound + travel < floor) continue
      const place = (words[at + PLACE] as number) * 3
      const dx = (vectors[place] as number) - x
      const dy = (vectors[place + 1] as number) - y
      const dz = (vectors[place + 2] as number) - z
      const leastKm = Math.sqrt(dx * dx + dy * dy + dz * dz) * CHORD_RADIUS_KM - CHORD_ERROR_KM
      if (leastKm > limit) continue
      const reach = tenths.mostTravelTenths(leastKm, limit)
      if (bound + reach < floor) continue
      const next = candidates.count++
      candidates.at[next] = at
      candidates.most[next] = bound + reach
      candidates.travel[next] = reach
      candidates.rest[next] = rest
      if (next + 1 < MOST_CANDIDATES) continue
      weighPeople(search, ask, words)
      floor = floorOf(top)
      if (least + travel < floor) break
    }
  }
  weighPeople(search, ask, words)
}

/** Sweeps the families noted in every layer, cells by rising distance. */
function sweepFamilies(search: Search, ask: Ask, by: keyof Layer) {
  const { layers } = search.pool
  const { families, gathered } = search
  for (let layer = 0; layer < layers.length; layer++) {
    const index = (layers[layer] as Layer)[by]
    const { around } = search.near[by][layer] as Near
    if (around.count === 0) continue
    gather(gathered, index, { around, families, floor: floorOf(search.top) })
    openGathered(gathered, index, null)
    sweep(search, ask, index)
  }
}

function lookAroundLayers(search: Search, ask: Ask, by: keyof Layer) {
  for (const [layer, indexes] of search.pool.layers.entries())
    lookAround(search, ask, { by, layer }, indexes[by].maxReachKm)
}

function sweepByPlace(search: Search, ask: Ask, family: number, proximity: number) {
  if (!couldEnter(search, proximity)) return
  lookAroundLayers(search, ask, 'byPlace')
  startFamilies(search.families)
  addFamily(search.families, family, tenths.occupationTenths(proximity), 0)
  sweepFamilies(search, ask, 'byPlace')
}

/** Notes the next occupations to sweep together, none below `least`; returns where those left begin. */
function noteFamilies(
  { families }: Search,
  { occupations, proximities }: Nearness,
  from: number,
  least: number,
) {
  const most = Math.min(occupations.length, from + (from === 0 ? 1 : MOST_FAMILIES))
  startFamilies(families)
  let at = from
  for (; at < most && (proximities[at] as number) >= least; at++)
    addFamily(families, occupations[at] as number, tenths.occupationTenths(proximities[at] as number), 0)
  return at
}

/** Sweeps occupations by falling proximity, while they could bring somebody among the best; returns the first below `least`. */
function sweepOccupations(search: Search, ask: Ask, wanted: Nearness, from: number, least: number): number {
  let at = from
  while ((wanted.proximities[at] ?? -1) >= least && couldEnter(search, wanted.proximities[at] as number)) {
    at = noteFamilies(search, wanted, at, least)
    sweepFamilies(search, ask, 'byOccupation')
  }
  return at
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
  const farther = sweepOccupations(search, ask, wanted, 0, PROXIMITY.openPerson)
  sweepByPlace(search, ask, OPEN, PROXIMITY.openPerson)
  sweepOccupations(search, ask, wanted, farther, PROXIMITY.none)
}
