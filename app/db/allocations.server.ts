import type { AllocatedOffer, AllocationPair, OfferToServe } from '#app/domain/matching/allocate.ts'
import type { Db } from './client.server.ts'

/** Which offers to look at: these, or every one of the territory. */
export type Offers = { territoryId: string; offerIds: readonly string[] | 'all' }

/** How many of an offer's pairs are looked at when only some offers are allocated. */
const PAIRS_LOOKED_AT = 50

/** Lets one transaction at a time allocate in a territory; the others wait for its end. It comes last in its transaction. */
export async function lockAllocations(tx: Db, territoryId: string): Promise<void> {
  await tx.$executeRaw`select pg_advisory_xact_lock(hashtextextended('allocate ' || ${territoryId}::text, 0))`
}

type Row = {
  offerId: string
  served: number
  interested: number
  people: string | null
  tenths: string | null
  kilometres: string | null
}

const COUNTS = `count(*) filter (where p.state not in ('proposed', 'set_aside'))::int as served,
  count(*) filter (where p.state in ('interested', 'applied'))::int as interested`

const DECIDED = `(select ${COUNTS} from match p where p.offer_id = o.id and p.state <> 'proposed')`

/** The columns of pairs `p` in three lists, those that fulfil a condition. */
const listsOf = (condition: string) =>
  [
    ['profile_id', 'people'],
    ['score_tenths', 'tenths'],
    ['distance_km', 'kilometres'],
  ]
    .map(([column, name]) => `string_agg(p.${column}::text, ' ') filter (where ${condition}) as ${name}`)
    .join(', ')

const UNDECIDED = `p.state = 'proposed' and cardinality(p.missing) = 0`

function pairsOf({ people, tenths, kilometres }: Row): AllocationPair[] {
  const scores = tenths?.split(' ') ?? []
  const distances = kilometres?.split(' ') ?? []
  return (people?.split(' ') ?? []).map((profileId, at) => ({
    profileId,
    scoreTenths: Number(scores[at]),
    distanceKm: Number(distances[at]),
  }))
}

const toOffer = (row: Row): OfferToServe => ({
  offerId: row.offerId,
  served: row.served,
  interested: row.interested,
  pairs: pairsOf(row),
})

/** Every published offer of a territory, with all of its pairs that nobody has decided on and whose gates are open. */
export async function listAllToServe(db: Db, territoryId: string): Promise<OfferToServe[]> {
  const rows = await db.$queryRawUnsafe<Row[]>(
    `select p.offer_id as "offerId", ${COUNTS}, ${listsOf(UNDECIDED)}
     from offer o join match p on p.offer_id = o.id
     where o.territory_id = $1::uuid and o.state = 'published' group by p.offer_id`,
    territoryId,
  )
  return rows.map(toOffer)
}

/** Those of these offers that are published, with 50 such pairs each: those it proposes now, then the best of the others. */
export async function listOffersToServe(db: Db, offerIds: readonly string[]): Promise<OfferToServe[]> {
  const rows = await db.$queryRawUnsafe<Row[]>(
    `select o.id as "offerId", counts.*, lists.*
     from offer o
       cross join lateral ${DECIDED} counts
       cross join lateral (
         select ${listsOf('true')} from (
           select p.profile_id, p.score_tenths, p.distance_km
           from match p left join allocation a on a.offer_id = p.offer_id and a.profile_id = p.profile_id
           where p.offer_id = o.id and ${UNDECIDED}
           order by a.offer_id is null, p.score_tenths desc, p.distance_km, p.profile_id
           limit ${PAIRS_LOOKED_AT}) p) lists
     where o.state = 'published' and o.id = any($1::uuid[])`,
    [...offerIds],
  )
  return rows.map(toOffer)
}

/**
 * The other published offers that propose any of these people now. Their pairs are what they hold of these people; what
 * they hold of others stays and counts as served, pairs that are gone too until their offer is allocated: of those, only what was
 * decided on is looked up, which is little.
 */
export async function listOffersHolding(
  db: Db,
  of: { profileIds: readonly string[]; except: readonly string[] },
): Promise<OfferToServe[]> {
  const rows = await db.$queryRawUnsafe<(Row & { others: number })[]>(
    `with lists as materialized (
       select p.offer_id, ${listsOf('true')}
       from (select m.offer_id, m.profile_id, m.score_tenths, m.distance_km
         from allocation a join match m on m.offer_id = a.offer_id and m.profile_id = a.profile_id
         where a.profile_id = any($1::uuid[]) and not (a.offer_id = any($2::uuid[])) and m.state = 'proposed') p
       group by p.offer_id)
     select o.id as "offerId", counts.*, others.*, lists.*
     from lists join offer o on o.id = lists.offer_id
       cross join lateral ${DECIDED} counts
       cross join lateral (
         select count(*)::int as others from allocation a
         where a.offer_id = o.id and not (a.profile_id = any($1::uuid[])) and not exists (
           select from match p where p.offer_id = o.id and p.profile_id = a.profile_id and p.state <> 'proposed')
       ) others
     where o.state = 'published'`,
    [...of.profileIds],
    [...of.except],
  )
  return rows.map((row) => ({ ...toOffer(row), served: row.served + row.others }))
}

/**
 * Writes whom offers propose now: these people and nobody else, for every offer given or, with `'all'`, of the territory.
 * Returns how many pairs are new.
 */
export async function saveAllocations(
  tx: Db,
  allocated: readonly AllocatedOffer[],
  { territoryId, offerIds }: Offers,
): Promise<number> {
  const pairs = allocated.flatMap(({ offerId, batch, profileIds }) =>
    profileIds.map((profileId) => ({ offerId, profileId, batch })),
  )
  const written = [pairs.map((pair) => pair.offerId), pairs.map((pair) => pair.profileId)]
  await tx.$executeRawUnsafe(
    `delete from allocation a
     where a.offer_id = any(${offerIds === 'all' ? 'array(select id from offer where territory_id = $3::uuid)' : '$3::uuid[]'})
       and (a.offer_id, a.profile_id) not in (select * from unnest($1::uuid[], $2::uuid[]))`,
    ...written,
    offerIds === 'all' ? territoryId : [...offerIds],
  )
  const [added] = await tx.$queryRawUnsafe<{ count: number }[]>(
    `with written as (
       insert into allocation (offer_id, profile_id, batch)
       select * from unnest($1::uuid[], $2::uuid[], $3::int[])
       on conflict (offer_id, profile_id) do update set batch = excluded.batch
         where allocation.batch <> excluded.batch
       returning (xmax = 0) as is_new)
     select count(*) filter (where is_new)::int as count from written`,
    ...written,
    pairs.map(({ batch }) => batch),
  )
  return added?.count ?? 0
}

/** Takes people away from offers: they go to others. */
export async function releaseAllocations(
  tx: Db,
  pairs: readonly { offerId: string; profileId: string }[],
): Promise<void> {
  if (pairs.length === 0) return
  await tx.$executeRawUnsafe(
    `delete from allocation a using unnest($1::uuid[], $2::uuid[]) as gone (offer_id, profile_id)
     where a.offer_id = gone.offer_id and a.profile_id = gone.profile_id`,
    pairs.map(({ offerId }) => offerId),
    pairs.map(({ profileId }) => profileId),
  )
}

/** Who is proposed now and nobody has decided on: the end of a statement, for more conditions on `a`. */
export const PROPOSED = `from allocation a join match undecided
    on undecided.offer_id = a.offer_id and undecided.profile_id = a.profile_id
  where undecided.state = 'proposed'`

/** How many people each of these offers proposes now, without those decided on. Offers with nobody are left out. */
export async function countProposedByOffer(
  db: Db,
  offerIds: readonly string[],
): Promise<Map<string, number>> {
  const rows = await db.$queryRawUnsafe<{ offerId: string; count: number }[]>(
    `select a.offer_id as "offerId", count(*)::int as count ${PROPOSED} and a.offer_id = any($1::uuid[]) group by 1`,
    [...offerIds],
  )
  return new Map(rows.map(({ offerId, count }) => [offerId, count]))
}

/** The published offers of a territory that propose somebody whom nobody has decided on. */
export async function listOfferIdsToDecide(db: Db, territoryId: string): Promise<string[]> {
  const rows = await db.$queryRawUnsafe<{ id: string }[]>(
    `select o.id from offer o where o.territory_id = $1::uuid and o.state = 'published'
       and exists (select 1 ${PROPOSED} and a.offer_id = o.id)`,
    territoryId,
  )
  return rows.map(({ id }) => id)
}

/** The offers that propose any of these people now. */
export async function listOfferIdsProposing(db: Db, profileIds: readonly string[]): Promise<string[]> {
  const rows = await db.allocation.findMany({
    where: { profileId: { in: [...profileIds] } },
    select: { offerId: true },
    distinct: ['offerId'],
  })
  return rows.map(({ offerId }) => offerId)
}
