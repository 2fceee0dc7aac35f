import { saveMembershipRole } from '#app/db/memberships.server.ts'
import { decideHandOver } from '#app/domain/organisation.team.ts'
import { ok, type Result } from '#app/domain/result.ts'
import { actOnTeam, isInTeam, type Recruiter } from './act-on-team.server.ts'

/** An administrator hands over to a member: that one administers, and she or he is a member from then on. Refusals: `not_found`, `forbidden`. */
export const handOverOrganisation = (options: {
  actor: Recruiter
  memberId: string
}): Promise<Result<null>> => {
  const { actor, memberId } = options
  const { accountId, organisationId } = actor
  return actOnTeam(
    'hand_over',
    actor,
    async (tx, team) => {
      const decided = decideHandOver(team, { byId: accountId, targetId: memberId })
      if (!decided.ok) return decided
      await saveMembershipRole(tx, { accountId: memberId, organisationId, role: 'administrator' })
      await saveMembershipRole(tx, { accountId, organisationId, role: 'member' })
      return ok(null)
    },
    isInTeam(memberId),
  )
}
