import type { CriterionPoints } from '#app/domain/match.ts'
import { CRITERIA, type Criterion } from '#app/domain/matching/criteria.ts'
import type { RankedPair } from '#app/domain/matching/rank.ts'
import { popcount } from './arrays.ts'
import type { Ask } from './ask.ts'
import * as entry from './entry.ts'
import { writeId } from './id-table.ts'
import { markedSkills } from './records.ts'
import type { Search } from './search.ts'
import * as tenths from './tenths.ts'
import { nearestOwnProject, skillsWanted } from './weigh-offers.ts'
import { limitAt, nearestProject } from './weigh-people.ts'

const schedule = (own: number, wanted: number) =>
  tenths.scheduleTenths(popcount(own & wanted), popcount(wanted))

const contract = (wishes: number, offered: number) =>
  (wishes & offered) === 0 ? 0 : tenths.FULL_CONTRACT_TENTHS

type Points = Record<Criterion, number>

const known = Object.fromEntries(CRITERIA.map((criterion) => [criterion, []])) as unknown as Record<
  Criterion,
  CriterionPoints[]
>

/** So many tenths of a criterion: made once, and handed out again as nobody changes them. */
function told(made: CriterionPoints[], criterion: Criterion, tenths: number): CriterionPoints {
  made[tenths] ??= Object.freeze({ criterion, tenths })
  return made[tenths] as CriterionPoints
}

type Ids = { offerId: string; profileId: string }

/** The pair with its criteria in the order of CRITERIA, written out: a loop over them took longer than the search. */
const toPair = (
  { offerId, profileId }: Ids,
  distanceKm: number,
  occupation: number,
  points: Points,
): RankedPair => ({
  scoreTenths:
    points.occupation +
    points.skills +
    points.experience +
    points.travel +
    points.schedule +
    points.start +
    points.contract,
  distanceKm,
  occupation,
  criteria: [
    told(known.occupation, 'occupation', points.occupation),
    told(known.skills, 'skills', points.skills),
    told(known.experience, 'experience', points.experience),
    told(known.travel, 'travel', points.travel),
    told(known.schedule, 'schedule', points.schedule),
    told(known.start, 'start', points.start),
    told(known.contract, 'contract', points.contract),
  ],
  offerId,
  profileId,
})

/** A row of the people found for an offer, with the points of each criterion. */
function personPair(search: Search, ask: Ask, row: number, offerId: string): RankedPair {
  const { pool, top } = search
  const slot = top.slots[row] as number
  const km = top.km[row] as number
  const { records } = pool
  const record = pool.starts[slot] as number
  const flags = records[record + entry.FLAGS] as number
  const isOpen = (flags & entry.OPEN_FLAG) !== 0
  const { proximity, level } = nearestProject(search, ask, record, isOpen)
  return toPair({ offerId, profileId: writeId(pool.ids, slot) }, km, proximity, {
    occupation: tenths.occupationTenths(proximity),
    skills: ask.skillTenths[markedSkills(records, record, search.skillMarks)] as number,
    experience: tenths.experienceTenths(ask.level, level),
    travel: tenths.travelTenths(km, limitAt(search, records, record)),
    schedule: schedule(records[record + entry.SLOTS] as number, ask.slots),
    start: tenths.startTenths((records[record + entry.FROM] as number) - ask.from),
    contract: contract(flags & entry.CONTRACTS_MASK, ask.contracts),
  })
}

/** A row of the offers found for a person, with the points of each criterion. `today` in days since 1970. */
function offerPair(
  search: Search,
  ask: Ask,
  row: number,
  at: { profileId: string; today: number },
): RankedPair {
  const { pool, top } = search
  const slot = top.slots[row] as number
  const km = top.km[row] as number
  const { records } = pool
  const record = pool.starts[slot] as number
  const flags = records[record + entry.FLAGS] as number
  const from = records[record + entry.FROM] as number
  const { proximity, level } = nearestOwnProject(search, ask, record)
  return toPair({ offerId: writeId(pool.ids, slot), profileId: at.profileId }, km, proximity, {
    occupation: tenths.occupationTenths(proximity),
    skills: tenths.skillTenths(
      markedSkills(records, record, search.skillMarks),
      skillsWanted(records, record),
    ),
    experience: tenths.experienceTenths(entry.levelIn(flags), level),
    travel: tenths.travelTenths(km, ask.limitKm),
    schedule: schedule(ask.slots, records[record + entry.SLOTS] as number),
    start: tenths.startTenths(ask.available - Math.max(from, at.today)),
    contract: contract(ask.contracts, flags & entry.CONTRACTS_MASK),
  })
}

/** The people found for an offer, best first. */
export function peoplePairs(search: Search, ask: Ask, offerId: string): RankedPair[] {
  const pairs: RankedPair[] = []
  for (let row = 0; row < search.top.size; row++) pairs.push(personPair(search, ask, row, offerId))
  return pairs
}

/** The offers found for a person, best first. `today` in days since 1970. */
export function offerPairs(search: Search, ask: Ask, at: { profileId: string; today: number }): RankedPair[] {
  const pairs: RankedPair[] = []
  for (let row = 0; row < search.top.size; row++) pairs.push(offerPair(search, ask, row, at))
  return pairs
}
