import { findAccount } from '#app/db/accounts.server.ts'
import { decideLeaving } from '#app/domain/organisation.team.ts'
import { ok, type Result, refuse } from '#app/domain/result.ts'
import { actOnTeam, type Recruiter } from './act-on-team.server.ts'
import { endMembership } from './end-membership.server.ts'
import { type OpenedSession, openSession, type Visit } from './open-session.server.ts'

/** Leaves the team, and goes on in a new session under another hat, if any. Refusals: `not_found`, `last_administrator`. */
export const leaveOrganisation = (options: {
  actor: Recruiter
  visit: Visit
  now: Date
}): Promise<Result<OpenedSession>> => {
  const { actor, visit, now } = options
  const { accountId, organisationId } = actor
  return actOnTeam('leave', actor, async (tx, team) => {
    const decided = decideLeaving(team, accountId)
    if (!decided.ok) return decided
    const account = await findAccount(tx, accountId)
    if (!account) return refuse('not_found')
    await endMembership(tx, { accountId, organisationId, byId: accountId, now })
    return ok(await openSession(tx, { account, visit, confirmedAt: null, now }))
  })
}
