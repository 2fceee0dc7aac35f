import { findAccount } from '#app/db/accounts.server.ts'
import { db } from '#app/db/client.server.ts'
import { findInvitationByToken } from '#app/db/invitations.server.ts'
import { findOrganisation } from '#app/db/organisations.server.ts'
import { ROLE_LABELS } from '#app/domain/account.labels.ts'
import type { RefusalCode } from '#app/domain/errors.ts'
import { invitationState } from '#app/domain/invitation.ts'
import { MEMBERSHIP_ROLE_LABELS } from '#app/domain/organisation.labels.ts'
import { hashToken } from '#app/system/secrets.server.ts'

/** What the holder of an invitation's link reads. Nothing of the invitation is said to another account, or once it is over. */
export type InvitationPage =
  | { kind: 'over'; code: Extract<RefusalCode, `invitation_${string}`> }
  | { kind: 'other_account' }
  | {
      kind: 'open'
      inviterName: string
      organisationName: string | null
      placeLabel: string
      expiresAt: string
      isSignedIn: boolean
      needsName: boolean
    }

/** The page of an invitation for whoever is signed in, or for nobody in particular; null when the link is not ours. */
export async function getInvitationPage(options: {
  token: string
  accountId: string | null
  now: Date
}): Promise<InvitationPage | null> {
  const { token, accountId, now } = options
  const invitation = await findInvitationByToken(db(), hashToken(token))
  if (!invitation) return null
  if (accountId && accountId !== invitation.accountId) return { kind: 'other_account' }
  const state = invitationState(invitation, now)
  if (state !== 'open') return { kind: 'over', code: `invitation_${state}` }
  const { organisationId, membershipRole, role, invitedById, expiresAt } = invitation
  const [inviter, account, organisation] = await Promise.all([
    findAccount(db(), invitedById),
    findAccount(db(), invitation.accountId),
    organisationId ? findOrganisation(db(), { kind: 'system' }, organisationId) : null,
  ])
  return {
    kind: 'open',
    inviterName: inviter ? `${inviter.firstName} ${inviter.lastName}`.trim() : '',
    organisationName: organisation?.name ?? null,
    placeLabel: organisationId ? MEMBERSHIP_ROLE_LABELS[membershipRole ?? 'member'] : ROLE_LABELS[role],
    expiresAt: expiresAt.toISOString(),
    isSignedIn: accountId !== null,
    needsName: account?.firstName === '' && account.lastName === '',
  }
}
