import { PROXIMITY, START_TOLERANCE_DAYS as TOLERANCE_DAYS } from '#app/domain/matching/weights.ts'
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
import { skillsWanted, weighOffers } from './weigh-offers.ts'

// A constant of this very file costs nothing where it is named; one of another file is read each time.
const {
  ENTRY_WORDS,
  EXPERIENCE_MASK,
  EXPERIENCE_SHIFT,
  FLAGS,
  FROM,
  LAST,
  LICENCES,
  PLACE,
  PUBLICS_MASK,
  SKILLS,
  SLOTS,
} = entry
const {
  EXPERIENCE_TENTHS,
  FULL_CONTRACT_TENTHS,
  FULL_REST_TENTHS,
  FULL_SKILL_TENTHS,
  LATENESSES,
  LEVELS,
  SCHEDULE_ROW,
  SCHEDULE_TENTHS,
  START_TENTHS,
} = tenths
const START_TOLERANCE_DAYS = TOLERANCE_DAYS
const { CHORD_RADIUS_KM, CHORD_ERROR_KM } = distances
const { MOST_CANDIDATES } = candidatesOf

/**
 * Sweeps the blocks gathered, in each the offers that last longest first, until those left end too soon: cheap gates, then the most
 * the pair could score; whatever could enter is weighed. Written out in one piece: it is run for thousands of entries a
 * question, where a call costs more than what it does.
 */
function sweep(search: Search, ask: Ask, index: BlockIndex, today: number) {
  const { top, gathered, candidates } = search
  const { starts, ends, nears, travels, levels } = gathered
  const { vectors } = search.places
  const { kinds, publics, licences, slots, contracts, skills, limitKm, available, x, y, z } = ask
  const soonest = Math.max(today, available)
  const words = index.entries
  let floor = floorOf(top)
  for (let block = 0; block < gathered.count; block++) {
    const near = nears[block] as number
    const travel = travels[block] as number
    if (near + travel + FULL_REST_TENTHS < floor) continue
    const least = near + travel + FULL_SKILL_TENTHS
    const level = levels[block] as number
    const end = ends[block] as number
    for (let at = starts[block] as number; at < end; at += ENTRY_WORDS) {
      if ((words[at + LAST] as number) < soonest) break
      const flags = words[at + FLAGS] as number
      const wanted = words[at + SLOTS] as number
      const reserved = flags & PUBLICS_MASK
      const lacking = (words[at + LICENCES] as number) & ~licences
      const late = available - Math.max(words[at + FROM] as number, today)
      const rest =
        (SCHEDULE_TENTHS[popcount(wanted) * SCHEDULE_ROW + popcount(wanted & slots)] as number) +
        (START_TENTHS[late & ~(late >> 31) & (LATENESSES - 1)] as number) +
        (FULL_CONTRACT_TENTHS & ~(((flags & contracts) - 1) >> 31))
      const paid =
        rest +
        (EXPERIENCE_TENTHS[((flags & EXPERIENCE_MASK) >>> EXPERIENCE_SHIFT) * LEVELS + level] as number)
      // Each term is −1 when its gate is closed, or when the bound is too low, and else 0: one guess for the processor, not seven.
      const closed =
        (((flags & kinds) - 1) >> 31) |
        (((reserved & publics) - 1) & (0 - reserved) & 0x80000000) |
        (((wanted & slots) - 1) & (0 - wanted) & 0x80000000) |
        ((START_TOLERANCE_DAYS - late) >> 31) |
        ((lacking | (0 - lacking)) >> 31) |
        ((least + paid - floor) >> 31)
      if (closed !== 0) continue
      const missing = popcount((words[at + SKILLS] as number) & ~skills)
      const mostSkills =
        missing === 0 ? FULL_SKILL_TENTHS : mostSkillTenths(search, words, at, flags, missing)
      const bound = near + paid + mostSkills
      if (bound + travel < floor) continue
      const place = (words[at + PLACE] as number) * 3
      const dx = (vectors[place] as number) - x
      const dy = (vectors[place + 1] as number) - y
      const dz = (vectors[place + 2] as number) - z
      const leastKm = Math.sqrt(dx * dx + dy * dy + dz * dz) * CHORD_RADIUS_KM - CHORD_ERROR_KM
      if (leastKm > limitKm) continue
      const reach = tenths.mostTravelTenths(leastKm, limitKm)
      if (bound + reach < floor) continue
      const next = candidates.count++
      candidates.at[next] = at
      candidates.most[next] = bound + reach
      candidates.travel[next] = reach
      candidates.rest[next] = rest
      if (next + 1 < MOST_CANDIDATES) continue
      weighOffers(search, ask, words)
      floor = floorOf(top)
    }
  }
  weighOffers(search, ask, words)
}

function mostSkillTenths(search: Search, words: Int32Array, at: number, flags: number, missing: number) {
  const told = entry.skillsWantedIn(flags)
  const wanted =
    told === entry.MANY_SKILLS ? skillsWanted(search.pool.records, words[at + entry.RECORD] as number) : told
  return tenths.skillTenths(wanted - missing, wanted)
}

type Question = { search: Search; ask: Ask; today: number }

/** Sweeps the families noted, cells by rising distance. */
function sweepFamilies({ search, ask, today }: Question, by: keyof Layer) {
  const { families, gathered } = search
  const index = layerOf(search)[by]
  const { around } = search.near[by][0] as Near
  gather(gathered, index, { around, families, floor: floorOf(search.top) })
  openGathered(gathered, index, Math.max(today, ask.available))
  sweep(search, ask, index, today)
}

function sweepByPlace(question: Question, family: number) {
  const { search, ask } = question
  if (!couldEnter(search, PROXIMITY.openOffer)) return
  lookAround(search, ask, { by: 'byPlace', layer: 0 }, ask.limitKm)
  // Experience is had in a project: it counts for no offer that is open to anybody.
  let level = 0
  if (family === EVERYBODY) for (const project of ask.projects) level = Math.max(level, project & 3)
  startFamilies(search.families)
  addFamily(search.families, family, tenths.occupationTenths(PROXIMITY.openOffer), level)
  sweepFamilies(question, 'byPlace')
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

function isNothingRead(cursors: Int32Array) {
  for (const cursor of cursors) if (cursor > 0) return false
  return true
}

/** Which list has the nearest occupation left; −1 when all are read. */
function nearestList(lists: readonly Nearness[], cursors: Int32Array): number {
  let best = -1
  let proximity = 0
  for (let at = 0; at < lists.length; at++) {
    const list = lists[at] as Nearness
    const next = list.proximities[cursors[at] as number] ?? 0
    if (next <= proximity) continue
    best = at
    proximity = next
  }
  return best
}

/** Notes the next occupations to sweep together, by falling proximity, each once, none below `least`. */
function noteFamilies(search: Search, lists: readonly Nearness[], cursors: Int32Array, least: number) {
  const { families, swept, seen, proximities } = search
  const most = isNothingRead(cursors) ? 1 : MOST_FAMILIES
  startFamilies(families)
  while (families.count < most) {
    const from = nearestList(lists, cursors)
    const list = lists[from]
    if (!list) return
    const at = cursors[from] as number
    const occupation = list.occupations[at] as number
    const proximity = list.proximities[at] as number
    if (proximity < least || !couldEnter(search, proximity)) return
    cursors[from] = at + 1
    if (swept[occupation] === seen.turn || proximity < (proximities[occupation] as number)) continue
    swept[occupation] = seen.turn
    addFamily(families, occupation, tenths.occupationTenths(proximity), search.levels[occupation] as number)
  }
}

/** Sweeps occupations by falling proximity, none below `least`, while they could bring something among the best. */
function sweepOccupations(
  question: Question,
  lists: readonly Nearness[],
  cursors: Int32Array,
  least: number,
) {
  const { search } = question
  noteFamilies(search, lists, cursors, least)
  while (search.families.count > 0) {
    sweepFamilies(question, 'byOccupation')
    noteFamilies(search, lists, cursors, least)
  }
}

/**
 * Leaves in `search.top` the best offers for a person (`today` in days since 1970, `keep` rows at most): occupations by
 * falling proximity to any project, cells by rising distance, each left out as soon as nothing in it could enter.
 */
export function findOffers(search: Search, ask: Ask, when: { today: number; keep: number }): void {
  startSearch(search, ask)
  startTop(search.top, when.keep)
  if (search.top.keep === 0) return
  lookAround(search, ask, { by: 'byOccupation', layer: 0 }, ask.limitKm)
  const lists = noteProjects(search, ask)
  search.noted = lists
  const cursors = new Int32Array(lists.length)
  const question = { search, ask, today: when.today }
  sweepOccupations(question, lists, cursors, PROXIMITY.openPerson)
  sweepByPlace(question, ask.isOpen ? EVERYBODY : OPEN)
  sweepOccupations(question, lists, cursors, PROXIMITY.none)
}
