import type { IsoDate } from '#app/domain/duration.ts'
import type { Db } from './client.server.ts'
import { fromIsoDate, toIsoDate } from './dates.ts'
import type { RematchSlice as SliceRow } from './generated/client.ts'

/** The steps of a night, in their order: a territory's next step waits for all slices of the one before. */
export const NIGHT_STEPS = ['offers', 'profiles', 'allocation'] as const
export type NightStep = (typeof NIGHT_STEPS)[number]

/** A piece of a night's work: what stands between two ids, both included; a whole territory when there are none. */
export type Slice = {
  id: string
  night: IsoDate
  territoryId: string
  step: NightStep
  number: number
  firstId: string | null
  lastId: string | null
}

const toSlice = ({ doneAt: _, night, step, ...row }: SliceRow): Slice => ({
  ...row,
  night: toIsoDate(night),
  step: step as NightStep,
})

const NIGHTS_KEPT = 7
const IN_SLICES = (step: 'offers' | 'profiles', from: string) => `
  insert into rematch_slice (id, night, territory_id, step, number, first_id, last_id)
  select gen_random_uuid(), $1::date, territory_id, '${step}', number, (array_agg(id order by id))[1],
    (array_agg(id order by id desc))[1]
  from (select territory_id, id, (row_number() over (partition by territory_id order by id) - 1) / $2::int as number
    from ${from}) one
  group by territory_id, number
  on conflict do nothing`

/**
 * Plans a night: every published offer and every profile in slices of at most `size`, then each territory's allocation.
 * Returns false, and changes nothing, when it is planned already. Nights a week old are forgotten.
 */
export async function planNight(tx: Db, { night, size }: { night: IsoDate; size: number }): Promise<boolean> {
  await tx.$executeRaw`select pg_advisory_xact_lock(hashtextextended('night ' || ${night}::text, 0))`
  if (await tx.rematchSlice.findFirst({ where: { night: fromIsoDate(night) } })) return false
  await tx.$executeRaw`delete from rematch_slice where night < ${night}::date - ${NIGHTS_KEPT}::int`
  await tx.$executeRawUnsafe(IN_SLICES('offers', `offer where state = 'published'`), night, size)
  await tx.$executeRawUnsafe(IN_SLICES('profiles', 'profile'), night, size)
  await tx.$executeRaw`
    insert into rematch_slice (id, night, territory_id, step, number)
    select gen_random_uuid(), ${night}::date, id, 'allocation', 0 from territory`
  return true
}

/**
 * The slices to do now of the last night planned, of one territory or of all, in order: those left of the first step that is
 * not over in each territory.
 */
export async function listSlicesToDo(db: Db, territoryId: string | null = null): Promise<Slice[]> {
  const rows = await db.$queryRaw<SliceRow[]>`
    with left_over as (
      select *, array_position(array['offers', 'profiles', 'allocation'], step) as place from rematch_slice
      where done_at is null and night = (select max(night) from rematch_slice)
        and (${territoryId}::uuid is null or territory_id = ${territoryId}::uuid)
    )
    select id, night, territory_id as "territoryId", step, number, first_id as "firstId", last_id as "lastId",
      done_at as "doneAt"
    from left_over l where place = (select min(place) from left_over o where o.territory_id = l.territory_id)
    order by territory_id, number`
  return rows.map(toSlice)
}

/** The slice with this id, kept from everybody else until the transaction ends; null once it is done. */
export async function lockSliceToDo(tx: Db, id: string): Promise<Slice | null> {
  await tx.$executeRaw`select 1 from rematch_slice where id = ${id}::uuid for update`
  const row = await tx.rematchSlice.findFirst({ where: { id, doneAt: null } })
  return row && toSlice(row)
}

/** The published offers, or the profiles, of a slice. */
export async function listIdsOfSlice(
  db: Db,
  { step, territoryId, firstId, lastId }: Slice,
): Promise<string[]> {
  const where = { territoryId, id: { gte: firstId ?? '', lte: lastId ?? '' } }
  const rows =
    step === 'offers'
      ? await db.offer.findMany({ where: { ...where, state: 'published' }, select: { id: true } })
      : await db.profile.findMany({ where, select: { id: true } })
  return rows.map(({ id }) => id)
}

/** Marks a slice, in the transaction that did it. */
export async function markSliceDone(tx: Db, id: string, now: Date): Promise<void> {
  await tx.rematchSlice.update({ where: { id }, data: { doneAt: now } })
}
