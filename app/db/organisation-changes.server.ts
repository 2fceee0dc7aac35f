import { newId } from '#app/system/id.server.ts'
import type { Db } from './client.server.ts'

export type OrganisationAction =
  | 'registered'
  | 'completed'
  | 'verified'
  | 'verified_by_code'
  | 'verified_by_offer'
  | 'refused'

/** One line of an organisation's history. `accountId` is who acted. */
export type OrganisationChange = {
  organisationId: string
  action: OrganisationAction
  reason: string | null
  accountId: string | null
  at: Date
}

/** Keeps what happened to an organisation. */
export async function recordOrganisationChange(tx: Db, change: OrganisationChange): Promise<void> {
  await tx.organisationChange.create({ data: { id: newId(), ...change } })
}

/** The last time this happened to an organisation, or null. */
export async function findLastOrganisationChange(
  db: Db,
  organisationId: string,
  action: OrganisationAction,
): Promise<OrganisationChange | null> {
  const row = await db.organisationChange.findFirst({
    where: { organisationId, action },
    orderBy: [{ at: 'desc' }, { id: 'desc' }],
  })
  return row && { ...row, action }
}
