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

const OFFERS_AT_ONCE = 500

/**
 * Removes the offers closed before an instant, and the drafts and offers under review that nobody touched since another, with
 * their proposals and applications. The database tells `offer.deleted`. Returns how many.
 */
export async function deleteOldOffers(
  db: Db,
  { closedBefore, untouchedBefore }: { closedBefore: Date; untouchedBefore: Date },
): Promise<number> {
  const [row] = await db.$queryRaw<{ count: number }[]>`
    with old as (
      select id from offer where closed_at < ${closedBefore}
        or state in ('draft', 'in_review') and updated_at < ${untouchedBefore}
      order by id limit ${OFFERS_AT_ONCE} for update
    ), answered as (delete from application where offer_id in (select id from old)),
    gone as (delete from offer where id in (select id from old) returning id)
    select count(*)::int as count from gone`
  const count = row?.count ?? 0
  return count < OFFERS_AT_ONCE
    ? count
    : count + (await deleteOldOffers(db, { closedBefore, untouchedBefore }))
}

/** Removes the applications made without any offer to which nothing has happened since before an instant. */
export async function deleteOldSpontaneous(db: Db, before: Date): Promise<void> {
  await db.application.deleteMany({ where: { offerId: null, updatedAt: { lt: before } } })
}

/** Removes the organisations in which nobody is and of which nothing has been heard since before an instant: no offer, no decision. */
export async function deleteEmptyOrganisations(db: Db, before: Date): Promise<void> {
  await db.organisation.deleteMany({
    where: {
      createdAt: { lt: before },
      memberships: { none: {} },
      offers: { none: {} },
      applications: { none: {} },
      invitations: { none: { createdAt: { gte: before } } },
      joinRequests: { none: { createdAt: { gte: before } } },
      changes: { none: { at: { gte: before } } },
    },
  })
}

/** Removes what was proposed before an instant about suspending people, but for those whom a decision still suspends. */
export async function deleteOldSuspensionRequests(db: Db, before: Date): Promise<void> {
  await db.suspensionRequest.deleteMany({
    where: { proposedAt: { lt: before }, NOT: { account: { suspensionReason: 'reasoned_decision' } } },
  })
}
