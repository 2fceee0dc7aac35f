import type { Db } from '#app/db/client.server.ts'
import { createSession, endSession } from '#app/db/sessions.server.ts'
import type { Account } from '#app/domain/account.ts'
import type { Role } from '#app/domain/actor.ts'
import { sessionLifetimeMs } from '#app/domain/session.ts'
import { hashToken, newReference } from '#app/system/secrets.server.ts'

/** A session just opened: the reference for the browser alone, and how long it lasts. */
export type OpenedSession = { reference: string; expiresAt: Date; role: Role }

/** Opens a session under a new reference and ends the one the browser came with, whoever gave it that one. */
export async function openSession(
  tx: Db,
  options: { account: Account; previousReference: string | null; now: Date },
): Promise<OpenedSession> {
  const { account, previousReference, now } = options
  if (previousReference) await endSession(tx, hashToken(previousReference), now)
  const reference = newReference()
  const expiresAt = new Date(now.getTime() + sessionLifetimeMs(account.role))
  const session = {
    idHash: hashToken(reference),
    accountId: account.id,
    organisationId: null,
    now,
    expiresAt,
  }
  await createSession(tx, session)
  return { reference, expiresAt, role: account.role }
}
