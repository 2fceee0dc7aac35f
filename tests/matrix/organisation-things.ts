import { db } from '#app/db/client.server.ts'
import { createInvitation } from '#app/db/invitations.server.ts'
import { createMembership } from '#app/db/memberships.server.ts'
import type { Invitation } from '#app/domain/invitation.ts'
import { newId } from '#app/system/id.server.ts'
import { hashToken, invitationToken } from '#app/system/secrets.server.ts'
import { createAccount } from '#tests/factories/account.ts'
import { createOrganisation } from '#tests/factories/organisation.ts'
import type { Thing } from './row.ts'
import type { World } from './world.ts'

const DAY_MS = 86_400_000
const WHOSE_TEAM = ['own', 'other_organisation', 'other_territory'] as const
type WhoseTeam = (typeof WHOSE_TEAM)[number]
const WHOSE_TERRITORY = ['own', 'other_territory'] as const

const placeOf = (world: World, whose: WhoseTeam) =>
  whose === 'own' ? world.here : whose === 'other_organisation' ? world.beside : world.away

async function invite(more: Partial<Invitation> & { territoryId: string }): Promise<Invitation> {
  const { id: accountId } = await createAccount({ territoryId: more.territoryId })
  const { id: invitedById } = await createAccount({ territoryId: more.territoryId })
  const id = newId()
  const invitation: Invitation = {
    id,
    tokenHash: hashToken(invitationToken(id)),
    accountId,
    role: 'recruiter',
    organisationId: null,
    membershipRole: null,
    invitedById,
    contactHint: '06 … 00',
    createdAt: new Date(),
    expiresAt: new Date(Date.now() + DAY_MS),
    usedAt: null,
    revokedAt: null,
    ...more,
  }
  await createInvitation(db(), invitation)
  return invitation
}

/** A member of the visitors' organisation, of another one, of another territory. */
export const member = (): Thing<WhoseTeam> => ({
  whose: WHOSE_TEAM,
  make: async (world, whose) => {
    const { territoryId, organisationId } = placeOf(world, whose)
    const { id: accountId } = await createAccount({ territoryId, role: 'recruiter' })
    await createMembership(db(), { accountId, organisationId, role: 'member' }, new Date())
    return { ids: { member: accountId } }
  },
})

/** An invitation into the visitors' organisation, into another one, into one of another territory. */
export const memberInvitation = (): Thing<WhoseTeam> => ({
  whose: WHOSE_TEAM,
  make: async (world, whose) => {
    const { id } = await invite({ ...placeOf(world, whose), membershipRole: 'member' })
    return { ids: { invitation: id } }
  },
})

/** Somebody who asks for a place in the visitors' organisation, in another one, in one of another territory. */
export const joinRequest = (): Thing<WhoseTeam> => ({
  whose: WHOSE_TEAM,
  make: async (world, whose) => {
    const { territoryId, organisationId } = placeOf(world, whose)
    const { id: accountId } = await createAccount({ territoryId })
    const { id } = await db().joinRequest.create({
      data: { id: newId(), organisationId, accountId, createdAt: new Date() },
    })
    return { ids: { request: id } }
  },
})

/** An organisation to verify in the visitors' territory, in another one; `archived`: closed already. */
export const pendingOrganisation = (): Thing<'own' | 'other_territory' | 'archived'> => ({
  whose: ['own', 'other_territory', 'archived'],
  make: async (world, whose) => {
    const { territoryId } = whose === 'other_territory' ? world.away : world.here
    const state = whose === 'archived' ? 'closed' : 'pending'
    const { id } = await createOrganisation({ territoryId, state })
    return { params: { organisationId: id } }
  },
})

/** Somebody who holds a post in the visitors' territory, or in another one. */
export const professional = (): Thing<(typeof WHOSE_TERRITORY)[number]> => ({
  whose: WHOSE_TERRITORY,
  make: async (world, whose) => {
    const { territoryId } = placeOf(world, whose)
    return { ids: { account: (await createAccount({ territoryId, role: 'hotline' })).id } }
  },
})

/** An invitation to a post of the visitors' territory, or of another one. */
export const postInvitation = (): Thing<(typeof WHOSE_TERRITORY)[number]> => ({
  whose: WHOSE_TERRITORY,
  make: async (world, whose) => {
    const { territoryId } = placeOf(world, whose)
    return { ids: { invitation: (await invite({ territoryId, role: 'referent' })).id } }
  },
})

/** The link of an invitation sent to somebody who is none of the visitors: open, too old, taken back. */
export const invitationLink = (): Thing<'open' | 'late' | 'archived'> => ({
  whose: ['open', 'late', 'archived'],
  make: async (world, whose) => {
    const past = new Date(Date.now() - DAY_MS)
    const over = whose === 'late' ? { expiresAt: past } : whose === 'archived' ? { revokedAt: past } : {}
    const { id } = await invite({ ...world.here, membershipRole: 'member', ...over })
    return { params: { token: invitationToken(id) } }
  },
})

/** A code that somebody else had sent to an organisation. */
export const organisationVerification = (): Thing<'other_person'> => ({
  whose: ['other_person'],
  make: async (world) => {
    const { id } = await db().organisationVerification.create({
      data: {
        id: newId(),
        organisationId: world.here.organisationId,
        accountId: world.other.accountId,
        createdAt: new Date(),
        expiresAt: new Date(Date.now() + 600_000),
      },
    })
    return { params: { verificationId: id } }
  },
})
