import type { Role } from './actor.ts'
import type { MembershipRole } from './organisation.ts'

/** How long an invitation waits to be accepted, in days. */
export const INVITATION_DAYS = 14

const DAY_MS = 86_400_000

/** A place offered to an account: in an organisation, or a post of the territory when `organisationId` is null. */
export type Invitation = {
  id: string
  tokenHash: string
  territoryId: string
  accountId: string
  role: Role
  organisationId: string | null
  membershipRole: MembershipRole | null
  invitedById: string
  /** Enough of the contact for whoever typed it to know it again. */
  contactHint: string
  createdAt: Date
  expiresAt: Date
  usedAt: Date | null
  revokedAt: Date | null
}

export type InvitationState = 'open' | 'used' | 'revoked' | 'expired'

/** The instant after which an invitation written at `createdAt` is worth nothing. */
export const invitationExpiresAt = (createdAt: Date): Date =>
  new Date(createdAt.getTime() + INVITATION_DAYS * DAY_MS)

/** Where an invitation stands: it serves once, until it expires or is taken back. */
export function invitationState(
  { usedAt, revokedAt, expiresAt }: Pick<Invitation, 'usedAt' | 'revokedAt' | 'expiresAt'>,
  now: Date,
): InvitationState {
  if (usedAt) return 'used'
  if (revokedAt) return 'revoked'
  return expiresAt.getTime() <= now.getTime() ? 'expired' : 'open'
}

/** Enough of a contact to be known again by whoever typed it: "n…@exemple.fr", "06 … 01". */
export function contactHint(contact: { phone: string } | { email: string }): string {
  if ('phone' in contact)
    return `${contact.phone.replace(/^\+33/, '0').slice(0, 2)} … ${contact.phone.slice(-2)}`
  const at = contact.email.lastIndexOf('@')
  return `${contact.email.slice(0, 1)}…${contact.email.slice(at)}`
}
