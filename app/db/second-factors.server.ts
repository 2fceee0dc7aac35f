import type { Role } from '#app/domain/actor.ts'
import type { Db } from './client.server.ts'

/** The second factor of an account. `lastStep` is the last time step accepted. */
export type SecondFactor = { encryptedSecret: string; lastStep: number | null; confirmedAt: Date }

/** The confirmed second factor of an account, or null. */
export async function findSecondFactor(db: Db, accountId: string): Promise<SecondFactor | null> {
  const row = await db.secondFactor.findUnique({ where: { accountId } })
  return row?.confirmedAt ? { ...row, confirmedAt: row.confirmedAt } : null
}

/** Gives an account a confirmed second factor, in the place of the one it had. */
export async function saveSecondFactor(
  tx: Db,
  factor: { accountId: string; encryptedSecret: string; lastStep: number; now: Date },
): Promise<void> {
  const { accountId, now, ...data } = factor
  const values = { ...data, createdAt: now, confirmedAt: now }
  await tx.secondFactor.upsert({ where: { accountId }, create: { accountId, ...values }, update: values })
}

/** Accepts a time step of an account; false when that step, or a later one, has been accepted. */
export async function takeStep(tx: Db, accountId: string, step: number): Promise<boolean> {
  const { count } = await tx.secondFactor.updateMany({
    where: { accountId, OR: [{ lastStep: null }, { lastStep: { lt: step } }] },
    data: { lastStep: step },
  })
  return count === 1
}

/** Takes the second factor and its recovery codes from an account; false when there was none. */
export async function deleteSecondFactor(tx: Db, accountId: string): Promise<boolean> {
  await tx.recoveryCode.deleteMany({ where: { accountId } })
  return (await tx.secondFactor.deleteMany({ where: { accountId } })).count > 0
}

/** Gives a locked account these recovery codes, hashed; those it had open nothing any more. */
export async function replaceRecoveryCodes(
  tx: Db,
  accountId: string,
  codes: readonly { id: string; codeHash: string }[],
): Promise<void> {
  await tx.recoveryCode.deleteMany({ where: { accountId } })
  await tx.recoveryCode.createMany({ data: codes.map((code) => ({ ...code, accountId })) })
}

/** Uses a recovery code; false when it is unknown, another account's, or used. */
export async function takeRecoveryCode(
  tx: Db,
  { accountId, codeHash, now }: { accountId: string; codeHash: string; now: Date },
): Promise<boolean> {
  const where = { accountId, codeHash, usedAt: null }
  return (await tx.recoveryCode.updateMany({ where, data: { usedAt: now } })).count === 1
}

/** How many recovery codes an account has left. */
export const countRecoveryCodes = (db: Db, accountId: string): Promise<number> =>
  db.recoveryCode.count({ where: { accountId, usedAt: null } })

/** The professionals of a territory who have a second factor, by name. */
export async function listFactorHolders(
  db: Db,
  { territoryId, except }: { territoryId: string; except: string },
): Promise<{ id: string; firstName: string; lastName: string; role: Role }[]> {
  const rows = await db.account.findMany({
    where: { territoryId, id: { not: except }, erasedAt: null, secondFactor: { isNot: null } },
    select: { id: true, firstName: true, lastName: true, role: true },
    orderBy: [{ lastName: 'asc' }, { firstName: 'asc' }, { id: 'asc' }],
  })
  return rows.map((row) => ({ ...row, role: row.role as Role }))
}
