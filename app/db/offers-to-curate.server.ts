import type { Scope } from '#app/domain/actor.ts'
import type { MatchState } from '#app/domain/match.ts'
import { countProposedByOffer, listOfferIdsToDecide } from './allocations.server.ts'
import type { Db } from './client.server.ts'
import { type NamedOffer, toNamedOffer, withNames } from './named-offers.server.ts'
import { offersWithin } from './offers.server.ts'

/** An offer as the desk lists it: with its names, and how far its proposals are. */
export type CuratedOffer = NamedOffer & { matches: Partial<Record<MatchState, number>> }

/** The matches of each offer, counted by state: of those that nobody has decided on, only whom it proposes now. */
async function countMatches(db: Db, offerIds: string[]) {
  const [groups, proposed] = await Promise.all([
    db.match.groupBy({
      by: ['offerId', 'state'],
      where: { offerId: { in: offerIds }, state: { not: 'proposed' } },
      _count: true,
    }),
    countProposedByOffer(db, offerIds),
  ])
  const counts = new Map<string, Partial<Record<MatchState, number>>>()
  for (const [offerId, count] of proposed) counts.set(offerId, { proposed: count })
  for (const { offerId, state, _count } of groups)
    counts.set(offerId, { ...counts.get(offerId), [state]: _count })
  return counts
}

/** Offers waiting to be read again, the oldest first, at most `limit`, and how many wait in all. */
export async function listOffersToReview(db: Db, scope: Scope, limit: number) {
  const where = { AND: [offersWithin(scope), { state: 'in_review' }] }
  const [rows, total] = await Promise.all([
    db.offer.findMany({
      where,
      include: withNames,
      orderBy: [{ updatedAt: 'asc' }, { id: 'asc' }],
      take: limit,
    }),
    db.offer.count({ where }),
  ])
  return { offers: rows.map((row) => ({ ...toNamedOffer(row), matches: {} })), total }
}

/**
 * Published offers of the scope, a page at a time. `waiting` keeps those with proposals to decide on; offers with fewest
 * people served come first, then the newest.
 */
export async function listOffersToCurate(
  db: Db,
  scope: Scope,
  options: { page: number; pageSize: number; waiting: boolean; kind: string | null; text: string },
) {
  const { page, pageSize, waiting, kind, text } = options
  const where = {
    AND: [
      offersWithin(scope),
      { state: 'published' },
      kind ? { kind } : {},
      text ? { title: { contains: text, mode: 'insensitive' as const } } : {},
      waiting && scope.kind === 'territory'
        ? { id: { in: await listOfferIdsToDecide(db, scope.territoryId) } }
        : {},
    ],
  }
  const [rows, total] = await Promise.all([
    db.offer.findMany({
      where,
      include: withNames,
      orderBy: [{ applications: { _count: 'asc' } }, { publishedAt: 'desc' }, { id: 'asc' }],
      skip: (page - 1) * pageSize,
      take: pageSize,
    }),
    db.offer.count({ where }),
  ])
  const counts = await countMatches(
    db,
    rows.map((row) => row.id),
  )
  return { offers: rows.map((row) => ({ ...toNamedOffer(row), matches: counts.get(row.id) ?? {} })), total }
}
