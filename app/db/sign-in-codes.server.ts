import type { Db } from './client.server.ts'

export type NewSignInCode = {
  id: string
  accountId: string
  channel: 'sms' | 'email'
  createdAt: Date
  expiresAt: Date
}

/**
 * Writes a code unless the account has had `maxPerHour` in the hour before; false then. Requests for one account wait
 * for each other, so that two at once are counted.
 */
export async function createSignInCode(tx: Db, code: NewSignInCode, maxPerHour: number): Promise<boolean> {
  await tx.$queryRaw`select 1 from account where id = ${code.accountId}::uuid for update`
  const since = new Date(code.createdAt.getTime() - 3_600_000)
  const asked = await tx.signInCode.count({ where: { accountId: code.accountId, createdAt: { gt: since } } })
  if (asked >= maxPerHour) return false
  await tx.signInCode.create({ data: code })
  return true
}

/** Counts one try of a code. Returns its account, or null when it is unknown, used, expired, or tried `maxTries` times. */
export async function takeTry(
  tx: Db,
  id: string,
  options: { now: Date; maxTries: number },
): Promise<string | null> {
  const { now, maxTries } = options
  const rows = await tx.signInCode.updateManyAndReturn({
    where: { id, usedAt: null, expiresAt: { gt: now }, tries: { lt: maxTries } },
    data: { tries: { increment: 1 } },
    select: { accountId: true },
  })
  return rows[0]?.accountId ?? null
}

/** Marks a code used; false when it already was. */
export async function markCodeUsed(tx: Db, id: string, now: Date): Promise<boolean> {
  const { count } = await tx.signInCode.updateMany({ where: { id, usedAt: null }, data: { usedAt: now } })
  return count === 1
}

/** The code with this id, used and expired ones too, or null. */
export async function findSignInCode(
  db: Db,
  id: string,
): Promise<(NewSignInCode & { usedAt: Date | null }) | null> {
  const row = await db.signInCode.findUnique({ where: { id } })
  return row && { ...row, channel: row.channel as NewSignInCode['channel'] }
}
