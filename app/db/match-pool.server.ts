import type { OccupationNode } from '#app/domain/matching/occupation-graph.ts'
import type { MatchOffer, MatchPerson } from '#app/domain/matching/pair.ts'
import { territorySettingsSchema } from '#app/domain/territory.ts'
import { isLive } from './live-applications.ts'
import {
  type Ceilings,
  OFFER_COLUMNS,
  PERSON_COLUMNS,
  type Placed,
  type PlacedOffer,
  type PlacedPerson,
  toOffers,
  toPeople,
} from './match-rows.server.ts'
import { inSnapshot, queryTexts, type TextRow } from './raw.server.ts'

const EVERYBODY = `select ${PERSON_COLUMNS} from profile p join account a on a.id = p.account_id
  where a.status = 'active' and a.channel <> 'none'`

const EVERY_OFFER = `select ${OFFER_COLUMNS} from offer o
  left join (select offer_id, count(*) as live from application a where ${isLive('a')} group by offer_id) x on x.offer_id = o.id
  where o.state = 'published'`

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
  person(person: Placed<MatchPerson>): void
  offer(offer: Placed<MatchOffer>): void
}

/**
 * Reads all reachable people and all published offers of every territory, in one snapshot of the database, which is
 * returned: the facts that it does not hold are those to read next (`readFactsSince`).
 */
export function readPool(visitor: PoolVisitor): Promise<string> {
  return inSnapshot(async (stream) => {
    let snapshot = ''
    const occupations: OccupationNode[] = []
    const territories: TextRow[] = []
    await stream('select pg_current_snapshot()', ([row]) => {
      snapshot = row?.[0] ?? ''
    })
    await stream(OCCUPATIONS, (rows) => occupations.push(...rows.map(toNode)))
    await stream(TERRITORIES, (rows) => territories.push(...rows))
    const ceilings = toCeilings(territories)
    visitor.begin({ occupations, ceilings })
    await stream(EVERYBODY, (rows) => toPeople(rows).forEach(visitor.person))
    await stream(EVERY_OFFER, (rows) => toOffers(rows, ceilings).forEach(visitor.offer))
    return snapshot
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
