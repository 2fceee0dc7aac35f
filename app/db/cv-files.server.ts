import type { Scope } from '#app/domain/actor.ts'
import type { CvFile, CvFileFormat } from '#app/domain/cv-file.ts'
import type { Db } from './client.server.ts'

/** Whose files a scope reaches: the person's own, and any for the platform itself. */
const within = (scope: Scope) => {
  if (scope.kind === 'candidate') return { profileId: scope.profileId }
  return scope.kind === 'system' ? {} : null
}

const ABOUT = { id: true, profileId: true, format: true, size: true, addedAt: true }
type Row = Omit<CvFile, 'format'> & { format: string }
const toCvFile = (row: Row): CvFile => ({ ...row, format: row.format as CvFileFormat })

/** What is known of a person's file within the scope, without its content; null when there is none. */
export async function findCvFile(db: Db, scope: Scope, profileId: string): Promise<CvFile | null> {
  const where = within(scope)
  const row = where && (await db.cvFile.findFirst({ where: { AND: [where, { profileId }] }, select: ABOUT }))
  return row ? toCvFile(row) : null
}

/** A file with its content, by its id: for who was given its address. Null once it was replaced or removed. */
export async function findCvFileContent(
  db: Db,
  id: string,
): Promise<{ format: CvFileFormat; content: Uint8Array } | null> {
  const row = await db.cvFile.findUnique({ where: { id }, select: { format: true, content: true } })
  return row && { content: row.content, format: row.format as CvFileFormat }
}

/** Keeps a person's file, in the place of the one before if there is one. */
export async function saveCvFile(
  db: Db,
  { profileId, ...file }: CvFile & { content: Uint8Array<ArrayBuffer> },
): Promise<void> {
  await db.cvFile.upsert({ where: { profileId }, create: { profileId, ...file }, update: file })
}

/** Removes a person's file within the scope; false when there is none. */
export async function removeCvFile(db: Db, scope: Scope, profileId: string): Promise<boolean> {
  const where = within(scope)
  return (
    where !== null && (await db.cvFile.deleteMany({ where: { AND: [where, { profileId }] } })).count === 1
  )
}
