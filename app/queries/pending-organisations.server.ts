import { db } from '#app/db/client.server.ts'
import { listRegisteredOrganisations } from '#app/db/organisations-to-verify.server.ts'
import type { Scope } from '#app/domain/actor.ts'

const LIMIT = 100

/** The organisations of the scope that wait to be verified, the longest waiting first, 100 at most. */
export async function getPendingOrganisations(scope: Scope) {
  const rows = await listRegisteredOrganisations(db(), scope, { state: 'pending', limit: LIMIT })
  return rows.map(({ organisation, communeName, createdAt }) => ({
    id: organisation.id,
    name: organisation.name,
    kind: organisation.kind,
    communeName,
    flags: organisation.flags,
    since: createdAt.toISOString(),
  }))
}
export type PendingOrganisation = Awaited<ReturnType<typeof getPendingOrganisations>>[number]
