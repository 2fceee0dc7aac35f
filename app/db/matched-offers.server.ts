import type { Scope } from '#app/domain/actor.ts'
import type { Match, MatchState } from '#app/domain/match.ts'
import type { Db } from './client.server.ts'
import { matchesWithin, toMatch } from './matches.server.ts'
import { type NamedOffer, toNamedOffer, withNames } from './named-offers.server.ts'

export type MatchedOffer = { match: Match; named: NamedOffer }

/**
 * The published offers matched with the people of a scope, in these states of the match and with no closed gate, best
 * first, ties by nearer then by id; at most `limit`.
 */
export async function listMatchedOffers(
  db: Db,
  scope: Scope,
  options: { states: readonly MatchState[]; limit: number },
): Promise<MatchedOffer[]> {
  const rows = await db.match.findMany({
    where: {
      AND: [
        matchesWithin(scope),
        { state: { in: [...options.states] }, missing: { isEmpty: true }, offer: { state: 'published' } },
      ],
    },
    include: { offer: { include: withNames } },
    orderBy: [{ scoreTenths: 'desc' }, { distanceKm: 'asc' }, { offerId: 'asc' }],
    take: options.limit,
  })
  return rows.map(({ offer, ...match }) => ({ match: toMatch(match), named: toNamedOffer(offer) }))
}
