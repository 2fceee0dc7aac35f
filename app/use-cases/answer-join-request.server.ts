import { decideJoinRequest, findOpenJoinRequest } from '#app/db/join-requests.server.ts'
import { ok, type Result, refuse } from '#app/domain/result.ts'
import { actOnTeam, type Recruiter } from './act-on-team.server.ts'
import { joinOrganisation } from './join-organisation.server.ts'

/** An administrator lets in, as a member, somebody who asked, or does not. Refusals: `not_found`, `forbidden`. */
export const answerJoinRequest = (options: {
  actor: Recruiter
  joinRequestId: string
  decision: 'accepted' | 'declined'
  now: Date
}): Promise<Result<null>> => {
  const { actor, joinRequestId: id, decision, now } = options
  const { organisationId } = actor
  return actOnTeam(
    'answer',
    actor,
    async (tx) => {
      const accountId = await decideJoinRequest(tx, { id, organisationId }, { decision, now })
      if (!accountId) return refuse('not_found')
      if (decision === 'accepted')
        await joinOrganisation(tx, { accountId, organisationId, role: 'member' }, now)
      return ok(null)
    },
    async (tx) => (await findOpenJoinRequest(tx, id))?.organisationId === organisationId,
  )
}
