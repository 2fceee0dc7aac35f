import type { Role } from '#app/domain/actor.ts'
import type { Invitation } from '#app/domain/invitation.ts'
import type { MembershipRole } from '#app/domain/organisation.ts'
import type { Db } from './client.server.ts'
import type { Invitation as InvitationRow } from './generated/client.ts'

const toInvitation = (row: InvitationRow): Invitation => ({
  ...row,
  role: row.role as Role,
  membershipRole: row.membershipRole as MembershipRole | null,
})

/** Where invitations are managed: in an organisation, or among the posts of a territory. */
export type InvitationPlace = { organisationId: string } | { territoryId: string }

const placed = (place: InvitationPlace) =>
  'organisationId' in place ? place : { ...place, organisationId: null }

const isOpen = (now: Date) => ({ usedAt: null, revokedAt: null, expiresAt: { gt: now } })

/** Writes an invitation. */
export async function createInvitation(tx: Db, invitation: Invitation): Promise<void> {
  await tx.invitation.create({ data: invitation })
}

/** The invitation of a token, known by its SHA-256, or null. */
export async function findInvitationByToken(db: Db, tokenHash: string): Promise<Invitation | null> {
  const row = await db.invitation.findUnique({ where: { tokenHash } })
  return row && toInvitation(row)
}

/** The invitation with this id, or null. */
export async function findInvitation(db: Db, id: string): Promise<Invitation | null> {
  const row = await db.invitation.findUnique({ where: { id } })
  return row && toInvitation(row)
}

/** The invitations of a place that may still be accepted, newest first. */
export async function listWaitingInvitations(
  db: Db,
  place: InvitationPlace,
  now: Date,
): Promise<Invitation[]> {
  const rows = await db.invitation.findMany({
    where: { ...placed(place), ...isOpen(now) },
    orderBy: [{ createdAt: 'desc' }, { id: 'asc' }],
  })
  return rows.map(toInvitation)
}

/** Marks an invitation accepted; false when it no longer may be. */
export async function markInvitationUsed(tx: Db, id: string, now: Date): Promise<boolean> {
  const { count } = await tx.invitation.updateMany({ where: { id, ...isOpen(now) }, data: { usedAt: now } })
  return count === 1
}

/** Takes an invitation of a place back; false when it is not there, accepted, or taken back already. */
export async function revokeInvitation(
  tx: Db,
  place: InvitationPlace,
  { id, now }: { id: string; now: Date },
): Promise<boolean> {
  const { count } = await tx.invitation.updateMany({
    where: { id, ...placed(place), usedAt: null, revokedAt: null },
    data: { revokedAt: now },
  })
  return count === 1
}

/** Takes back what waits for an account in a place, so that the last invitation alone can be accepted. */
export async function revokeWaitingInvitations(
  tx: Db,
  place: InvitationPlace,
  { accountId, now }: { accountId: string; now: Date },
): Promise<void> {
  await tx.invitation.updateMany({
    where: { accountId, ...placed(place), ...isOpen(now) },
    data: { revokedAt: now },
  })
}
