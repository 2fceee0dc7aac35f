import type { Db } from './client.server.ts'

/** Somebody who accompanies a person, and since when. */
export type Following = { referentId: string; firstName: string; lastName: string; since: Date }

/** People whom a referent begins to accompany at an instant, or again; those whom she or he accompanies already stay as they are. */
export async function followPeople(
  db: Db,
  { referentId, profileIds, since }: { referentId: string; profileIds: readonly string[]; since: Date },
): Promise<void> {
  await db.$executeRaw`
    insert into portfolio (referent_id, profile_id, since)
    select ${referentId}::uuid, id, ${since} from unnest(${[...profileIds]}::uuid[]) as p (id)
    on conflict (referent_id, profile_id) do update set since = excluded.since, ended_at = null
    where portfolio.ended_at is not null`
}

/** Ends the accompanying of one person at an instant; false when there was none. */
export async function endFollowing(
  tx: Db,
  { referentId, profileId, now }: { referentId: string; profileId: string; now: Date },
): Promise<boolean> {
  const where = { referentId, profileId, endedAt: null }
  return (await tx.portfolio.updateMany({ where, data: { endedAt: now } })).count > 0
}

/** Who accompanies a person now, first come first. */
export async function listFollowings(db: Db, profileId: string): Promise<Following[]> {
  const rows = await db.portfolio.findMany({
    where: { profileId, endedAt: null },
    include: { referent: { select: { firstName: true, lastName: true } } },
    orderBy: [{ since: 'asc' }, { referentId: 'asc' }],
  })
  return rows.map(({ referentId, since, referent }) => ({ referentId, since, ...referent }))
}
