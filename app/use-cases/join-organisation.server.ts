import { changeAccountRole } from '#app/db/accounts.server.ts'
import type { Db } from '#app/db/client.server.ts'
import { createMembership } from '#app/db/memberships.server.ts'
import { findHatOwner } from '#app/db/sessions.server.ts'
import type { Membership } from '#app/domain/organisation.ts'

/**
 * Gives an account a place in an organisation; false when it has one already. An account without any other hat becomes a
 * recruiter's.
 */
export async function joinOrganisation(tx: Db, membership: Membership, now: Date): Promise<boolean> {
  const owner = await findHatOwner(tx, membership.accountId)
  if (owner?.role === 'candidate' && !owner.profileId)
    await changeAccountRole(tx, membership.accountId, { from: 'candidate', to: 'recruiter' })
  return createMembership(tx, membership, now)
}
