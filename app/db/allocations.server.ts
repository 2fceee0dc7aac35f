import type { AllocatedOffer, AllocationPair, OfferToServe } from '#app/domain/matching/allocate.ts'
import type { Db } from './client.server.ts'

/** Which offers to look at: these, or every one of the territory. */
export type Offers = { territoryId: string; offerIds: readonly string[] | 'all' }

/** How many of an offer's pairs are looked at when only some offers are allocated. */
const PAIRS_LOOKED_AT = 50

const idsOf = ({ offerIds }: Offers) => (offerIds === 'all' ? null : [...offerIds])

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

const LISTS = `string_agg(p.profile_id::text, ' ') as people, string_agg(p.score_tenths::text, ' ') as tenths,
  string_agg(p.distance_km::text, ' ') as kilometres`

const COUNTS = `(select count(*) filter (where m.state not in ('proposed', 'set_aside'))::int as served,
    count(*) filter (where m.state in ('interested', 'applied'))::int as interested
  from match m where m.offer_id = o.id)`

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

/**
 * The published offers asked for, with the pairs that nobody has decided on and whose gates are open: all of those kept
 * for a whole territory, else 50 of each offer: those it proposes now and the best of the others.
 */
export async function listOffersToServe(db: Db, of: Offers): Promise<OfferToServe[]> {
  const rows = await db.$queryRawUnsafe<Row[]>(
    `select o.id as "offerId", counts.*, p.*
     from offer o cross join lateral ${COUNTS} counts cross join lateral (
       select ${LISTS} from (
         select m.profile_id, m.score_tenths, m.distance_km
         from match m left join allocation a on a.offer_id = m.offer_id and a.profile_id = m.profile_id
         where m.offer_id = o.id and m.state = 'proposed' and cardinality(m.missing) = 0
         order by a.offer_id is null, m.score_tenths desc, m.distance_km, m.profile_id limit $3) p) p
     where o.territory_id = $1::uuid and o.state = 'published' and ($2::uuid[] is null or o.id = any($2::uuid[]))`,
    of.territoryId,
    idsOf(of),
    of.offerIds === 'all' ? null : PAIRS_LOOKED_AT,
  )
  return rows.map(toOffer)
}

/**
 * The other published offers that propose any of these people now. Their pairs are what they hold of these people; what
 * they hold of others stays and counts as served.
 */
export async function listOffersHolding(
  db: Db,
  of: { profileIds: readonly string[]; except: readonly string[] },
): Promise<OfferToServe[]> {
  const rows = await db.$queryRawUnsafe<(Row & { others: number })[]>(
    `with held as (
       select a.offer_id, a.profile_id, m.score_tenths, m.distance_km, a.profile_id = any($1::uuid[]) as is_asked
       from allocation a join match m on m.offer_id = a.offer_id and m.profile_id = a.profile_id
       where m.state = 'proposed' and a.offer_id in
         (select offer_id from allocation where profile_id = any($1::uuid[]) and not (offer_id = any($2::uuid[]))))
     select o.id as "offerId", counts.*, p.*
     from offer o cross join lateral ${COUNTS} counts cross join lateral (
       select count(*) filter (where not is_asked)::int as others,
         string_agg(profile_id::text, ' ') filter (where is_asked) as people,
         string_agg(score_tenths::text, ' ') filter (where is_asked) as tenths,
         string_agg(distance_km::text, ' ') filter (where is_asked) as kilometres
       from held where held.offer_id = o.id) p
     where o.state = 'published' and o.id in (select offer_id from held)`,
    [...of.profileIds],
    [...of.except],
  )
  return rows.map((row) => ({ ...toOffer(row), served: row.served + row.others }))
}

/**
 * Writes whom offers propose now. `replaced` offers (all of the territory, or those named) propose those people and nobody
 * else; the other offers given only lose those of `profileIds` who are no longer theirs. Returns how many pairs are new.
 */
export async function saveAllocations(
  tx: Db,
  allocated: readonly AllocatedOffer[],
  { replaced, profileIds }: { replaced: Offers; profileIds: readonly string[] },
): Promise<number> {
  const isReplaced = new Set(replaced.offerIds === 'all' ? [] : replaced.offerIds)
  const pairs = allocated.flatMap(({ offerId, batch, profileIds: people }) =>
    people.map((profileId) => ({ offerId, profileId, batch })),
  )
  const written = pairs.filter(({ offerId }) => replaced.offerIds === 'all' || isReplaced.has(offerId))
  await tx.$executeRawUnsafe(
    `delete from allocation a using offer o
     where o.id = a.offer_id and o.territory_id = $3::uuid
       and ($4::uuid[] is null or a.offer_id = any($4::uuid[])
         or (a.offer_id = any($5::uuid[]) and a.profile_id = any($6::uuid[])))
       and not exists (select 1 from unnest($1::uuid[], $2::uuid[]) as kept (offer_id, profile_id)
         where kept.offer_id = a.offer_id and kept.profile_id = a.profile_id)`,
    pairs.map(({ offerId }) => offerId),
    pairs.map(({ profileId }) => profileId),
    replaced.territoryId,
    idsOf(replaced),
    allocated.map(({ offerId }) => offerId),
    [...profileIds],
  )
  const [added] = await tx.$queryRawUnsafe<{ count: number }[]>(
    `with written as (
       insert into allocation (offer_id, profile_id, batch)
       select * from unnest($1::uuid[], $2::uuid[], $3::int[])
       on conflict (offer_id, profile_id) do update set batch = excluded.batch
         where allocation.batch <> excluded.batch
       returning (xmax = 0) as is_new)
     select count(*) filter (where is_new)::int as count from written`,
    written.map(({ offerId }) => offerId),
    written.map(({ profileId }) => profileId),
    written.map(({ batch }) => batch),
  )
  return added?.count ?? 0
}

/** Who is proposed now and nobody has decided on: the end of a statement, for more conditions on `a`. */
export const PROPOSED = `from allocation a join match undecided
    on undecided.offer_id = a.offer_id and undecided.profile_id = a.profile_id
  where undecided.state = 'proposed'`

/** The people whom an offer proposes now and nobody has decided on. */
export async function listProposedProfileIds(db: Db, offerId: string): Promise<string[]> {
  const rows = await db.$queryRawUnsafe<{ profileId: string }[]>(
    `select a.profile_id as "profileId" ${PROPOSED} and a.offer_id = $1::uuid`,
    offerId,
  )
  return rows.map(({ profileId }) => profileId)
}

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
