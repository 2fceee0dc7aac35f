import type { CriterionPoints } from '#app/domain/match.ts'
import { CRITERIA, type Criterion } from '#app/domain/matching/criteria.ts'
import type { RankedPair } from '#app/domain/matching/rank.ts'
import { WEIGHTS } from '#app/domain/matching/weights.ts'
import { popcount } from './arrays.ts'
import type { Ask } from './ask.ts'
import * as entry from './entry.ts'
import { writeIds } from './id-table.ts'
import { markedSkills } from './records.ts'
import type { Search } from './search.ts'
import * as tenths from './tenths.ts'
import { nearestOwnProject, skillsWanted } from './weigh-offers.ts'
import { limitAt, nearestProject } from './weigh-people.ts'

const schedule = (own: number, wanted: number) =>
  tenths.SCHEDULE_TENTHS[popcount(wanted) * tenths.SCHEDULE_ROW + popcount(own & wanted)] as number

const contract = (wishes: number, offered: number) =>
  (wishes & offered) === 0 ? 0 : tenths.FULL_CONTRACT_TENTHS

type Points = Record<Criterion, number>

/** What each criterion may bring, by tenths: made once, and handed out again as nobody changes them. */
const told = Object.fromEntries(
  CRITERIA.map((criterion) => [
    criterion,
    Array.from({ length: WEIGHTS[criterion] * 10 + 1 }, (_, tenths) => Object.freeze({ criterion, tenths })),
  ]),
) as unknown as Record<Criterion, CriterionPoints[]>

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
    told.occupation[points.occupation] as CriterionPoints,
    told.skills[points.skills] as CriterionPoints,
    told.experience[points.experience] as CriterionPoints,
    told.travel[points.travel] as CriterionPoints,
    told.schedule[points.schedule] as CriterionPoints,
    told.start[points.start] as CriterionPoints,
    told.contract[points.contract] as CriterionPoints,
  ],
  offerId,
  profileId,
})

/** A row of the people found for an offer, with the points of each criterion. */
function personPair(search: Search, ask: Ask, row: number, ids: Ids): RankedPair {
  const { pool, top } = search
  const slot = top.slots[row] as number
  const km = top.km[row] as number
  const { records } = pool
  const record = pool.starts[slot] as number
  const flags = records[record + entry.FLAGS] as number
  const isOpen = (flags & entry.OPEN_FLAG) !== 0
  const { proximity, level } = nearestProject(search, ask, record, isOpen)
  return toPair(ids, km, proximity, {
    occupation: tenths.occupationTenths(proximity),
    skills: ask.skillTenths[markedSkills(records, record, search.skillMarks)] as number,
    experience: tenths.experienceTenths(ask.level, level),
    travel: tenths.travelTenths(km, limitAt(search, records, record)),
    schedule: ask.slotTenths[popcount((records[record + entry.SLOTS] as number) & ask.slots)] as number,
    start: tenths.startTenths((records[record + entry.FROM] as number) - ask.from),
    contract: contract(flags & entry.CONTRACTS_MASK, ask.contracts),
  })
}

/** A row of the offers found for a person, with the points of each criterion. `today` in days since 1970. */
function offerPair(search: Search, ask: Ask, row: number, at: { ids: Ids; today: number }): RankedPair {
  const { pool, top } = search
  const slot = top.slots[row] as number
  const km = top.km[row] as number
  const { records } = pool
  const record = pool.starts[slot] as number
  const flags = records[record + entry.FLAGS] as number
  const from = records[record + entry.FROM] as number
  const { proximity, level } = nearestOwnProject(search, ask, record)
  return toPair(at.ids, km, proximity, {
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
  const { slots, size, ids } = search.top
  return writeIds(ids, slots, size).map((profileId, row) =>
    personPair(search, ask, row, { offerId, profileId }),
  )
}

/** The offers found for a person, best first. `today` in days since 1970. */
export function offerPairs(
  search: Search,
  ask: Ask,
  { profileId, today }: { profileId: string; today: number },
): RankedPair[] {
  const { slots, size, ids } = search.top
  return writeIds(ids, slots, size).map((offerId, row) =>
    offerPair(search, ask, row, { ids: { offerId, profileId }, today }),
  )
}
