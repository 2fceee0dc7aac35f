import { z } from 'zod'
import { type Actor, accountIdOf, type Scope } from '#app/domain/actor.ts'
import type { MatchChange } from '#app/domain/match.decide.ts'
import type { Match, MatchState } from '#app/domain/match.ts'
import { CRITERIA, type Gate } from '#app/domain/matching/criteria.ts'
import { newId } from '#app/system/id.server.ts'
import type { Db } from './client.server.ts'
import type { Match as MatchRow, Prisma } from './generated/client.ts'

const criteriaSchema = z.array(z.object({ criterion: z.enum(CRITERIA), tenths: z.number() }))

/** A match row as the domain's match. */
export const toMatch = (row: MatchRow): Match => ({
  ...row,
  criteria: criteriaSchema.parse(row.criteria),
  missing: row.missing as Gate[],
  state: row.state as MatchState,
})

/** The rows a scope may reach. Nobody in particular reaches none. */
export function matchesWithin(scope: Scope): Prisma.MatchWhereInput {
  switch (scope.kind) {
    case 'organisation':
      return { offer: { organisationId: scope.organisationId } }
    case 'territory':
      return { territoryId: scope.territoryId }
    case 'candidate':
      return { profileId: scope.profileId }
    case 'system':
      return {}
    default:
      return { id: { in: [] } }
  }
}

/** The match with this id within the scope, or null. */
export async function findMatch(db: Db, scope: Scope, id: string): Promise<Match | null> {
  const row = await db.match.findFirst({ where: { AND: [matchesWithin(scope), { id }] } })
  return row && toMatch(row)
}

/** The match of this offer and this person within the scope, or null. */
export async function findMatchOfPair(
  db: Db,
  scope: Scope,
  pair: { offerId: string; profileId: string },
): Promise<Match | null> {
  const row = await db.match.findFirst({ where: { AND: [matchesWithin(scope), pair] } })
  return row && toMatch(row)
}

/** The person's matches within the scope, best first, ties by nearer then by id. */
export async function listMatchesOfProfile(db: Db, scope: Scope, profileId: string): Promise<Match[]> {
  const rows = await db.match.findMany({
    where: { AND: [matchesWithin(scope), { profileId }] },
    orderBy: [{ scoreTenths: 'desc' }, { distanceKm: 'asc' }, { offerId: 'asc' }],
  })
  return rows.map(toMatch)
}

/** The offer's matches within the scope, best first, ties by nearer then by id. */
export async function listMatchesOfOffer(db: Db, scope: Scope, offerId: string): Promise<Match[]> {
  const rows = await db.match.findMany({
    where: { AND: [matchesWithin(scope), { offerId }] },
    orderBy: [{ scoreTenths: 'desc' }, { distanceKm: 'asc' }, { profileId: 'asc' }],
  })
  return rows.map(toMatch)
}

/** How many people of an offer said yes or applied. */
export const countInterested = (db: Db, offerId: string): Promise<number> =>
  db.match.count({ where: { offerId, state: { in: ['interested', 'applied'] } } })

/**
 * Saves what people decide on a match — state, reason — when the stored version is `expectedVersion`; false when
 * somebody saved it in between. The engine alone writes score and criteria.
 */
export async function saveMatch(db: Db, match: Match, expectedVersion: number): Promise<boolean> {
  const { id, state, reason, version, updatedAt } = match
  const data = { state, reason, version, updatedAt }
  return (await db.match.updateMany({ where: { id, version: expectedVersion }, data })).count === 1
}

/** Adds a line to a match's history. */
export async function addMatchChange(
  db: Db,
  matchId: string,
  change: MatchChange & { actor: Actor; now: Date },
): Promise<void> {
  await db.matchChange.create({
    data: {
      id: newId(),
      matchId,
      action: change.action,
      fromState: change.from,
      toState: change.to,
      reason: change.reason,
      accountId: accountIdOf(change.actor),
      at: change.now,
    },
  })
}
