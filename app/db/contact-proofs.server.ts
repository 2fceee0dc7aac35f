import type { MessageChannel } from '#app/domain/contact.ts'
import type { ContactProof } from '#app/domain/contact-proof.ts'
import type { Db } from './client.server.ts'
import type { ContactProof as ContactProofRow } from './generated/client.ts'

const HOUR_MS = 3_600_000

const toProof = ({ tries: _, ...row }: ContactProofRow): ContactProof => ({
  ...row,
  purpose: row.purpose as ContactProof['purpose'],
  channel: row.channel as MessageChannel,
})

/** Writes a proof to be given of a locked account, unless it has asked for `maxPerHour` in the hour before; false then. */
export async function createContactProof(tx: Db, proof: ContactProof, maxPerHour: number): Promise<boolean> {
  const { accountId, createdAt } = proof
  const since = new Date(createdAt.getTime() - HOUR_MS)
  if ((await tx.contactProof.count({ where: { accountId, createdAt: { gt: since } } })) >= maxPerHour)
    return false
  await tx.contactProof.create({ data: proof })
  return true
}

/** The proof with this id, used and expired ones too, or null. */
export async function findContactProof(db: Db, id: string): Promise<ContactProof | null> {
  const row = await db.contactProof.findUnique({ where: { id } })
  return row && toProof(row)
}

/** The last proof an account has asked for and not given, or null. */
export async function findPendingProof(
  db: Db,
  { accountId, purpose, now }: { accountId: string; purpose: ContactProof['purpose']; now: Date },
): Promise<ContactProof | null> {
  const row = await db.contactProof.findFirst({
    where: { accountId, purpose, usedAt: null, expiresAt: { gt: now } },
    orderBy: { createdAt: 'desc' },
  })
  return row && toProof(row)
}

/** Counts one try of a proof; false when it is used, expired, or tried `maxTries` times. */
export async function takeProofTry(
  tx: Db,
  id: string,
  { now, maxTries }: { now: Date; maxTries: number },
): Promise<boolean> {
  const where = { id, usedAt: null, expiresAt: { gt: now }, tries: { lt: maxTries } }
  return (await tx.contactProof.updateMany({ where, data: { tries: { increment: 1 } } })).count === 1
}

/** Marks a proof given; false when it already was. */
export async function markProofUsed(tx: Db, id: string, now: Date): Promise<boolean> {
  return (
    (await tx.contactProof.updateMany({ where: { id, usedAt: null }, data: { usedAt: now } })).count === 1
  )
}

/** Deletes the proofs asked for before an instant. Returns how many. */
export const deleteOldProofs = async (db: Db, before: Date): Promise<number> =>
  (await db.contactProof.deleteMany({ where: { createdAt: { lt: before } } })).count
