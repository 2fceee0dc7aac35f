import { inviteMember } from '#app/use-cases/invite-member.server.ts'
import { inviteProfessional } from '#app/use-cases/invite-professional.server.ts'
import type { SeedOrganisation } from './organisations.ts'
import type { SeedAccount } from './people.ts'
import { recruiterOf, told } from './story-teller.ts'

/** Two invitations that nobody has accepted yet, left for the worker to send: to an organisation, and to a post. */
export async function inviteTwo(options: {
  organisation: SeedOrganisation
  staff: readonly SeedAccount[]
  now: Date
}): Promise<void> {
  const { organisation, staff, now } = options
  const contact = 'thomas.valtier@example.org'
  told(await inviteMember({ actor: recruiterOf(organisation), contact, role: 'member', now }))
  const administrator = staff.find(({ role }) => role === 'administrator')
  if (!administrator) return
  const { id: accountId, territoryId } = administrator
  told(
    await inviteProfessional({
      actor: { kind: 'administrator', accountId, territoryId },
      contact: 'pauline.roger@example.org',
      role: 'facilitator',
      now,
    }),
  )
}
