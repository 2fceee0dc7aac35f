import { PROXIMITY, START_TOLERANCE_DAYS } from '#app/domain/matching/weights.ts'
import { popcount } from './arrays.ts'
import { type BlockIndex, blockOf, extentOf, mostOf, startOf } from './block-index.ts'
import * as entry from './entry.ts'
import type { Around } from './grid.ts'
import type { Nearness } from './occupation-index.ts'
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
import { skillsWanted, weighOffer } from './weigh-offer.ts'

type Most = { near: number; level: number; travel: number; today: number }

/**
 * Sweeps a block of offers, those that last longest first, until those left end too soon: cheap gates, then the most the pair
 * could score, then the pair itself. Written out in one piece: it is run for thousands of entries a question, where a
 * call costs more than what it does.
 */
function sweep(search: Search, ask: Ask, index: BlockIndex, block: number, most: Most) {
  const { top, seen } = search
  const { vectors } = search.places
  const { kinds, publics, licences, slots, contracts, skills, limitKm, available, x, y, z } = ask
  const { near, level, travel, today } = most
  const { START_TENTHS, EXPERIENCE_TENTHS, SCHEDULE_TENTHS, FULL_CONTRACT_TENTHS } = tenths
  const soonest = Math.max(today, available)
  const least = near + travel + tenths.FULL_SKILL_TENTHS
  const words = index.entries
  const start = startOf(index, block)
  const end = start + extentOf(index, block)
  let floor = floorOf(top)
  for (let at = start; at < end; at += entry.ENTRY_WORDS) {
    if ((words[at + entry.LAST] as number) < soonest) return
    const flags = words[at + entry.FLAGS] as number
    const wanted = words[at + entry.SLOTS] as number
    const reserved = flags & entry.PUBLICS_MASK
    const lacking = (words[at + entry.LICENCES] as number) & ~licences
    const late = available - Math.max(words[at + entry.FROM] as number, today)
    const rest =
      (SCHEDULE_TENTHS[popcount(wanted) * tenths.SCHEDULE_ROW + popcount(wanted & slots)] as number) +
      (START_TENTHS[late & ~(late >> 31) & (tenths.LATENESSES - 1)] as number) +
      (FULL_CONTRACT_TENTHS & ~(((flags & contracts) - 1) >> 31))
    const paid =
      rest +
      (EXPERIENCE_TENTHS[
        ((flags & entry.EXPERIENCE_MASK) >>> entry.EXPERIENCE_SHIFT) * tenths.LEVELS + level
      ] as number)
    // Each term is −1 when its gate is closed, or when the bound is too low, and else 0: one guess for the processor, not seven.
    const closed =
      (((flags & kinds) - 1) >> 31) |
      (((reserved & publics) - 1) & (0 - reserved) & 0x80000000) |
      (((wanted & slots) - 1) & (0 - wanted) & 0x80000000) |
      ((START_TOLERANCE_DAYS - late) >> 31) |
      ((lacking | (0 - lacking)) >> 31) |
      ((least + paid - floor) >> 31)
    if (closed !== 0) continue
    const missing = popcount((words[at + entry.SKILLS] as number) & ~skills)
    const mostSkills =
      missing === 0 ? tenths.FULL_SKILL_TENTHS : mostSkillTenths(search, words, at, flags, missing)
    const bound = near + paid + mostSkills
    if (bound + travel < floor) continue
    const place = words[at + entry.PLACE] as number
    const dx = (vectors[place * 3] as number) - x
    const dy = (vectors[place * 3 + 1] as number) - y
    const dz = (vectors[place * 3 + 2] as number) - z
    const leastKm = Math.sqrt(dx * dx + dy * dy + dz * dz) * CHORD_RADIUS_KM - CHORD_ERROR_KM
    if (leastKm > limitKm) continue
    const reached = bound + tenths.mostTravelTenths(leastKm, limitKm)
    if (
      reached < floor ||
      (reached === floor && isBehind(top, kmTo(search, ask, place), words[at + entry.ID] as number))
    )
      continue
    const slot = words[at + entry.SLOT] as number
    if (!meet(seen, slot)) continue
    const score = weighOffer(search, ask, words, at, rest)
    if (score < 0 || score < floor) continue
    offerRow(top, score, kmTo(search, ask, place), slot)
    floor = floorOf(top)
  }
}

function mostSkillTenths(search: Search, words: Int32Array, at: number, flags: number, missing: number) {
  const told = entry.skillsWantedIn(flags)
  const wanted =
    told === entry.MANY_SKILLS ? skillsWanted(search.pool.records, words[at + entry.RECORD] as number) : told
  return tenths.skillTenths(wanted - missing, wanted)
}

type Family = { index: BlockIndex; around: Around; family: number; proximity: number; level: number }

function sweepFamily(search: Search, ask: Ask, where: Family, today: number) {
  const { index, around, family, level } = where
  const near = tenths.occupationTenths(where.proximity)
  for (let next = 0; next < around.count; next++) {
    const gapKm = around.gapsKm[next] as number
    const travel = tenths.mostTravelTenths(gapKm, ask.limitKm)
    if (near + travel + tenths.FULL_REST_TENTHS < floorOf(search.top)) break
    const block = blockOf(index, family, around.cells[next] as number)
    if (block < 0 || mostOf(index, block) < today) continue
    sweep(search, ask, index, block, { near, level, travel, today })
  }
}

function sweepByPlace(search: Search, ask: Ask, family: number, today: number) {
  if (!couldEnter(search, PROXIMITY.openOffer)) return
  const index = layerOf(search).byPlace
  const around = lookAround(search, ask, { by: 'byPlace', layer: 0 }, ask.limitKm)
  const level = Math.max(0, ...ask.projects.map((project) => project & 3))
  sweepFamily(search, ask, { index, around, family, proximity: PROXIMITY.openOffer, level }, today)
}

/** Offers all stand in one layer. */
const layerOf = ({ pool }: Search) => pool.layers[0] as Layer

/** Notes for each occupation the nearest of the person's projects, and the level had in it. */
function noteProjects(search: Search, ask: Ask): Nearness[] {
  const lists: Nearness[] = []
  for (const project of ask.projects) {
    const offered = search.occupations.offered[project >> 2]
    if (!offered) continue
    lists.push(offered)
    for (let at = 0; at < offered.occupations.length; at++) {
      const occupation = offered.occupations[at] as number
      const proximity = offered.proximities[at] as number
      const known = search.proximities[occupation] as number
      if (proximity < known) continue
      if (proximity > known || (project & 3) > (search.levels[occupation] as number))
        search.levels[occupation] = project & 3
      search.proximities[occupation] = proximity
    }
  }
  return lists
}

/** Which list has the nearest occupation left; −1 when all are read. */
function nearestList(lists: readonly Nearness[], cursors: Int32Array): number {
  let best = -1
  let proximity = 0
  for (const [at, list] of lists.entries()) {
    const next = list.proximities[cursors[at] as number] ?? 0
    if (next <= proximity) continue
    best = at
    proximity = next
  }
  return best
}

/**
 * Leaves in `search.top` the best offers for a person (`today` in days since 1970, `keep` rows at most): occupations by
 * falling proximity to any project, cells by rising distance, each left out as soon as nothing in it could enter.
 */
export function findOffers(search: Search, ask: Ask, when: { today: number; keep: number }): void {
  startSearch(search, ask)
  startTop(search.top, when.keep)
  if (search.top.keep === 0) return
  const index = layerOf(search).byOccupation
  const around = lookAround(search, ask, { by: 'byOccupation', layer: 0 }, ask.limitKm)
  const lists = noteProjects(search, ask)
  search.noted = lists
  const cursors = new Int32Array(lists.length)
  const family = ask.isOpen ? EVERYBODY : OPEN
  let isByPlaceSwept = false
  for (let from = nearestList(lists, cursors); from >= 0; from = nearestList(lists, cursors)) {
    const at = cursors[from] as number
    cursors[from] = at + 1
    const list = lists[from] as Nearness
    const occupation = list.occupations[at] as number
    const proximity = list.proximities[at] as number
    const isSwept = search.swept[occupation] === search.seen.turn
    if (isSwept || proximity < (search.proximities[occupation] as number)) continue
    search.swept[occupation] = search.seen.turn
    if (!isByPlaceSwept && proximity < PROXIMITY.openPerson) {
      isByPlaceSwept = true
      sweepByPlace(search, ask, family, when.today)
    }
    if (!couldEnter(search, proximity)) break
    const level = search.levels[occupation] as number
    sweepFamily(search, ask, { index, around, family: occupation, proximity, level }, when.today)
  }
  if (!isByPlaceSwept) sweepByPlace(search, ask, family, when.today)
}
