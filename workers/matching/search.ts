import type { Ask } from './ask.ts'
import { type Candidates, createCandidates } from './candidates.ts'
import { createDistances, type Distances } from './distances.ts'
import { createFamilies, createGathered, type Families, type Gathered } from './gather.ts'
import { type Around, createAround, createNeighbourhood, findAround, type Neighbourhood } from './grid.ts'
import type { Nearness, OccupationIndex } from './occupation-index.ts'
import type { Places } from './places.ts'
import type { Layer, Pool } from './pool.ts'
import { createSeen, type Seen, startSeen } from './seen.ts'
import { FULL_REST_TENTHS, FULL_TRAVEL_TENTHS, mostTravelTenths, occupationTenths } from './tenths.ts'
import { createTopK, floorOf, type TopK } from './top-k.ts'

/** The cells around a question, in one index. */
export type Near = { neighbourhood: Neighbourhood; around: Around }

/** What a thread needs to search a pool: its own marks and heap, over arrays that may be shared. */
export type Search = {
  pool: Pool
  places: Places
  occupations: OccupationIndex
  skills: Map<string, number>
  top: TopK
  /** The cells around the question, for each index of each layer. */
  near: { byOccupation: Near[]; byPlace: Near[] }
  families: Families
  gathered: Gathered
  candidates: Candidates
  seen: Seen
  distances: Distances
  /** By occupation, for the question being answered: proximity (0–1), level had; and the lists that set them. */
  proximities: Float64Array
  levels: Int32Array
  /** By occupation: the turn of the last question that swept it. Two projects may be as near. */
  swept: Int32Array
  noted: Nearness[]
  /** By skill: how many times the question names it; and the skills named. */
  skillMarks: Int32Array
  marked: readonly number[]
}

const nearIn = (index: Layer['byPlace']): Near => ({
  neighbourhood: createNeighbourhood(index.grid),
  around: createAround(),
})

const nearOf = ({ layers }: Pool): Search['near'] => ({
  byOccupation: layers.map(({ byOccupation }) => nearIn(byOccupation)),
  byPlace: layers.map(({ byPlace }) => nearIn(byPlace)),
})

/** The marks and heap of one thread over a pool. */
export const createSearch = (known: Pick<Search, 'pool' | 'places' | 'occupations' | 'skills'>): Search => ({
  ...known,
  top: createTopK(known.pool.ids),
  near: nearOf(known.pool),
  families: createFamilies(),
  gathered: createGathered(),
  candidates: createCandidates(),
  seen: createSeen(),
  distances: createDistances(),
  proximities: new Float64Array(64),
  levels: new Int32Array(64),
  swept: new Int32Array(64),
  noted: [],
  skillMarks: new Int32Array(64),
  marked: [],
})

function forget(search: Search) {
  for (const { occupations } of search.noted)
    for (let at = 0; at < occupations.length; at++) {
      search.proximities[occupations[at] as number] = 0
      search.levels[occupations[at] as number] = 0
    }
  search.noted = []
  for (const skill of search.marked) search.skillMarks[skill] = 0
  search.marked = []
}

const roomy = (needed: number) => Math.ceil(needed * 1.25) + 64

/** Starts a question: old marks are forgotten, its skills marked, and there is room for every occupation and skill. */
export function startSearch(search: Search, ask: Ask): void {
  const { pool, near } = search
  startSeen(search.seen)
  forget(search)
  if (near.byPlace[0]?.neighbourhood.grid !== pool.layers[0]?.byPlace.grid) search.near = nearOf(pool)
  const occupations = search.occupations.numbers.size
  if (search.proximities.length < occupations) {
    search.proximities = new Float64Array(roomy(occupations))
    search.levels = new Int32Array(roomy(occupations))
    search.swept = new Int32Array(roomy(occupations))
  }
  if (search.skillMarks.length < search.skills.size)
    search.skillMarks = new Int32Array(roomy(search.skills.size))
  for (const skill of ask.skillList) search.skillMarks[skill] = (search.skillMarks[skill] as number) + 1
  search.marked = ask.skillList
}

/** The cells of one layer's index within reach of the question, and the most that travel could bring to whoever stands there. */
export function lookAround(
  search: Search,
  ask: Ask,
  at: { by: keyof Layer; layer: number },
  reachKm: number,
): Around {
  const { neighbourhood, around } = search.near[at.by][at.layer] as Near
  findAround(around, neighbourhood, { latitude: ask.latitude, longitude: ask.longitude, reachKm })
  for (let next = 0; next < around.count; next++)
    around.travelTenths[next] = mostTravelTenths(around.gapsKm[next] as number, reachKm)
  return around
}

/** True while a proximity (0–1) could still bring somebody among the best. */
export const couldEnter = ({ top }: Search, proximity: number): boolean =>
  occupationTenths(proximity) + FULL_TRAVEL_TENTHS + FULL_REST_TENTHS >= floorOf(top)
