import type { Db } from '#app/db/client.server.ts'
import { lockThing } from '#app/db/lock.server.ts'
import { findMembership, listTeam } from '#app/db/memberships.server.ts'
import { inTransaction } from '#app/db/transaction.server.ts'
import type { Actor } from '#app/domain/actor.ts'
import { canDoOnTeam, type TeamAction } from '#app/domain/organisation.policy.ts'
import type { Membership } from '#app/domain/organisation.ts'
import { type Result, refuse } from '#app/domain/result.ts'

export type Recruiter = Extract<Actor, { kind: 'recruiter' }>

/**
 * Does something in the team of the recruiter's organisation, one act at a time, once her or his membership allows it.
 * Refusals: `not_found` without membership, or when what is acted on is not there, `forbidden`, and those of the work.
 */
export const actOnTeam = <T>(
  action: TeamAction,
  actor: Recruiter,
  work: (tx: Db, team: Membership[]) => Promise<Result<T>>,
  isThere: (tx: Db, team: readonly Membership[]) => Promise<boolean> = async () => true,
): Promise<Result<T>> =>
  inTransaction(async (tx) => {
    const { accountId, organisationId } = actor
    await lockThing(tx, 'organisation', organisationId)
    const own = await findMembership(tx, { accountId, organisationId })
    if (!own) return refuse('not_found')
    const team = await listTeam(tx, organisationId)
    if (!(await isThere(tx, team))) return refuse('not_found')
    return canDoOnTeam(actor, own, action) ? work(tx, team) : refuse('forbidden')
  })

/** Whether somebody is in the team. */
export const isInTeam =
  (memberId: string) =>
  async (_tx: Db, team: readonly Membership[]): Promise<boolean> =>
    team.some(({ accountId }) => accountId === memberId)
