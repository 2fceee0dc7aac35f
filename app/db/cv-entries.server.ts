import type { Scope } from '#app/domain/actor.ts'
import type { CvEntry, CvEntryKind } from '#app/domain/cv.ts'
import type { Db } from './client.server.ts'
import type { CvEntry as CvEntryRow } from './generated/client.ts'

const toEntry = (row: CvEntryRow): CvEntry => ({ ...row, kind: row.kind as CvEntryKind })

/** Whose entries a scope reaches: the person's own, and any for the platform itself. */
const within = (scope: Scope) => {
  if (scope.kind === 'candidate') return { profileId: scope.profileId }
  return scope.kind === 'system' ? {} : null
}

/** The entries of a profile's CV within the scope, oldest told first; none for a scope that does not reach them. */
export async function listCvEntries(db: Db, scope: Scope, profileId: string): Promise<CvEntry[]> {
  const where = within(scope)
  if (!where) return []
  const orderBy = [{ createdAt: 'asc' as const }, { id: 'asc' as const }]
  return (await db.cvEntry.findMany({ where: { AND: [where, { profileId }] }, orderBy })).map(toEntry)
}

/** The entry with this id within the scope, or null. */
export async function findCvEntry(db: Db, scope: Scope, id: string): Promise<CvEntry | null> {
  const where = within(scope)
  const row = where && (await db.cvEntry.findFirst({ where: { AND: [where, { id }] } }))
  return row ? toEntry(row) : null
}

/** Creates an entry. */
export async function createCvEntry(db: Db, entry: CvEntry): Promise<void> {
  await db.cvEntry.create({ data: entry })
}

/** Changes what is given of an entry within the scope; false when there is none. */
export async function changeCvEntry(
  db: Db,
  scope: Scope,
  id: string,
  change: Partial<Omit<CvEntry, 'id' | 'profileId' | 'kind' | 'createdAt'>>,
): Promise<boolean> {
  const where = within(scope)
  return (
    where !== null &&
    (await db.cvEntry.updateMany({ where: { AND: [where, { id }] }, data: change })).count === 1
  )
}

/** Removes an entry within the scope; false when there is none. */
export async function removeCvEntry(db: Db, scope: Scope, id: string): Promise<boolean> {
  const where = within(scope)
  return where !== null && (await db.cvEntry.deleteMany({ where: { AND: [where, { id }] } })).count === 1
}
