import { revokeInvitation } from '#app/db/invitations.server.ts'
import { inTransaction } from '#app/db/transaction.server.ts'
import type { Actor } from '#app/domain/actor.ts'
import { canManageProfessionals } from '#app/domain/invitation.policy.ts'
import { ok, type Result, refuse } from '#app/domain/result.ts'

/** Takes back an invitation to a post of the territory. Refusals: `forbidden`, `not_found`. */
export const revokeProfessionalInvitation = (options: {
  actor: Extract<Actor, { kind: 'administrator' }>
  invitationId: string
  now: Date
}): Promise<Result<null>> =>
  inTransaction(async (tx) => {
    const { actor, invitationId: id, now } = options
    const { territoryId } = actor
    if (!canManageProfessionals(actor, territoryId)) return refuse('forbidden')
    return (await revokeInvitation(tx, { territoryId }, { id, now })) ? ok(null) : refuse('not_found')
  })
