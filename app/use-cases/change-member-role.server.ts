import { saveMembershipRole } from '#app/db/memberships.server.ts'
import { decideMemberRole } from '#app/domain/organisation.team.ts'
import type { MembershipRole } from '#app/domain/organisation.ts'
import { ok, type Result } from '#app/domain/result.ts'
import { actOnTeam, isInTeam, type Recruiter } from './act-on-team.server.ts'

/** An administrator changes what a member may do. Refusals: `not_found`, `forbidden`, `last_administrator`. */
export const changeMemberRole = (options: {
  actor: Recruiter
  memberId: string
  role: MembershipRole
}): Promise<Result<null>> => {
  const { actor, memberId, role } = options
  return actOnTeam(
    'set_role',
    actor,
    async (tx, team) => {
      const decided = decideMemberRole(team, { targetId: memberId, role })
      if (!decided.ok) return decided
      const { organisationId } = actor
      await saveMembershipRole(tx, { accountId: memberId, organisationId, role })
      return ok(null)
    },
    isInTeam(memberId),
  )
}
