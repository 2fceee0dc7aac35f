import { logAccesses } from '#app/db/access-log.server.ts'
import { db } from '#app/db/client.server.ts'
import { inTransaction } from '#app/db/transaction.server.ts'
import type { Access } from '#app/domain/access.ts'
import { ok } from '#app/domain/result.ts'
import { newId } from '#app/system/id.server.ts'
import { NOW } from './now.ts'

/** A reading of somebody who is nowhere else. */
export const access = (more: Partial<Access> = {}): Access => ({
  at: NOW,
  territoryId: newId(),
  accountId: newId(),
  role: 'relation_officer',
  organisationId: null,
  profileId: newId(),
  purpose: 'profile',
  reason: null,
  ...more,
})

/** Writes these readings. */
export const log = (...accesses: Access[]) =>
  inTransaction(async (tx) => {
    await logAccesses(tx, accesses)
    return ok(null)
  })

/** The whole log, oldest first. */
export const lines = () => db().accessLog.findMany({ orderBy: { sequence: 'asc' } })

/** What nobody does without the key of the cupboard: as the server's superuser, the guards taken off for a moment. */
export async function asIntruder(sql: string) {
  await db().$transaction([
    db().$executeRawUnsafe('alter table access_log disable trigger user'),
    db().$executeRawUnsafe(sql),
    db().$executeRawUnsafe('alter table access_log enable trigger user'),
  ])
}

/** Takes every line away. */
export async function emptyAccessLog() {
  await db().$transaction([
    db().$executeRawUnsafe('alter table access_log disable trigger user'),
    db().$executeRawUnsafe('alter table access_log_anchor disable trigger user'),
    db().$executeRawUnsafe('alter table access_reason disable trigger user'),
    db().$executeRawUnsafe('delete from access_log'),
    db().$executeRawUnsafe('delete from access_reason'),
    db().$executeRawUnsafe('delete from access_log_anchor'),
    db().$executeRawUnsafe('alter table access_log enable trigger user'),
    db().$executeRawUnsafe('alter table access_log_anchor enable trigger user'),
    db().$executeRawUnsafe('alter table access_reason enable trigger user'),
  ])
}
