import type { Membership, MembershipRole } from '#app/domain/organisation.ts'
import type { Db } from './client.server.ts'

type Row = { accountId: string; organisationId: string; role: string }

const toMembership = ({ accountId, organisationId, role }: Row): Membership => ({
  accountId,
  organisationId,
  role: role as MembershipRole,
})

/** Somebody's place in an organisation, or null. */
export async function findMembership(
  db: Db,
  of: { accountId: string; organisationId: string },
): Promise<Membership | null> {
  const row = await db.membership.findUnique({ where: { accountId_organisationId: of } })
  return row && toMembership(row)
}

/** The team of an organisation, first joined first. */
export async function listTeam(db: Db, organisationId: string): Promise<Membership[]> {
  const rows = await db.membership.findMany({
    where: { organisationId },
    orderBy: [{ createdAt: 'asc' }, { accountId: 'asc' }],
  })
  return rows.map(toMembership)
}

/** A member as the others see her or him. */
export type NamedMember = Membership & { firstName: string; lastName: string; since: Date }

/** The team of an organisation with its names, first joined first. */
export async function listNamedTeam(db: Db, organisationId: string): Promise<NamedMember[]> {
  const rows = await db.membership.findMany({
    where: { organisationId },
    include: { account: { select: { firstName: true, lastName: true } } },
    orderBy: [{ createdAt: 'asc' }, { accountId: 'asc' }],
  })
  return rows.map(({ account, createdAt, ...row }) => ({
    ...toMembership(row),
    ...account,
    since: createdAt,
  }))
}

/** Gives somebody a place in an organisation; false when she or he has one already, which stays as it is. */
export async function createMembership(tx: Db, membership: Membership, now: Date): Promise<boolean> {
  const data = [{ ...membership, createdAt: now }]
  return (await tx.membership.createMany({ data, skipDuplicates: true })).count === 1
}

/** Changes what a member may do. */
export async function saveMembershipRole(tx: Db, { role, ...of }: Membership): Promise<void> {
  await tx.membership.update({ where: { accountId_organisationId: of }, data: { role } })
}

/** Takes a place back, and ends every session that wears its hat. */
export async function deleteMembership(
  tx: Db,
  of: { accountId: string; organisationId: string },
  now: Date,
): Promise<void> {
  await tx.membership.deleteMany({ where: of })
  await tx.session.updateMany({ where: { ...of, endedAt: null }, data: { endedAt: now } })
}
