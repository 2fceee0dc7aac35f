import type { Scope } from '#app/domain/actor.ts'
import type { Organisation, OrganisationKind, OrganisationState } from '#app/domain/organisation.ts'
import type { Db } from './client.server.ts'
import type { Organisation as OrganisationRow } from './generated/client.ts'

const toOrganisation = ({ createdAt: _, ...row }: OrganisationRow): Organisation => ({
  ...row,
  kind: row.kind as OrganisationKind,
  state: row.state as OrganisationState,
})

const within = (scope: Scope) => {
  if (scope.kind === 'organisation') return { id: scope.organisationId }
  if (scope.kind === 'territory') return { territoryId: scope.territoryId }
  return scope.kind === 'system' ? {} : null
}

/** The organisation with this id within the scope, or null. */
export async function findOrganisation(db: Db, scope: Scope, id: string): Promise<Organisation | null> {
  const where = within(scope)
  const row = where && (await db.organisation.findFirst({ where: { AND: [where, { id }] } }))
  return row ? toOrganisation(row) : null
}

/** The organisations somebody is a member of, by its account. */
export async function listOwnOrganisations(
  db: Db,
  accountId: string,
): Promise<{ id: string; name: string }[]> {
  return db.organisation.findMany({
    where: { memberships: { some: { accountId } } },
    select: { id: true, name: true },
  })
}

/** Creates an organisation. */
export async function createOrganisation(db: Db, organisation: Organisation, now: Date): Promise<void> {
  await db.organisation.create({ data: { ...organisation, createdAt: now } })
}

/** Changes the state of an organisation. */
export async function saveOrganisationState(db: Db, id: string, state: OrganisationState): Promise<void> {
  await db.organisation.update({ where: { id }, data: { state } })
}
