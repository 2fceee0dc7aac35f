import { inTransaction } from '#app/db/transaction.server.ts'
import { type Actor, isProfessional, type ProfessionalRole } from '#app/domain/actor.ts'
import { canManageProfessionals } from '#app/domain/invitation.policy.ts'
import { contactHint } from '#app/domain/invitation.ts'
import { type Result, refuse } from '#app/domain/result.ts'
import { readContact } from './read-contact.server.ts'
import { findInvited, takeInvitation, writeInvitation } from './write-invitation.server.ts'

/**
 * An administrator of the territory invites somebody to a post. Refusals: `invalid_input` on `contact`, `forbidden`,
 * `post_held`, `too_many_requests`.
 */
export async function inviteProfessional(options: {
  actor: Extract<Actor, { kind: 'administrator' }>
  contact: string
  role: ProfessionalRole
  now: Date
}): Promise<Result<null>> {
  const { actor, role, now } = options
  const { accountId: invitedById, territoryId } = actor
  const contact = readContact(options.contact)
  if (typeof contact === 'string') return refuse('invalid_input', { contact: [contact] })
  if (!canManageProfessionals(actor, territoryId)) return refuse('forbidden')
  if (!(await takeInvitation(invitedById, now))) return refuse('too_many_requests')
  return inTransaction(async (tx) => {
    const account = await findInvited(tx, { contact, territoryId, now })
    if (account?.territoryId !== territoryId) return refuse('not_found')
    if (isProfessional(account.role)) return refuse('post_held')
    return writeInvitation(tx, {
      accountId: account.id,
      place: { territoryId },
      role,
      membershipRole: null,
      organisationId: null,
      territoryId,
      invitedById,
      contactHint: contactHint(contact),
      now,
    })
  })
}
