import { PROXIMITY, START_TOLERANCE_DAYS } from '#app/domain/matching/weights.ts'
import { float, int, popcount } from './arrays.ts'
import { type BlockIndex, blockOf } from './block-index.ts'
import * as entry from './entry.ts'
import { type Around, findAround, type Neighbourhood } from './grid.ts'
import { EVERYBODY, OPEN } from './pool.ts'
import { type Ask, CHORD_ERROR_KM, CHORD_RADIUS_KM, kmTo, type Search, startSearch } from './search.ts'
import * as tenths from './tenths.ts'
import { floorOf, offerRow, startTop } from './top-k.ts'
import { weighPerson } from './weigh-person.ts'

/** Sweeps a block: cheap gates, then the most the person could score, then the pair itself. */
function sweep(
  search: Search,
  ask: Ask,
  index: BlockIndex,
  block: number,
  most: { near: number; travel: number; gapKm: number },
) {
  const { top, seen, turn } = search
  const { vectors } = search.places
  const { kinds, publics, licences, slots, from, last, level, contracts, skills, x, y, z } = ask
  const { slotTenths, skillTenths } = ask
  const skillCount = ask.skillList.length
  const words = index.entries
  const start = int(index.starts, block) * entry.ENTRY_WORDS
  const end = start + int(index.lengths, block) * entry.ENTRY_WORDS
  const { near, travel, gapKm } = most
  let floor = floorOf(top)
  for (let at = start; at < end; at += entry.ENTRY_WORDS) {
    const limit = int(words, at + entry.LAST)
    if (limit < gapKm) continue
    const flags = int(words, at + entry.FLAGS)
    if ((flags & kinds) === 0) continue
    if (publics !== 0 && (flags & publics) === 0) continue
    if ((int(words, at + entry.LICENCES) & licences) !== licences) continue
    const own = int(words, at + entry.SLOTS)
    let rest = tenths.FULL_SCHEDULE_TENTHS
    if (own !== 0 && slots !== 0) {
      if ((own & slots) === 0) continue
      rest = int(slotTenths, popcount(own & slots))
    }
    const available = int(words, at + entry.FROM)
    if (available > last || available - from > START_TOLERANCE_DAYS) continue
    rest += tenths.startTenths(available - from)
    const wishes = flags & entry.CONTRACTS_MASK
    if (contracts === 0 || wishes === 0 || (wishes & contracts) !== 0) rest += tenths.FULL_CONTRACT_TENTHS
    const bound =
      near +
      rest +
      tenths.experienceTenths(level, entry.levelIn(flags)) +
      int(skillTenths, skillCount - popcount(skills & ~int(words, at + entry.SKILLS)))
    if (bound + travel < floor) continue
    const place = int(words, at + entry.PLACE)
    const dx = float(vectors, place * 3) - x
    const dy = float(vectors, place * 3 + 1) - y
    const dz = float(vectors, place * 3 + 2) - z
    const leastKm = Math.sqrt(dx * dx + dy * dy + dz * dz) * CHORD_RADIUS_KM - CHORD_ERROR_KM
    if (leastKm > limit) continue
    if (bound + (leastKm > 0 ? tenths.travelTenths(leastKm, limit) : tenths.FULL_TRAVEL_TENTHS) < floor)
      continue
    const slot = int(words, at)
    if (int(seen, slot) === turn) continue
    seen[slot] = turn
    const score = weighPerson(search, ask, slot, rest)
    if (score < 0 || score < floor) continue
    offerRow(top, score, kmTo(search, ask, place), slot)
    floor = floorOf(top)
  }
}

function sweepFamily(
  search: Search,
  ask: Ask,
  where: { index: BlockIndex; around: Around; family: number; proximity: number; rest: number },
) {
  const { index, around, family, rest } = where
  const near = tenths.occupationTenths(where.proximity)
  for (let next = 0; next < around.count; next++) {
    if (near + int(around.travel, next) + rest < floorOf(search.top)) continue
    const block = blockOf(index, family, int(around.cells, next))
    if (block < 0) continue
    const gap = float(around.gapsKm, next)
    const reach = float(index.reachKm, block)
    if (gap > reach) continue
    const travel = gap > 0 ? tenths.travelTenths(gap, reach) : tenths.FULL_TRAVEL_TENTHS
    if (near + travel + rest < floorOf(search.top)) continue
    sweep(search, ask, index, block, { near, travel, gapKm: gap })
  }
}

/** True while a proximity could still bring somebody among the best. */
const couldEnter = (search: Search, proximity: number, rest: number) =>
  tenths.occupationTenths(proximity) + tenths.FULL_TRAVEL_TENTHS + rest >= floorOf(search.top)

const lookAround = (around: Around, near: Neighbourhood, ask: Ask, reachKm: number) =>
  findAround(around, near, { latitude: ask.latitude, longitude: ask.longitude, reachKm })

function sweepByPlace(search: Search, ask: Ask, family: number, proximity: number) {
  // Whoever is met by place alone has no experience that counts.
  const rest = tenths.FULL_REST_TENTHS - tenths.experienceTenths(0, 0) + tenths.experienceTenths(ask.level, 0)
  if (!couldEnter(search, proximity, rest)) return
  const index = search.pool.byPlace
  const around = search.around.byPlace
  lookAround(around, search.near.byPlace, ask, index.maxReachKm)
  sweepFamily(search, ask, { index, around, family, proximity, rest })
}

/**
 * Leaves in `search.top` the best people for an offer (`today` in days since 1970, `keep` rows at most): occupations by
 * falling proximity, cells by rising distance, each left out as soon as nobody in it could enter.
 */
export function findPeople(search: Search, ask: Ask, when: { today: number; keep: number }): void {
  startSearch(search)
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
    search.proximities[int(occupations, at)] = float(proximities, at)
  const index = search.pool.byOccupation
  const around = search.around.byOccupation
  lookAround(around, search.near.byOccupation, ask, index.maxReachKm)
  const rest = tenths.FULL_REST_TENTHS
  let isOpenSwept = false
  for (let at = 0; at < occupations.length; at++) {
    const proximity = float(proximities, at)
    if (!isOpenSwept && proximity < PROXIMITY.openPerson) {
      isOpenSwept = true
      sweepByPlace(search, ask, OPEN, PROXIMITY.openPerson)
    }
    if (!couldEnter(search, proximity, rest)) break
    sweepFamily(search, ask, { index, around, family: int(occupations, at), proximity, rest })
  }
  if (!isOpenSwept) sweepByPlace(search, ask, OPEN, PROXIMITY.openPerson)
}
