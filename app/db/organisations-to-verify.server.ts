import type { Scope } from '#app/domain/actor.ts'
import type { Organisation, OrganisationState } from '#app/domain/organisation.ts'
import type { Db } from './client.server.ts'
import { organisationsWithin, toOrganisation } from './organisations.server.ts'

/** An organisation as the desk reads it: with its commune and who registered it, if she or he is still there. */
export type RegisteredOrganisation = {
  organisation: Organisation
  communeName: string
  createdAt: Date
  members: { accountId: string; firstName: string; lastName: string; isVerified: boolean }[]
}

const WITH = {
  commune: { select: { name: true } },
  memberships: {
    orderBy: { createdAt: 'asc' },
    select: { account: { select: { id: true, firstName: true, lastName: true, verifiedAt: true } } },
  },
} as const

type Row = Parameters<typeof toOrganisation>[0] & {
  commune: { name: string }
  memberships: {
    account: { id: string; firstName: string; lastName: string; verifiedAt: Date | null }
  }[]
}

const toRegistered = ({ commune, memberships, ...row }: Row): RegisteredOrganisation => ({
  organisation: toOrganisation(row),
  communeName: commune.name,
  createdAt: row.createdAt,
  members: memberships.map(({ account: { id, verifiedAt, ...name } }) => ({
    accountId: id,
    ...name,
    isVerified: verifiedAt !== null,
  })),
})

/** The organisations in a state within the scope, the longest there first, at most `limit`. */
export async function listRegisteredOrganisations(
  db: Db,
  scope: Scope,
  { state, limit }: { state: OrganisationState; limit: number },
): Promise<RegisteredOrganisation[]> {
  const within = organisationsWithin(scope)
  if (!within) return []
  const rows = await db.organisation.findMany({
    where: { AND: [within, { state }] },
    include: WITH,
    orderBy: [{ createdAt: 'asc' }, { id: 'asc' }],
    take: limit,
  })
  return rows.map(toRegistered)
}

/** One organisation as the desk reads it, within the scope, or null. */
export async function findRegisteredOrganisation(
  db: Db,
  scope: Scope,
  id: string,
): Promise<RegisteredOrganisation | null> {
  const within = organisationsWithin(scope)
  const row = within && (await db.organisation.findFirst({ where: { AND: [within, { id }] }, include: WITH }))
  return row ? toRegistered(row) : null
}
