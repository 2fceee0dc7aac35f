import type { Account, Channel, SuspensionReason } from '#app/domain/account.ts'
import { PROFESSIONAL_ROLES, type Role } from '#app/domain/actor.ts'
import type { Db } from './client.server.ts'
import type { Account as AccountRow } from './generated/client.ts'

/** An account row as the domain's account. */
export const toAccount = (row: AccountRow): Account => ({
  id: row.id,
  territoryId: row.territoryId,
  role: row.role as Role,
  firstName: row.firstName,
  lastName: row.lastName,
  phone: row.phone,
  email: row.email,
  channel: row.channel as Channel,
  monthlySolicitations: row.monthlySolicitations,
  status: row.status as Account['status'],
  suspensionReason: row.suspensionReason as SuspensionReason | null,
  verifiedAt: row.verifiedAt,
})

/** The account with this id, or null. */
export async function findAccount(db: Db, id: string): Promise<Account | null> {
  const row = await db.account.findUnique({ where: { id } })
  return row && toAccount(row)
}

/** The account known by this E.164 phone or this lower-case e-mail, or null. */
export async function findAccountByContact(
  db: Db,
  contact: { phone: string } | { email: string },
): Promise<Account | null> {
  const row = await db.account.findUnique({ where: contact })
  return row && toAccount(row)
}

/** The people who act for an organisation. */
export async function listRecruiters(db: Db, organisationId: string): Promise<Account[]> {
  const rows = await db.account.findMany({ where: { memberships: { some: { organisationId } } } })
  return rows.map(toAccount)
}

/** The active administrators of a territory. */
export async function listAdministrators(db: Db, territoryId: string): Promise<Account[]> {
  const where = { territoryId, role: 'administrator', status: 'active' }
  const rows = await db.account.findMany({ where, orderBy: { id: 'asc' } })
  return rows.map(toAccount)
}

/** Creates an account. `isDemo` lists it on the demo's sign-in page. */
export async function createAccount(
  db: Db,
  account: Account,
  options: { now: Date; isDemo: boolean },
): Promise<void> {
  await db.account.create({ data: { ...account, isDemo: options.isDemo, createdAt: options.now } })
}

/** Changes how a person is contacted: her or his channel and monthly budget. */
export async function saveContactChoice(
  db: Db,
  id: string,
  choice: { channel: Channel; monthlySolicitations: number },
): Promise<void> {
  await db.account.update({ where: { id }, data: choice })
}

/** Writes down what a person is called. */
export async function saveName(
  db: Db,
  id: string,
  name: { firstName: string; lastName: string },
): Promise<void> {
  await db.account.update({ where: { id }, data: name })
}

/** Notes that the person has given a sign of herself or himself, without signing in. */
export async function dateVisit(db: Db, id: string, now: Date): Promise<void> {
  await db.account.updateMany({
    where: { id, OR: [{ lastSeenAt: null }, { lastSeenAt: { lt: now } }] },
    data: { lastSeenAt: now },
  })
}

/** The demo's account with this id, or null for any other account. */
export async function findDemoAccount(db: Db, id: string): Promise<Account | null> {
  const row = await db.account.findFirst({ where: { id, isDemo: true } })
  return row && toAccount(row)
}

/** The accounts of the demo, stopped ones too, oldest first, with what tells them apart: organisations, or commune. */
export async function listDemoAccounts(db: Db) {
  const rows = await db.account.findMany({
    where: { isDemo: true },
    include: {
      memberships: { select: { organisation: { select: { name: true } } }, orderBy: { createdAt: 'asc' } },
      profile: { select: { commune: { select: { name: true } } } },
    },
    orderBy: [{ createdAt: 'asc' }, { id: 'asc' }],
  })
  return rows.map(({ memberships, profile, ...row }) => ({
    account: toAccount(row),
    organisationNames: memberships.map(({ organisation }) => organisation.name),
    communeName: profile?.commune.name ?? null,
  }))
}

/** The account of a candidate's profile, or null. */
export async function findAccountOfProfile(db: Db, profileId: string): Promise<Account | null> {
  const row = await db.account.findFirst({ where: { profile: { id: profileId } } })
  return row && toAccount(row)
}

/** Writes the name that somebody gives as her or his own. */
export async function saveAccountName(
  tx: Db,
  id: string,
  name: { firstName: string; lastName: string },
): Promise<void> {
  await tx.account.update({ where: { id }, data: name })
}

/** Gives an account another role as long as it has the one expected; false when it has not. */
export async function changeAccountRole(
  tx: Db,
  id: string,
  { from, to }: { from: Role; to: Role },
): Promise<boolean> {
  return (await tx.account.updateMany({ where: { id, role: from }, data: { role: to } })).count === 1
}

/** The accounts that hold a post in a territory, by name. */
export async function listProfessionals(db: Db, territoryId: string): Promise<Account[]> {
  const rows = await db.account.findMany({
    where: { territoryId, role: { in: [...PROFESSIONAL_ROLES] }, erasedAt: null },
    orderBy: [{ lastName: 'asc' }, { firstName: 'asc' }, { id: 'asc' }],
  })
  return rows.map(toAccount)
}

/** Gives an account a phone or an e-mail that its person has just proved. Throws Prisma's P2002 when another one has it. */
export async function saveContact(
  tx: Db,
  id: string,
  { contact, now }: { contact: { phone: string } | { email: string }; now: Date },
): Promise<void> {
  await tx.account.update({ where: { id }, data: contact })
  await tx.account.updateMany({ where: { id, verifiedAt: null }, data: { verifiedAt: now } })
}
