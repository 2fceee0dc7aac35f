import type { Role } from '#app/domain/actor.ts'
import type { SignedIn } from '#app/domain/session.ts'
import type { Db } from './client.server.ts'

/** A session about to start. `idHash` is the SHA-256 of the reference that only the browser holds. */
export type NewSession = {
  idHash: string
  accountId: string
  organisationId: string | null
  now: Date
  expiresAt: Date
}

/** Who is signed in by this session, or null when it is unknown, ended, expired, or the account is suspended. */
export async function findSignedIn(db: Db, idHash: string, now: Date): Promise<SignedIn | null> {
  const row = await db.session.findFirst({
    where: { idHash, endedAt: null, expiresAt: { gt: now }, account: { status: 'active' } },
    select: {
      organisationId: true,
      account: {
        select: {
          id: true,
          territoryId: true,
          role: true,
          profile: { select: { id: true } },
          memberships: { select: { organisationId: true }, orderBy: { createdAt: 'asc' } },
        },
      },
    },
  })
  if (!row) return null
  const { account } = row
  return {
    accountId: account.id,
    territoryId: account.territoryId,
    role: account.role as Role,
    profileId: account.profile?.id ?? null,
    organisationIds: account.memberships.map(({ organisationId }) => organisationId),
    chosenOrganisationId: row.organisationId,
  }
}

/** Starts a session and dates the account's last visit. */
export async function createSession(db: Db, session: NewSession): Promise<void> {
  const { now, ...data } = session
  await db.session.create({ data: { ...data, createdAt: now, lastSeenAt: now } })
  await db.account.update({ where: { id: session.accountId }, data: { lastSeenAt: now } })
}

/** Ends a session. An unknown or ended one stays as it is. */
export async function endSession(db: Db, idHash: string, now: Date): Promise<void> {
  await db.session.updateMany({ where: { idHash, endedAt: null }, data: { endedAt: now } })
}

/** Ends every session of an account, as its suspension asks. */
export async function endSessionsOf(db: Db, accountId: string, now: Date): Promise<void> {
  await db.session.updateMany({ where: { accountId, endedAt: null }, data: { endedAt: now } })
}
