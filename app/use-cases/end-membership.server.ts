import { recordAccountChange } from '#app/db/account-changes.server.ts'
import type { Db } from '#app/db/client.server.ts'
import { deleteMembership } from '#app/db/memberships.server.ts'
import { newId } from '#app/system/id.server.ts'

/** Ends a place in an organisation: the hat falls at once, in every session, and the account's history says who ended it. */
export async function endMembership(
  tx: Db,
  {
    accountId,
    organisationId,
    byId,
    now,
  }: { accountId: string; organisationId: string; byId: string; now: Date },
): Promise<void> {
  await deleteMembership(tx, { accountId, organisationId }, now)
  const action = 'left_organisation'
  await recordAccountChange(tx, { id: newId(), accountId, action, reason: null, byId, at: now })
}
