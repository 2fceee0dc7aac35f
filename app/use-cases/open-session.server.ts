import type { Db } from '#app/db/client.server.ts'
import { createSession, endSession, findHatOwner } from '#app/db/sessions.server.ts'
import type { Account } from '#app/domain/account.ts'
import { type Hat, hatsOf, sessionLifetimeMs } from '#app/domain/session.ts'
import { hashToken, newReference } from '#app/system/secrets.server.ts'

/** What the browser came with: the reference of the session it had, if any, and its name in plain words. */
export type Visit = { previousReference: string | null; device: string }

/** A session just opened: the reference for the browser alone, how long it lasts, and the hats to choose from. */
export type OpenedSession = { reference: string; expiresAt: Date; hats: Hat[] }

/**
 * Opens a session under a new reference and ends the one the browser came with, whoever gave it that one. `worn` is the
 * account's first hat unless given; `confirmedAt` is when the second factor was given, null when it is still to give.
 */
export async function openSession(
  tx: Db,
  options: {
    account: Pick<Account, 'id' | 'role'>
    visit: Visit
    worn?: Hat
    confirmedAt: Date | null
    now: Date
  },
): Promise<OpenedSession> {
  const { account, visit, confirmedAt, now } = options
  const { previousReference, device } = visit
  if (previousReference) await endSession(tx, hashToken(previousReference), now)
  const owner = await findHatOwner(tx, account.id)
  const hats = owner ? hatsOf(owner) : []
  const worn = options.worn ?? hats[0] ?? { role: account.role, organisationId: null }
  const reference = newReference()
  const expiresAt = new Date(now.getTime() + sessionLifetimeMs(hats))
  await createSession(tx, {
    idHash: hashToken(reference),
    accountId: account.id,
    worn,
    device,
    confirmedAt,
    now,
    expiresAt,
  })
  return { reference, expiresAt, hats }
}
