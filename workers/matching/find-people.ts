import { PROXIMITY } from '#app/domain/matching/weights.ts'
import type { Ask } from './ask.ts'
import { EVERYBODY, OPEN } from './layers.ts'
import type { Nearness } from './occupation-index.ts'
import type { Layer } from './pool.ts'
import { couldEnter, lookAround, MOST_FAMILIES, type Search } from './search.ts'
import { startSearch } from './start-search.ts'
import { addFamily, startFamilies, sweepFamilies } from './sweep.ts'
import * as tenths from './tenths.ts'

function lookAroundLayers(search: Search, ask: Ask, by: keyof Layer) {
  for (const [layer, indexes] of search.pool.layers.entries())
    lookAround(search, ask, { by, layer }, indexes[by].maxReachKm)
}

function sweepByPlace(search: Search, ask: Ask, family: number, proximity: number) {
  if (!couldEnter(search, proximity)) return
  lookAroundLayers(search, ask, 'byPlace')
  startFamilies(search.families)
  addFamily(search.families, family, tenths.occupationTenths(proximity), 0)
  sweepFamilies(search, 'byPlace', ask.from)
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
    sweepFamilies(search, 'byOccupation', ask.from)
  }
  return at
}

/**
 * Leaves in the core the best people for an offer (`today` in days since 1970, `keep` rows at most): occupations by
 * falling proximity, cells by rising distance, each left out as soon as nobody in it could enter.
 */
export function findPeople(search: Search, ask: Ask, when: { today: number; keep: number }): void {
  if (!startSearch(search, ask, when.keep) || ask.last < when.today) return
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
    search.marks.proximities[occupations[at] as number] = proximities[at] as number
  lookAroundLayers(search, ask, 'byOccupation')
  const farther = sweepOccupations(search, ask, wanted, 0, PROXIMITY.openPerson)
  sweepByPlace(search, ask, OPEN, PROXIMITY.openPerson)
  sweepOccupations(search, ask, wanted, farther, PROXIMITY.none)
}
