import type { OccupationNode } from '#app/domain/matching/occupation-graph.ts'
import type { MatchOffer, MatchPerson } from '#app/domain/matching/pair.ts'
import { territorySettingsSchema } from '#app/domain/territory.ts'
import { logger } from '#app/system/logger.server.ts'
import { type CopiedRow, createRow, openRow, UnreadableRow, uuidAt } from './copied-row.server.ts'
import { isLive } from './live-applications.ts'
import { EVERY_OFFER, EVERYBODY, OFFER_VALUES, PERSON_VALUES } from './match-copy.server.ts'
import {
  type Ceilings,
  OFFER_COLUMNS,
  PERSON_COLUMNS,
  type PlacedOffer,
  type PlacedPerson,
  toOffers,
  toPeople,
} from './match-rows.server.ts'
import { type CopyVisitor, inSnapshot, queryTexts, type TextRow } from './raw.server.ts'

const SOME_PEOPLE = `select ${PERSON_COLUMNS} from profile p join account a on a.id = p.account_id`
const SOME_OFFERS = `select ${OFFER_COLUMNS} from offer o, lateral (
  select count(*) as live from application a where a.offer_id = o.id and ${isLive('a')}) x`

const OCCUPATIONS =
  'select rome_code, parent_code, domain_code, to_json(near) from occupation order by rome_code'
const TERRITORIES = 'select id, settings from territory'

const toCeilings = (rows: readonly TextRow[]): Ceilings =>
  new Map(
    rows.map(([id, settings]) => [
      id ?? '',
      territorySettingsSchema.parse(JSON.parse(settings ?? '{}')).maxApplicationsPerOffer,
    ]),
  )

const toNode = ([romeCode, parentCode, domainCode, near]: TextRow): OccupationNode => ({
  romeCode: romeCode ?? '',
  parentCode: parentCode ?? '',
  domainCode: domainCode ?? '',
  near: JSON.parse(near ?? '[]'),
})

/** Who listens to a pool as it is read: what everything else depends on first, then everybody, then every offer. */
export type PoolVisitor = {
  begin(known: { occupations: OccupationNode[]; ceilings: Ceilings }): void
  /** A row of `EVERYBODY` (`PERSON_VALUES`), to be read at once. */
  person(row: CopiedRow): void
  /** A row of `EVERY_OFFER` (`OFFER_VALUES`), to be read at once. */
  offer(row: CopiedRow): void
}

/** Opens each row of a copy for `visit`. One that cannot be read is logged by its id, its first value, and left out. */
function readable(values: Record<string, number>, visit: (row: CopiedRow) => void): CopyVisitor {
  const row = createRow(Object.keys(values).length)
  return (message, from) => {
    openRow(row, message, from)
    try {
      visit(row)
    } catch (err) {
      if (!(err instanceof UnreadableRow)) throw err
      logger.warn({ id: uuidAt(row, 0), err }, 'left out of matching: not readable')
    }
  }
}

/**
 * Reads all reachable people and all published offers of every territory, in one snapshot of the database, which is
 * returned: the facts that it does not hold are those to read next (`readFactsSince`).
 */
export function readPool(visitor: PoolVisitor): Promise<string> {
  return inSnapshot(async ({ texts, copy }) => {
    const [[snapshot] = []] = await texts('select pg_current_snapshot()')
    const occupations = (await texts(OCCUPATIONS)).map(toNode)
    visitor.begin({ occupations, ceilings: toCeilings(await texts(TERRITORIES)) })
    await copy(EVERYBODY, readable(PERSON_VALUES, visitor.person))
    await copy(EVERY_OFFER, readable(OFFER_VALUES, visitor.offer))
    return snapshot ?? ''
  })
}

/** These people, whatever their state, by id. Those deleted are left out. */
export async function readPeople(profileIds: readonly string[]): Promise<PlacedPerson[]> {
  if (profileIds.length === 0) return []
  return toPeople(await queryTexts(`${SOME_PEOPLE} where p.id = any($1) order by p.id`, [profileIds]))
}

/** These offers, whatever their state, by id. Those deleted are left out. */
export async function readOffers(offerIds: readonly string[], ceilings: Ceilings): Promise<PlacedOffer[]> {
  if (offerIds.length === 0) return []
  return toOffers(await queryTexts(`${SOME_OFFERS} where o.id = any($1) order by o.id`, [offerIds]), ceilings)
}

/** The people already matched with these offers, by offer. Each person is read once. */
export async function readPeopleMatched(offerIds: readonly string[]): Promise<Map<string, MatchPerson[]>> {
  const pairs = await queryTexts('select offer_id, profile_id from match where offer_id = any($1)', [
    offerIds,
  ])
  const people = await readPeople([...new Set(pairs.map(([, profileId]) => profileId ?? ''))])
  return groupPairs(pairs, new Map(people.map(({ item }) => [item.profileId, item])))
}

/** The offers already matched with these people, by person. Each offer is read once. */
export async function readOffersMatched(
  profileIds: readonly string[],
  ceilings: Ceilings,
): Promise<Map<string, MatchOffer[]>> {
  const pairs = await queryTexts('select profile_id, offer_id from match where profile_id = any($1)', [
    profileIds,
  ])
  const offers = await readOffers([...new Set(pairs.map(([, offerId]) => offerId ?? ''))], ceilings)
  return groupPairs(pairs, new Map(offers.map(({ item }) => [item.offerId, item])))
}

function groupPairs<T>(pairs: readonly TextRow[], items: ReadonlyMap<string, T>): Map<string, T[]> {
  const groups = new Map<string, T[]>()
  for (const [ofId, id] of pairs) {
    const item = items.get(id ?? '')
    if (!item) continue
    const group = groups.get(ofId ?? '')
    if (group) group.push(item)
    else groups.set(ofId ?? '', [item])
  }
  return groups
}
