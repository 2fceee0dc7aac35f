import type { Scope } from '#app/domain/actor.ts'
import type {
  Organisation,
  OrganisationFlag,
  OrganisationKind,
  OrganisationState,
} from '#app/domain/organisation.ts'
import type { Db } from './client.server.ts'
import type { Organisation as OrganisationRow } from './generated/client.ts'

/** An organisation row as the domain's organisation. */
export const toOrganisation = ({ createdAt: _, ...row }: OrganisationRow): Organisation => ({
  ...row,
  kind: row.kind as OrganisationKind,
  state: row.state as OrganisationState,
  flags: row.flags as OrganisationFlag[],
})

/** The organisations that a scope reaches, null for none. */
export const organisationsWithin = (scope: Scope) => {
  if (scope.kind === 'organisation') return { id: scope.organisationId }
  if (scope.kind === 'territory') return { territoryId: scope.territoryId }
  return scope.kind === 'system' ? {} : null
}

/** True when a scope reaches this organisation. */
export function isOrganisationWithin(
  scope: Scope,
  organisation: Pick<Organisation, 'id' | 'territoryId'>,
): boolean {
  const within: Partial<typeof organisation> | null = organisationsWithin(scope)
  if (!within) return false
  const { id = organisation.id, territoryId = organisation.territoryId } = within
  return id === organisation.id && territoryId === organisation.territoryId
}

/** The organisation with this id within the scope, or null. */
export async function findOrganisation(db: Db, scope: Scope, id: string): Promise<Organisation | null> {
  const where = organisationsWithin(scope)
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

/** The organisation known by this SIRET or RNA number, whoever asks: it is there once only. Null when there is none. */
export async function findOrganisationByNumber(
  db: Db,
  known: { siret: string } | { rna: string },
): Promise<Organisation | null> {
  const row = await db.organisation.findUnique({ where: known })
  return row && toOrganisation(row)
}

/** Creates an organisation unless one has its SIRET or RNA number; false when there is one already. */
export async function createOrganisationOnce(
  tx: Db,
  organisation: Organisation,
  now: Date,
): Promise<boolean> {
  const data = [{ ...organisation, createdAt: now }]
  return (await tx.organisation.createMany({ data, skipDuplicates: true })).count === 1
}

/** Changes what is known of an organisation. */
export async function saveOrganisationDetails(
  tx: Db,
  { id, ...details }: Pick<Organisation, 'id' | 'siret' | 'rna' | 'address' | 'activity' | 'email' | 'flags'>,
): Promise<void> {
  await tx.organisation.update({ where: { id }, data: details })
}
