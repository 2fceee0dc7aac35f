import type { Db } from './client.server.ts'

/** Removes the messages written before an instant, their answer links with them. */
export async function deleteOldMessages(db: Db, before: Date): Promise<void> {
  await db.message.deleteMany({ where: { createdAt: { lt: before } } })
}

/** Removes what the local outbox sent before an instant, and what it holds of messages that are gone. */
export async function deleteOldDeliveries(db: Db, before: Date): Promise<void> {
  await db.$executeRaw`
    delete from local_delivery d where d.sent_at < ${before} or not exists (
      select 1 from message m where m.id::text = d.client_reference)`
}

/** Removes the sessions over since before an instant; the account keeps the date of the last gesture made in them. */
export async function deleteOldSessions(db: Db, before: Date): Promise<void> {
  await db.$executeRaw`
    with gone as (
      delete from session where ended_at < ${before} or expires_at < ${before} returning account_id, last_seen_at
    ), seen as (select account_id, max(last_seen_at) as at from gone group by account_id)
    update account a set last_seen_at = greatest(a.last_seen_at, seen.at) from seen where a.id = seen.account_id`
}

/** Removes the codes asked for before an instant: those to sign in, and those sent to organisations. */
export async function deleteOldCodes(db: Db, before: Date): Promise<void> {
  await db.signInCode.deleteMany({ where: { createdAt: { lt: before }, expiresAt: { lt: before } } })
  await db.organisationVerification.deleteMany({ where: { expiresAt: { lt: before } } })
}

/** Removes the invitations over since before an instant, whatever became of them. */
export async function deleteOldInvitations(db: Db, before: Date): Promise<void> {
  await db.invitation.deleteMany({ where: { expiresAt: { lt: before } } })
}

/** Removes the facts that happened before an instant and have had all their consequences. */
export async function deleteOldFacts(db: Db, before: Date): Promise<void> {
  await db.outboxEvent.deleteMany({ where: { occurredAt: { lt: before }, settledAt: { not: null } } })
}

/** Removes what is left of the accounts erased before an instant. */
export async function deleteOldDepartures(db: Db, before: Date): Promise<void> {
  await db.account.deleteMany({ where: { erasedAt: { lt: before } } })
}
