import type { Scope } from '#app/domain/actor.ts'
import type { MessageChannel } from '#app/domain/contact.ts'
import type { PauseReason, Rhythm, SavedSearch } from '#app/domain/saved-search.ts'
import { hashToken, searchToken } from '#app/system/secrets.server.ts'
import type { Db } from './client.server.ts'
import type { Prisma, SavedSearch as SavedSearchRow } from './generated/client.ts'

const toSearch = ({ tokenHash: _, ...row }: SavedSearchRow): SavedSearch => ({
  ...row,
  rhythm: row.rhythm as Rhythm,
  channel: row.channel as MessageChannel,
  pauseReason: row.pauseReason as PauseReason | null,
})

/** Whose searches a scope reaches: the person's own, and any for the platform itself. */
const within = (scope: Scope): Prisma.SavedSearchWhereInput => {
  if (scope.kind === 'candidate') return { profileId: scope.profileId }
  return scope.kind === 'system' ? {} : { id: { in: [] } }
}

/** A person's saved searches, the newest first; none for a scope that reaches none. */
export async function listSavedSearches(db: Db, scope: Scope, profileId: string): Promise<SavedSearch[]> {
  const orderBy = [{ createdAt: 'desc' as const }, { id: 'asc' as const }]
  return (await db.savedSearch.findMany({ where: { AND: [within(scope), { profileId }] }, orderBy })).map(
    toSearch,
  )
}

/** The search with this id within the scope, or null. */
export async function findSavedSearch(db: Db, scope: Scope, id: string): Promise<SavedSearch | null> {
  const row = await db.savedSearch.findFirst({ where: { AND: [within(scope), { id }] } })
  return row && toSearch(row)
}

/** The search whose link bears this token, or null. */
export async function findSavedSearchByToken(db: Db, token: string): Promise<SavedSearch | null> {
  const row = await db.savedSearch.findUnique({ where: { tokenHash: hashToken(token) } })
  return row && toSearch(row)
}

/** Creates a search, and with it its link. */
export async function createSavedSearch(db: Db, search: SavedSearch): Promise<void> {
  await db.savedSearch.create({ data: { ...search, tokenHash: hashToken(searchToken(search.id)) } })
}

/** Writes how a search stands now: its rhythm, its channel, its pause and its next look. */
export async function saveSavedSearch(db: Db, { id, ...search }: SavedSearch): Promise<void> {
  await db.savedSearch.updateMany({ where: { id }, data: search })
}

/** Pauses every search of a person that still runs, as she or he asked. */
export async function pauseSearchesOf(db: Db, profileId: string, now: Date): Promise<void> {
  await db.savedSearch.updateMany({
    where: { profileId, pausedAt: null },
    data: { pausedAt: now, pauseReason: 'own' },
  })
}

/** Removes a search within the scope; false when there is none. */
export const removeSavedSearch = async (db: Db, scope: Scope, id: string): Promise<boolean> =>
  (await db.savedSearch.deleteMany({ where: { AND: [within(scope), { id }] } })).count === 1

/** The ids of the searches to look at now, the longest waiting first. */
export async function listDueSearchIds(db: Db, due: { now: Date; limit: number }): Promise<string[]> {
  const rows = await db.savedSearch.findMany({
    where: { pausedAt: null, nextLookAt: { lte: due.now } },
    orderBy: [{ nextLookAt: 'asc' }, { id: 'asc' }],
    take: due.limit,
    select: { id: true },
  })
  return rows.map(({ id }) => id)
}

/**
 * The ids of the searches that still run although their person has not been seen since an instant and the search is older: of
 * one search alone when `id` is given.
 */
export async function listUnseenSearchIds(
  db: Db,
  of: { seenBefore: Date; limit: number; id?: string },
): Promise<string[]> {
  const { seenBefore, limit, id = null } = of
  const rows = await db.$queryRaw<{ id: string }[]>`
    select s.id from saved_search s join profile p on p.id = s.profile_id join account a on a.id = p.account_id
    where s.paused_at is null and s.since < ${seenBefore} and coalesce(a.last_seen_at, a.created_at) < ${seenBefore}
      and (${id}::uuid is null or s.id = ${id}::uuid)
      and not exists (select 1 from session v where v.account_id = a.id and v.last_seen_at >= ${seenBefore})
    order by s.id limit ${limit}`
  return rows.map((row) => row.id)
}
