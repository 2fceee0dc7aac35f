import type { Account } from '#app/domain/account.ts'
import type { Db } from './client.server.ts'

/** An account of which nothing is known but the phone or the e-mail somebody typed. */
export type UnprovenAccount = Pick<Account, 'id' | 'territoryId' | 'channel' | 'monthlySolicitations'> & {
  contact: { phone: string } | { email: string }
}

/**
 * The id of the account with this contact, created unproven when there is none. One statement that writes one row either
 * way, so that the work tells nobody which; the row stays locked until the end of the transaction.
 */
export async function findOrCreateAccount(tx: Db, account: UnprovenAccount, now: Date): Promise<string> {
  const { id, territoryId, channel, monthlySolicitations, contact } = account
  const [row] =
    'phone' in contact
      ? await tx.$queryRaw<{ id: string }[]>`
          insert into account
            (id, territory_id, role, first_name, last_name, phone, channel, monthly_solicitations, created_at)
          values (${id}::uuid, ${territoryId}::uuid, 'candidate', '', '', ${contact.phone}, ${channel},
            ${monthlySolicitations}, ${now})
          on conflict (phone) do update set phone = excluded.phone returning id`
      : await tx.$queryRaw<{ id: string }[]>`
          insert into account
            (id, territory_id, role, first_name, last_name, email, channel, monthly_solicitations, created_at)
          values (${id}::uuid, ${territoryId}::uuid, 'candidate', '', '', ${contact.email}, ${channel},
            ${monthlySolicitations}, ${now})
          on conflict (email) do update set email = excluded.email returning id`
  return row?.id ?? id
}

/** Notes that the person has answered from the account's phone or e-mail; the first proof is kept. */
export async function markVerified(tx: Db, id: string, now: Date): Promise<void> {
  await tx.account.updateMany({ where: { id, verifiedAt: null }, data: { verifiedAt: now } })
}

/** Nobody has proved it, and nobody has made anything of it. */
const UNTOUCHED = {
  verifiedAt: null,
  erasedAt: null,
  role: 'candidate',
  firstName: '',
  lastName: '',
  profile: null,
  registration: null,
  memberships: { none: {} },
  changes: { none: {} },
  consents: { none: {} },
} as const

/** True when another account has this contact and has made something of it. */
export const isContactTaken = async (
  db: Db,
  contact: { phone: string } | { email: string },
  accountId: string,
): Promise<boolean> => {
  const holder = await db.account.findFirst({ where: { ...contact, id: { not: accountId } } })
  if (!holder) return false
  const untouched = { ...UNTOUCHED, id: holder.id, invitations: { none: {} } }
  return (await db.account.count({ where: untouched })) === 0
}

/** Deletes the account of a contact that nobody has proved, for somebody who has just proved it. */
export async function deleteUntouchedHolder(
  tx: Db,
  contact: { phone: string } | { email: string },
  accountId: string,
): Promise<void> {
  await tx.account.deleteMany({
    where: { ...UNTOUCHED, ...contact, id: { not: accountId }, invitations: { none: {} } },
  })
}

/**
 * Deletes the accounts created before an instant that nobody has proved and that nobody has made anything of: no name,
 * no profile, no membership, no history, no open invitation, no code asked for since. Codes and messages go with them.
 * Returns how many.
 */
export async function deleteUnprovenAccounts(
  db: Db,
  { before, now }: { before: Date; now: Date },
): Promise<number> {
  const { count } = await db.account.deleteMany({
    where: {
      ...UNTOUCHED,
      createdAt: { lt: before },
      codes: { none: { createdAt: { gte: before } } },
      invitations: { none: { usedAt: null, revokedAt: null, expiresAt: { gt: now } } },
    },
  })
  return count
}
