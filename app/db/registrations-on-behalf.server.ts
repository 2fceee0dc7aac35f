import type { Account } from '#app/domain/account.ts'
import { toAccount } from './accounts.server.ts'
import type { Db } from './client.server.ts'

/** Registrations of a territory wait for each other: two agents who type the same person at once see each other's. */
export async function lockRegistrations(tx: Db, territoryId: string): Promise<void> {
  await tx.$executeRaw`select pg_advisory_xact_lock(hashtextextended('register in ' || ${territoryId}::text, 0))`
}

/** Every account that has this phone or this e-mail, of any territory and any role. */
export async function listAccountsByContact(
  tx: Db,
  { phone, email }: { phone: string | null; email: string | null },
): Promise<Account[]> {
  const either = [...(phone ? [{ phone }] : []), ...(email ? [{ email }] : [])]
  if (either.length === 0) return []
  return (await tx.account.findMany({ where: { OR: either } })).map(toAccount)
}

/** Ids, among these, of the accounts that nobody has filled in: no name, no profile, no organisation, no invitation. */
export async function listEmptyAccountIds(tx: Db, ids: readonly string[]): Promise<string[]> {
  const rows = await tx.account.findMany({
    where: {
      id: { in: [...ids] },
      role: 'candidate',
      status: 'active',
      firstName: '',
      lastName: '',
      erasedAt: null,
      profile: null,
      memberships: { none: {} },
      invitations: { none: {} },
    },
    select: { id: true },
  })
  return rows.map(({ id }) => id)
}

/** Fills in an account that somebody opened by asking for a code; what it has proved stays, its unfinished answers go. */
export async function fillAccount(tx: Db, { id, verifiedAt: _, ...account }: Account): Promise<void> {
  await tx.account.update({ where: { id }, data: account })
  await tx.registration.deleteMany({ where: { accountId: id } })
}

/** Removes an empty account whose contact goes to another one of the same person. */
export async function deleteEmptyAccount(tx: Db, id: string): Promise<void> {
  await tx.account.delete({ where: { id } })
}

/** Writes down the month of birth, 1 to 12. */
export async function saveBirthMonth(tx: Db, id: string, birthMonth: number | null): Promise<void> {
  await tx.account.update({ where: { id }, data: { birthMonth } })
}

/** Who wrote down, for somebody, that she or he agrees to be registered; null when the person did it alone. */
export async function findRegistrar(db: Db, accountId: string): Promise<string | null> {
  const row = await db.consent.findFirst({
    where: { accountId, purpose: 'registration' },
    orderBy: { givenAt: 'asc' },
    select: { recordedById: true },
  })
  return row?.recordedById ?? null
}
