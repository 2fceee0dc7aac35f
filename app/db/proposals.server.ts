import type { Scope } from '#app/domain/actor.ts'
import type { Match } from '#app/domain/match.ts'
import type { Profile } from '#app/domain/profile.ts'
import type { Db } from './client.server.ts'
import type { Prisma } from './generated/client.ts'
import { toMatch } from './matches.server.ts'
import { toProfile } from './profiles.server.ts'

/** A match with the person it proposes; `isReachable` while messages may be sent to her or him. */
export type ProposalRow = {
  match: Match
  profile: Profile
  isReachable: boolean
  firstName: string
  lastName: string
  communeName: string
}

/** The matches that an offer shows as its proposals: who is proposed now, and whom somebody acted on but who said no. */
export const proposalsOf = (offerId: string) =>
  ({
    AND: [
      { offerId },
      { OR: [{ profile: { allocations: { some: { offerId } } } }, { state: { not: 'proposed' } }] },
      { state: { not: 'declined' } },
    ],
  }) satisfies Prisma.MatchWhereInput

/**
 * The proposals of an offer within a territory or an organisation, best first, ties by nearer then by id; at most `limit`:
 * whom it proposes now, and those already acted on. People in reserve are not among them, nor those who said no: a refusal
 * is theirs alone. Any other scope gets none.
 */
export async function listProposals(
  db: Db,
  scope: Scope,
  options: { offerId: string; limit: number },
): Promise<ProposalRow[]> {
  const within =
    scope.kind === 'territory'
      ? { territoryId: scope.territoryId }
      : scope.kind === 'organisation'
        ? { offer: { organisationId: scope.organisationId } }
        : null
  if (!within) return []
  const { offerId, limit } = options
  const rows = await db.match.findMany({
    where: { AND: [within, proposalsOf(offerId)] },
    include: {
      profile: {
        include: {
          account: { select: { firstName: true, lastName: true, status: true, channel: true } },
          commune: { select: { name: true } },
        },
      },
    },
    orderBy: [{ scoreTenths: 'desc' }, { distanceKm: 'asc' }, { profileId: 'asc' }],
    take: limit,
  })
  return rows.map(({ profile: { account, commune, ...profile }, ...match }) => ({
    match: toMatch(match),
    profile: toProfile(profile),
    isReachable: account.status === 'active' && account.channel !== 'none',
    firstName: account.firstName,
    lastName: account.lastName,
    communeName: commune.name,
  }))
}
