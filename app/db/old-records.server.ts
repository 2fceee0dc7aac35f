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

/** Removes the codes sent to organisations and to a contact about to change that expired before an instant. */
export async function deleteOldVerifications(db: Db, before: Date): Promise<void> {
  await db.organisationVerification.deleteMany({ where: { expiresAt: { lt: before } } })
  await db.contactProof.deleteMany({ where: { expiresAt: { lt: before } } })
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
