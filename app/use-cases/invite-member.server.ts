import { contactHint } from '#app/domain/invitation.ts'
import type { MembershipRole } from '#app/domain/organisation.ts'
import { type Result, refuse } from '#app/domain/result.ts'
import { actOnTeam, type Recruiter } from './act-on-team.server.ts'
import { readContact } from './read-contact.server.ts'
import { findInvited, takeInvitation, writeInvitation } from './write-invitation.server.ts'

/**
 * An organisation's administrator invites somebody by phone or e-mail, known here or not: the answer is the same. Refusals:
 * `invalid_input` on `contact`, `forbidden`, `already_member`, `too_many_requests`.
 */
export async function inviteMember(options: {
  actor: Recruiter
  contact: string
  role: MembershipRole
  now: Date
}): Promise<Result<null>> {
  const { actor, role, now } = options
  const { accountId: invitedById, organisationId, territoryId } = actor
  const contact = readContact(options.contact)
  if (typeof contact === 'string') return refuse('invalid_input', { contact: [contact] })
  if (!(await takeInvitation(invitedById, now))) return refuse('too_many_requests')
  return actOnTeam('invite', actor, async (tx, team) => {
    const account = await findInvited(tx, { contact, territoryId, now })
    if (!account) return refuse('not_found')
    if (team.some(({ accountId }) => accountId === account.id)) return refuse('already_member')
    return writeInvitation(tx, {
      accountId: account.id,
      place: { organisationId },
      role: 'recruiter',
      membershipRole: role,
      organisationId,
      territoryId,
      invitedById,
      contactHint: contactHint(contact),
      now,
    })
  })
}
