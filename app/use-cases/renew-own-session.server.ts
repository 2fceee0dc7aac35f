import type { Db } from '#app/db/client.server.ts'
import { findOpenSession, type OwnSession, renewSession } from '#app/db/own-sessions.server.ts'
import { findHatOwner } from '#app/db/sessions.server.ts'
import { type Hat, hatsOf, renewedExpiry } from '#app/domain/session.ts'
import { hashToken, newReference } from '#app/system/secrets.server.ts'
import type { OpenedSession } from './open-session.server.ts'

/** The open session of this account under this reference, or null. */
export const findOwnSession = (
  tx: Db,
  { accountId, reference, now }: { accountId: string; reference: string; now: Date },
): Promise<OwnSession | null> => findOpenSession(tx, { accountId, idHash: hashToken(reference), now })

/** Puts a session under a reference nobody had before; null when it was ended or renewed meanwhile. */
export async function renewOwnSession(
  tx: Db,
  { accountId, session, now }: { accountId: string; session: OwnSession; now: Date },
  change: { worn?: Hat; confirmedAt?: Date | null; provedAt?: Date },
): Promise<OpenedSession | null> {
  const owner = await findHatOwner(tx, accountId)
  const hats = owner ? hatsOf(owner) : []
  const expiresAt = renewedExpiry(session.expiresAt, hats, now)
  const reference = newReference()
  const references = { idHash: session.idHash, nextIdHash: hashToken(reference) }
  const isRenewed = await renewSession(tx, references, { ...change, lastSeenAt: now, expiresAt })
  return isRenewed ? { reference, expiresAt, hats } : null
}
