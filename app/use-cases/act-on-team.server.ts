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
 * Refusals: `not_found` without membership, `forbidden`, and those of the work.
 */
export const actOnTeam = <T>(
  action: TeamAction,
  actor: Recruiter,
  work: (tx: Db, team: Membership[]) => Promise<Result<T>>,
): Promise<Result<T>> =>
  inTransaction(async (tx) => {
    const { accountId, organisationId } = actor
    await lockThing(tx, 'organisation', organisationId)
    const own = await findMembership(tx, { accountId, organisationId })
    if (!own) return refuse('not_found')
    if (!canDoOnTeam(actor, own, action)) return refuse('forbidden')
    return work(tx, await listTeam(tx, organisationId))
  })
