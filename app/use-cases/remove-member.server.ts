import { decideRemoval } from '#app/domain/organisation.team.ts'
import { ok, type Result } from '#app/domain/result.ts'
import { actOnTeam, isInTeam, type Recruiter } from './act-on-team.server.ts'
import { endMembership } from './end-membership.server.ts'

/** An administrator removes somebody else from the team, at once. Refusals: `not_found`, `forbidden`. */
export const removeMember = (options: {
  actor: Recruiter
  memberId: string
  now: Date
}): Promise<Result<null>> => {
  const { actor, memberId, now } = options
  const { accountId: byId, organisationId } = actor
  return actOnTeam(
    'remove',
    actor,
    async (tx, team) => {
      const decided = decideRemoval(team, { byId, targetId: memberId })
      if (!decided.ok) return decided
      await endMembership(tx, { accountId: memberId, organisationId, byId, now })
      return ok(null)
    },
    isInTeam(memberId),
  )
}
