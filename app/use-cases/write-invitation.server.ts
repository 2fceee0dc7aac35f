import { findAccount } from '#app/db/accounts.server.ts'
import { type Db, db } from '#app/db/client.server.ts'
import {
  createInvitation,
  type InvitationPlace,
  revokeWaitingInvitations,
} from '#app/db/invitations.server.ts'
import { appendEvents } from '#app/db/outbox.server.ts'
import { takeAttempt } from '#app/db/rate-limits.server.ts'
import { getTerritory } from '#app/db/territories.server.ts'
import { findOrCreateAccount } from '#app/db/unproven-accounts.server.ts'
import type { Account } from '#app/domain/account.ts'
import { type Invitation, invitationExpiresAt } from '#app/domain/invitation.ts'
import { ok, type Result, refuse } from '#app/domain/result.ts'
import { newId } from '#app/system/id.server.ts'
import { hashToken, invitationToken } from '#app/system/secrets.server.ts'
import type { Contact } from './read-contact.server.ts'

const DAY_S = 86_400
/** Invitations one person sends a day, and one account receives. */
const MOST_SENT = 30
const MOST_RECEIVED = 5

/** Counts an invitation about to be sent; false beyond 30 a day. Every one counts, those refused afterwards too. */
export const takeInvitation = (invitedById: string, now: Date): Promise<boolean> =>
  takeAttempt(db(), { key: `invite:${invitedById}`, windowSeconds: DAY_S, max: MOST_SENT }, now)

/** The account of a contact, made unproved when nobody has it. */
export async function findInvited(
  tx: Db,
  { contact, territoryId, now }: { contact: Contact; territoryId: string; now: Date },
): Promise<Account | null> {
  const { settings } = await getTerritory(tx, territoryId)
  const { monthlySolicitations } = settings
  const channel = 'phone' in contact ? 'sms' : 'email'
  const unproven = { id: newId(), territoryId, channel, monthlySolicitations, contact } as const
  return findAccount(tx, await findOrCreateAccount(tx, unproven, now))
}

type Written = Pick<
  Invitation,
  'territoryId' | 'role' | 'organisationId' | 'membershipRole' | 'invitedById' | 'contactHint'
>

/** Writes an invitation for an account, takes back those that waited for it there, and has it sent. Refusal: `too_many_requests`. */
export async function writeInvitation(
  tx: Db,
  { accountId, place, now, ...written }: Written & { accountId: string; place: InvitationPlace; now: Date },
): Promise<Result<null>> {
  const received = { key: `invited:${accountId}`, windowSeconds: DAY_S, max: MOST_RECEIVED }
  if (!(await takeAttempt(tx, received, now))) return refuse('too_many_requests')
  await revokeWaitingInvitations(tx, place, { accountId, now })
  const id = newId()
  await createInvitation(tx, {
    id,
    tokenHash: hashToken(invitationToken(id)),
    accountId,
    ...written,
    createdAt: now,
    expiresAt: invitationExpiresAt(now),
    usedAt: null,
    revokedAt: null,
  })
  await appendEvents(tx, [{ type: 'invitation.sent', payload: { invitationId: id } }], now)
  return ok(null)
}
