import type { OfferChange } from '#app/domain/offer.decide.ts'
import { isClosed, type Offer } from '#app/domain/offer.ts'
import type { ImportedOffer } from '#app/domain/sourced-offer.decide.ts'
import { newOrderedId } from '#app/system/id.server.ts'
import { createHistory } from './bulk.server.ts'
import type { Db } from './client.server.ts'
import { toOffer, withApplicationCount } from './offers.server.ts'

/** Waits for its turn: one import of a source at a time, until the transaction ends. */
export async function lockSource(tx: Db, source: string): Promise<void> {
  await tx.$queryRaw`select pg_advisory_xact_lock(hashtextextended(${source}, 72707370))::text`
}

/** The offers of a source among these ids, by source id, with what people did to them here. */
export async function findSourcedOffers(
  db: Db,
  options: { source: string; sourceIds: string[] },
): Promise<Map<string, ImportedOffer>> {
  const rows = await db.offer.findMany({
    where: { source: options.source, sourceId: { in: options.sourceIds } },
    include: {
      ...withApplicationCount,
      changes: {
        where: { accountId: { not: null } },
        select: { action: true, toState: true },
        orderBy: { at: 'desc' },
      },
    },
  })
  return new Map(
    rows.map(({ changes, ...row }) => [
      row.sourceId ?? '',
      {
        offer: toOffer(row),
        isEditedByPerson: changes.some(({ action }) => action === 'edit'),
        isClosedByPerson: isClosed(row.state as Offer['state']) && changes[0]?.toState === row.state,
      },
    ]),
  )
}

/** The offers of a source in a territory that are still open here: their own id by source id. */
export async function listOpenSourceIds(
  db: Db,
  options: { source: string; territoryId: string },
): Promise<Map<string, string>> {
  const rows = await db.offer.findMany({
    where: { ...options, state: { in: ['draft', 'in_review', 'published', 'suspended'] } },
    select: { id: true, sourceId: true },
  })
  return new Map(rows.map(({ id, sourceId }) => [sourceId ?? '', id]))
}

/** These offers, whatever their state. */
export async function listOffersById(db: Db, ids: string[]): Promise<Offer[]> {
  const rows = await db.offer.findMany({ where: { id: { in: ids } }, include: withApplicationCount })
  return rows.map(toOffer)
}

/** Adds one line to the history of each offer, written by the platform itself. */
export async function addOfferChanges(
  tx: Db,
  changes: readonly { offerId: string; change: OfferChange }[],
  now: Date,
): Promise<void> {
  await createHistory(
    tx,
    'offer',
    changes.map(({ offerId, change }) => ({
      id: newOrderedId(),
      subjectId: offerId,
      action: change.action,
      fromState: change.from,
      toState: change.to,
      reason: change.reason,
      accountId: null,
      at: now,
    })),
  )
}

/** Pushes the expiry of these offers, which says nothing new of them: their version stays. */
export async function renewOffers(tx: Db, ids: string[], expiresAt: Date): Promise<void> {
  if (ids.length > 0) await tx.offer.updateMany({ where: { id: { in: ids } }, data: { expiresAt } })
}
