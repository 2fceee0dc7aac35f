import { readFileSync } from 'node:fs'
import { EARTH_RADIUS_M } from '#app/domain/geo.ts'
import { PROXIMITY, START_TOLERANCE_DAYS } from '#app/domain/matching/weights.ts'
import { type Arena, int32In, take } from './arena.ts'
import { sourcesFingerprint } from './core/fingerprint.mjs'
import * as layout from './core/layout.ts'
import * as entry from './entry.ts'
import { DIAMETER_KM, RADIANS } from './grid.ts'
import * as layers from './layers.ts'
import * as tenths from './tenths.ts'

/** What the core does, by the names and with the arguments of core/core.ts. Numbers that end in “At” are addresses. */
export type Core = {
  keepMet(at: number): void
  keepLists(at: number): void
  forget(): void
  start(rowsAt: number, keep: number, tenthsAt: number, skillCount: number): void
  readAsked(
    ...asked: [
      findsPeople: number,
      today: number,
      kinds: number,
      publics: number,
      contracts: number,
      level: number,
      slots: number,
      skills: number,
      moreSkills: number,
      skillsAgain: number,
      licences: number,
      available: number,
      from: number,
      last: number,
      isOpen: number,
      limitKm: number,
      x: number,
      y: number,
      z: number,
      latitude: number,
      longitude: number,
      cosine: number,
    ]
  ): void
  readLists(
    ...lists: [
      skillTenthsAt: number,
      skillCount: number,
      skillMarksAt: number,
      licencesAt: number,
      licencesEnd: number,
      proximitiesAt: number,
      levelsAt: number,
      sweptAt: number,
      recordsAt: number,
      vectorsAt: number,
      positionsAt: number,
    ]
  ): void
  addList(occupationsAt: number, proximitiesAt: number, count: number, level: number): void
  readGrid(
    ...grid: [
      numbersAt: number,
      cellsAt: number,
      count: number,
      cosinesAt: number,
      rows: number,
      columns: number,
    ]
  ): void
  addLayer(
    ...layer: [
      by: number,
      tableAt: number,
      filledAt: number,
      entriesAt: number,
      families: number,
      cells: number,
      aroundAt: number,
      room: number,
      reachKm: number,
    ]
  ): void
  couldEnter(proximity: number): number
  sweepOccupations(least: number): void
  sweepEverybody(proximity: number, level: number): void
  sweepOpen(proximity: number, level: number): void
  sortRows(): void
  tellPeople(at: number, textsAt: number): number
  tellOffers(at: number, textsAt: number): number
}

/** What the core asks back of the pool: the exact travel limit in km of whoever stands in a slot. */
export type LimitOf = (slot: number) => number

/** The functions of distanceKm: WebAssembly has none of its own, and these have to agree to the last bit. */
const functions = { sine: Math.sin, arcsine: Math.asin }

function readCompiled(): BufferSource {
  try {
    const [sources] = readFileSync(new URL('./core/generated/core.txt', import.meta.url), 'utf8').split('\n')
    if (sources === sourcesFingerprint())
      return readFileSync(new URL('./core/generated/core.wasm', import.meta.url))
  } catch (cause) {
    throw new Error('The core of the matching engine is not compiled: npm run build', { cause })
  }
  throw new Error('The core of the matching engine was compiled of other sources: npm run build')
}

const compiled = new WebAssembly.Module(readCompiled())

/** A hair under the Earth's radius in km: a chord made with it is never longer than the way along the ground. */
const CHORD_RADIUS_KM = (EARTH_RADIUS_M / 1000) * (1 - 1e-9)
/** Rounding of the unit vectors, in km. */
const CHORD_ERROR_KM = 1e-6

function tableIn(arena: Arena, table: Int32Array): number {
  const copy = int32In(arena, table.length)
  copy.set(table)
  return copy.byteOffset
}

const numbersFor = (arena: Arena): Record<string, number> => ({
  TRAVEL: tenths.TRAVEL,
  OCCUPATION: tenths.OCCUPATION,
  ALL_SKILLS: tenths.ALL_SKILLS,
  FULL_TRAVEL_TENTHS: tenths.FULL_TRAVEL_TENTHS,
  FULL_SKILL_TENTHS: tenths.FULL_SKILL_TENTHS,
  FULL_SCHEDULE_TENTHS: tenths.FULL_SCHEDULE_TENTHS,
  FULL_CONTRACT_TENTHS: tenths.FULL_CONTRACT_TENTHS,
  FULL_REST_TENTHS: tenths.FULL_REST_TENTHS,
  LEVELS: tenths.LEVELS,
  LATENESSES: tenths.LATENESSES,
  SCHEDULE_ROW: tenths.SCHEDULE_ROW,
  START_TOLERANCE_DAYS,
  OPEN_PERSON: PROXIMITY.openPerson,
  OPEN_OFFER: PROXIMITY.openOffer,
  EARTH_RADIUS_M,
  CHORD_RADIUS_KM,
  CHORD_ERROR_KM,
  DIAMETER_KM,
  RADIANS,
  KINDS_MASK: entry.KINDS_MASK,
  OPEN: layers.OPEN,
  PUBLICS_MASK: entry.PUBLICS_MASK,
  EXPERIENCE_MASK: entry.EXPERIENCE_MASK,
  EXPERIENCE_SHIFT: entry.EXPERIENCE_SHIFT,
  OPEN_FLAG: entry.OPEN_FLAG,
  WHOLE_LIMIT_FLAG: entry.WHOLE_LIMIT_FLAG,
  WANTED_SHIFT: entry.WANTED_SHIFT,
  MANY_SKILLS: entry.MANY_SKILLS,
  CONTRACTS_MASK: entry.CONTRACTS_MASK,
  OTHER_LICENCES: entry.OTHER_LICENCES,
  START_TENTHS: tableIn(arena, tenths.START_TENTHS),
  EXPERIENCE_TENTHS: tableIn(arena, tenths.EXPERIENCE_TENTHS),
  SCHEDULE_TENTHS: tableIn(arena, tenths.SCHEDULE_TENTHS),
  GATHERED: take(arena, layout.MOST_GATHERED * layout.GATHERED_BYTES),
  CANDIDATES: take(arena, layout.MOST_CANDIDATES * layout.CANDIDATE_BYTES),
  NOWHERE: take(arena, 4),
  DISTANCES: take(arena, layout.DISTANCE_KEYS * layout.DISTANCE_BYTES),
  LAYERS: take(arena, 2 * layout.MOST_LAYERS * layout.LAYER_BYTES),
  FAMILIES: take(arena, layout.MOST_FAMILIES * layout.FAMILY_BYTES),
})

/** A core over the arena's memory, with marks of its own. One for each thread and pool. */
export const createCore = (arena: Arena, limitOf: LimitOf): Core =>
  new WebAssembly.Instance(compiled, {
    env: { memory: arena.memory },
    given: { ...numbersFor(arena), ...functions, limitOf },
  }).exports as Core
