import type { LiveCode } from '#app/domain/sign-in.ts'
import type { Db } from './client.server.ts'

export type NewSignInCode = {
  id: string
  accountId: string
  channel: 'sms' | 'email'
  createdAt: Date
  expiresAt: Date
}

const HOUR_MS = 3_600_000

/**
 * Lets one request at a time ask for, or try, the codes of an account: until the end of the transaction the others wait.
 * An unknown account holds nobody up.
 */
export async function lockCodesOf(tx: Db, accountId: string): Promise<void> {
  await tx.$queryRaw`select 1 from account where id = ${accountId}::uuid for update`
}

/**
 * Writes a code unless the account has had `maxPerHour` in the hour before, or `maxPerDay` in the day before; false then.
 * Counts right once `lockCodesOf` holds the account.
 */
export async function createSignInCode(
  tx: Db,
  code: NewSignInCode,
  { maxPerHour, maxPerDay }: { maxPerHour: number; maxPerDay: number },
): Promise<boolean> {
  const since = (ms: number) => new Date(code.createdAt.getTime() - ms)
  const rows = await listCodesSince(tx, code.accountId, since(24 * HOUR_MS))
  const lastHour = rows.filter(({ createdAt }) => createdAt > since(HOUR_MS))
  if (rows.length >= maxPerDay || lastHour.length >= maxPerHour) return false
  await tx.signInCode.create({ data: code })
  return true
}

/** The codes of an account that can still open it, the newest first. */
export const listLiveCodes = (db: Db, accountId: string, now: Date): Promise<LiveCode[]> =>
  db.signInCode.findMany({
    where: { accountId, usedAt: null, expiresAt: { gt: now } },
    orderBy: [{ createdAt: 'desc' }, { id: 'asc' }],
    select: { id: true, tries: true, expiresAt: true },
  })

/** Counts one wrong try on a code. */
export async function countTry(tx: Db, id: string): Promise<void> {
  await tx.signInCode.update({ where: { id }, data: { tries: { increment: 1 } } })
}

/** Uses up every code of an account that was not used yet. */
export async function spendCodesOf(tx: Db, accountId: string, now: Date): Promise<void> {
  await tx.signInCode.updateMany({ where: { accountId, usedAt: null }, data: { usedAt: now } })
}

/** The code with this id, used and expired ones too, or null. */
export async function findSignInCode(
  db: Db,
  id: string,
): Promise<(NewSignInCode & { usedAt: Date | null }) | null> {
  const row = await db.signInCode.findUnique({ where: { id } })
  return row && { ...row, channel: row.channel as NewSignInCode['channel'] }
}

/** The codes that an account was given after an instant, used and expired ones too. */
export const listCodesSince = (
  db: Db,
  accountId: string,
  since: Date,
): Promise<(LiveCode & { createdAt: Date; usedAt: Date | null })[]> =>
  db.signInCode.findMany({
    where: { accountId, createdAt: { gt: since } },
    select: { id: true, tries: true, createdAt: true, expiresAt: true, usedAt: true },
  })

/** Forgets every code of an account and the tries counted on them: the person starts again. */
export async function deleteCodesOf(tx: Db, accountId: string): Promise<void> {
  await tx.signInCode.deleteMany({ where: { accountId } })
}

/** Removes the codes that expired before an instant. Returns how many. */
export async function deleteOldCodes(db: Db, before: Date): Promise<number> {
  return (await db.signInCode.deleteMany({ where: { expiresAt: { lt: before } } })).count
}
