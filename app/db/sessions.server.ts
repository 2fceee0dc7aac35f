import type { Role } from '#app/domain/actor.ts'
import type { Hat, HatOwner, SignedIn } from '#app/domain/session.ts'
import type { Db } from './client.server.ts'
import { UNHURRIED } from './unhurried.server.ts'

/**
 * A session about to start. `idHash` is the SHA-256 of the reference that only the browser holds; `worn` the hat chosen;
 * `confirmedAt` when the second factor was given.
 */
export type NewSession = {
  idHash: string
  accountId: string
  worn: Hat
  device: string
  confirmedAt: Date | null
  now: Date
  expiresAt: Date
}

const OWNER = {
  role: true,
  profile: { select: { id: true } },
  memberships: { select: { organisationId: true }, orderBy: { createdAt: 'asc' } },
} as const

type OwnerRow = {
  role: string
  profile: { id: string } | null
  memberships: { organisationId: string }[]
}

const toOwner = ({ role, profile, memberships }: OwnerRow): HatOwner => ({
  role: role as Role,
  profileId: profile?.id ?? null,
  organisationIds: memberships.map(({ organisationId }) => organisationId),
})

/** What an account has to wear, or null when there is no such account. */
export async function findHatOwner(db: Db, accountId: string): Promise<HatOwner | null> {
  const row = await db.account.findUnique({ where: { id: accountId }, select: OWNER })
  return row && toOwner(row)
}

/** Who is signed in by this session, or null when it is unknown, ended, expired, or the account is suspended. */
export async function findSignedIn(db: Db, idHash: string, now: Date): Promise<SignedIn | null> {
  const row = await db.session.findFirst({
    where: { idHash, endedAt: null, expiresAt: { gt: now }, account: { status: 'active' } },
    select: {
      role: true,
      organisationId: true,
      confirmedAt: true,
      lastSeenAt: true,
      account: { select: { id: true, territoryId: true, ...OWNER } },
    },
  })
  if (!row) return null
  const { account, confirmedAt, lastSeenAt } = row
  return {
    ...toOwner(account),
    accountId: account.id,
    territoryId: account.territoryId,
    worn: { role: row.role as Role, organisationId: row.organisationId },
    confirmedAt,
    lastSeenAt,
  }
}

/** Starts a session and dates the account's last visit. */
export async function createSession(db: Db, session: NewSession): Promise<void> {
  const { now, worn, ...data } = session
  await db.session.create({ data: { ...data, ...worn, createdAt: now, lastSeenAt: now } })
  await db.account.update({ where: { id: session.accountId }, data: { lastSeenAt: now } })
}

/** Notes that the session is in use. Waits for no disk: a server that crashes may forget the note, at most. */
export async function touchSession(db: Db, idHash: string, now: Date): Promise<void> {
  await db.$executeRaw`
    with ${UNHURRIED}
    update session set last_seen_at = ${now}::timestamptz from unhurried
    where id_hash = ${idHash} and ended_at is null and last_seen_at < ${now}::timestamptz`
}

/** Ends a session. An unknown or ended one stays as it is. */
export async function endSession(db: Db, idHash: string, now: Date): Promise<void> {
  await db.session.updateMany({ where: { idHash, endedAt: null }, data: { endedAt: now } })
}

/** Ends every session of an account, as its suspension asks. */
export async function endSessionsOf(db: Db, accountId: string, now: Date): Promise<void> {
  await db.session.updateMany({ where: { accountId, endedAt: null }, data: { endedAt: now } })
}

/**
 * Removes the sessions that were over, ended or expired, before an instant; each account keeps the date of the last gesture
 * made in them. Returns how many.
 */
export async function deleteOldSessions(db: Db, before: Date): Promise<number> {
  const [row] = await db.$queryRaw<{ count: number }[]>`
    with gone as (
      delete from session where ended_at < ${before} or expires_at < ${before} returning account_id, last_seen_at
    ), seen as (
      update account a set last_seen_at = greatest(a.last_seen_at, s.at)
      from (select account_id, max(last_seen_at) as at from gone group by account_id) s where a.id = s.account_id
    ) select count(*)::int as count from gone`
  return row?.count ?? 0
}
