import { createHash } from 'node:crypto'
import type { Access } from '#app/domain/access.ts'
import type { Db } from './client.server.ts'

const FIRST_HASH = '0'.repeat(64)
/** Writers wait for each other: each line holds the hash of the one before. */
const LOCK = 7_100_211

/** The SHA-256 of a line and of the hash before it, in hexadecimal. */
export const hashOfAccess = (access: Access, previousHash: string): string =>
  createHash('sha256')
    .update(JSON.stringify([previousHash, ...Object.values({ ...access, at: access.at.toISOString() })]))
    .digest('hex')

/** Adds lines to the access log inside the caller's transaction, each chained to the one before. */
export async function logAccesses(tx: Db, accesses: readonly Access[]): Promise<void> {
  if (accesses.length === 0) return
  await tx.$executeRaw`select pg_advisory_xact_lock(${LOCK})`
  const last = await tx.accessLog.findFirst({ orderBy: { sequence: 'desc' }, select: { hash: true } })
  let previousHash = last?.hash ?? FIRST_HASH
  const data = accesses.map((access) => {
    const hash = hashOfAccess(access, previousHash)
    const line = { ...access, previousHash, hash }
    previousHash = hash
    return line
  })
  await tx.accessLog.createMany({ data })
}
