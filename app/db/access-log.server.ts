import { createHash } from 'node:crypto'
import type { Access } from '#app/domain/access.ts'
import { type Actor, accountIdOf } from '#app/domain/actor.ts'
import type { DomainEvent } from '#app/domain/events.ts'
import { CALM_DAY, judgePace, type ReadingPace, USUAL_DAYS } from '#app/domain/reading.policy.ts'
import { ok, type Result } from '#app/domain/result.ts'
import { eventIdOf } from '#app/system/event-id.server.ts'
import { newReference } from '#app/system/secrets.server.ts'
import type { Db } from './client.server.ts'
import type { AccessLog, AccessReason } from './generated/client.ts'
import { appendEventOnce } from './outbox.server.ts'
import { endRefused, inTransaction } from './transaction.server.ts'

const HOUR_MS = 3_600_000
const FIRST_HASH = '0'.repeat(64)

type Line = Pick<AccessLog, 'sequence' | 'previousHash' | 'reasonHash'> &
  Omit<Access, 'purpose' | 'reason'> & { purpose: string }

/** The SHA-256 of a line, of its place and of the hash before it, in hexadecimal, as the database computes it. */
export const hashOfAccess = (line: Line): string =>
  createHash('sha256')
    .update(
      [
        line.previousHash,
        line.sequence,
        line.at.toISOString(),
        line.territoryId,
        line.accountId,
        line.role,
        line.organisationId ?? '',
        line.profileId,
        line.purpose,
        line.reasonHash ?? '',
      ].join('|'),
    )
    .digest('hex')

/** The SHA-256 under which a reason is known to its line, in hexadecimal, as the database checks it. */
export const hashOfReason = ({ salt, reason }: Pick<AccessReason, 'salt' | 'reason'>): string =>
  createHash('sha256').update(`${salt}|${reason}`).digest('hex')

/** A line with its reason under a hash that tells nothing of it. */
function salted(access: Access) {
  if (access.reason === null) return { ...access, salt: null, reasonHash: null }
  const salt = newReference()
  return { ...access, salt, reasonHash: hashOfReason({ salt, reason: access.reason }) }
}

/** Tells the administrators of an account that reads too many people, once an hour at most. */
function alarm(db: Db, accountId: string, now: Date): Promise<boolean> {
  const event: DomainEvent = { type: 'reading.alarmed', payload: { accountId } }
  const id = eventIdOf(event.type, accountId, Math.floor(now.getTime() / HOUR_MS))
  return appendEventOnce(db, event, { id, now })
}

type ReaderPace = ReadingPace & { accountId: string; at: Date }

/**
 * Adds lines to the access log inside the caller's transaction, under a database role that can add and read alone. Whoever
 * reads too many people raises an alarm, and beyond the limit the whole transaction ends with the refusal `reading_stopped`:
 * what was about to be shown is not.
 */
export async function logAccesses(tx: Db, accesses: readonly Access[]): Promise<void> {
  if (accesses.length === 0) return
  const lines = JSON.stringify(accesses.map(salted))
  const paces = await tx.$queryRaw<ReaderPace[]>`
    select reader as "accountId", seen_at as at, last_hour as "lastHour", last_day as "lastDay", usual_day as "usualDay"
    from log_accesses(${lines}::jsonb, ${CALM_DAY}::int, ${USUAL_DAYS}::int)`
  for (const { accountId, at, ...pace } of paces) {
    const judgement = judgePace(pace)
    if (judgement === 'stop') endRefused('reading_stopped', (db) => alarm(db, accountId, at))
    if (judgement === 'alarm') await alarm(tx, accountId, at)
  }
}

/** One line for each person whom an actor reads at once, for one purpose. Nobody reads her or himself: a candidate has none. */
export function accessesOf(
  actor: Actor,
  reading: Pick<Access, 'purpose' | 'at'> & { profileIds: readonly string[]; reason?: string },
): Access[] {
  const { purpose, at, profileIds, reason = null } = reading
  const accountId = accountIdOf(actor)
  if (!accountId || !('territoryId' in actor) || actor.kind === 'candidate') return []
  const organisationId = actor.kind === 'recruiter' ? actor.organisationId : null
  const reader = { territoryId: actor.territoryId, accountId, role: actor.kind, organisationId }
  return [...new Set(profileIds)].map((profileId) => ({ at, ...reader, profileId, purpose, reason }))
}

/** Logs what an actor is about to be shown, for each purpose, in one transaction. Refusals: `reading_stopped`. */
export async function recordReading(
  actor: Actor,
  ...readings: Parameters<typeof accessesOf>[1][]
): Promise<Result<null>> {
  const accesses = readings.flatMap((reading) => accessesOf(actor, reading))
  if (accesses.length === 0) return ok(null)
  return inTransaction(async (tx) => {
    await logAccesses(tx, accesses)
    return ok(null)
  })
}

/** The hashes of reasons that are not kept as they were typed, although the person who was read is still here. */
async function lostReasons(db: Db, lines: readonly AccessLog[]): Promise<Set<string>> {
  const given = lines.flatMap(({ reasonHash }) => reasonHash ?? [])
  if (given.length === 0) return new Set()
  const kept = await db.accessReason.findMany({ where: { hash: { in: given } } })
  const whole = new Set(kept.filter((row) => hashOfReason(row) === row.hash).map(({ hash }) => hash))
  const missing = lines.filter(({ reasonHash }) => reasonHash && !whole.has(reasonHash))
  const here = await db.profile.findMany({
    where: { id: { in: missing.map(({ profileId }) => profileId) } },
    select: { id: true },
  })
  const isHere = new Set(here.map(({ id }) => id))
  return new Set(
    missing.flatMap(({ reasonHash, profileId }) => (isHere.has(profileId) ? (reasonHash ?? []) : [])),
  )
}

/**
 * Recomputes the chain from its first line kept. Null when it holds; else the sequence of the first line that was changed,
 * moved, or follows one that is missing, or whose reason was changed or taken away before the person left.
 */
export async function verifyAccessLog(db: Db, batch = 5000): Promise<bigint | null> {
  const anchor = await db.accessLogAnchor.findUnique({ where: { id: 1 } })
  let { sequence, hash } = anchor ?? { sequence: 0n, hash: FIRST_HASH }
  for (;;) {
    const lines = await db.accessLog.findMany({
      where: { sequence: { gt: sequence } },
      orderBy: { sequence: 'asc' },
      take: batch,
    })
    const lost = await lostReasons(db, lines)
    for (const line of lines) {
      const follows = line.sequence === sequence + 1n && line.previousHash === hash
      if (!follows || line.hash !== hashOfAccess(line)) return line.sequence
      if (line.reasonHash && lost.has(line.reasonHash)) return line.sequence
      sequence = line.sequence
      hash = line.hash
    }
    if (lines.length < batch) return firstBefore(db, anchor?.sequence)
  }
}

const firstBefore = async (db: Db, anchor = 0n): Promise<bigint | null> =>
  (
    await db.accessLog.findFirst({
      where: { sequence: { lte: anchor } },
      orderBy: { sequence: 'asc' },
      select: { sequence: true },
    })
  )?.sequence ?? null

/**
 * Removes the lines older than twelve months at an instant, which the database takes no later than its own clock or the newest
 * line. The chain stays verifiable from the last line removed. Returns how many.
 */
export async function removeOldAccesses(db: Db, now: Date): Promise<number> {
  const [row] = await db.$queryRaw<{ removed: bigint }[]>`select remove_old_access(${now}) as removed`
  return Number(row?.removed ?? 0)
}
