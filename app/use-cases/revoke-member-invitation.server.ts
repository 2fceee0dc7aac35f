import { findInvitation, revokeInvitation } from '#app/db/invitations.server.ts'
import { ok, type Result, refuse } from '#app/domain/result.ts'
import { actOnTeam, type Recruiter } from './act-on-team.server.ts'

/** Takes back an invitation into the recruiter's organisation. Refusals: `not_found`, `forbidden`. */
export const revokeMemberInvitation = (options: {
  actor: Recruiter
  invitationId: string
  now: Date
}): Promise<Result<null>> => {
  const { actor, invitationId: id, now } = options
  const { organisationId } = actor
  return actOnTeam(
    'revoke',
    actor,
    async (tx) =>
      (await revokeInvitation(tx, { organisationId }, { id, now })) ? ok(null) : refuse('not_found'),
    async (tx) => (await findInvitation(tx, id))?.organisationId === organisationId,
  )
}
