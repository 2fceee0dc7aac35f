import type { Consent, ConsentPurpose, ConsentWay } from '#app/domain/consent.ts'
import type { Db } from './client.server.ts'

/** Writes down what somebody agreed to. One consent a purpose stands at a time: given again, the first one stays. */
export async function recordConsent(db: Db, consent: Consent): Promise<void> {
  const { accountId, purpose } = consent
  const standing = await db.consent.count({ where: { accountId, purpose, withdrawnAt: null } })
  if (standing === 0) await db.consent.create({ data: consent })
}

/** Takes back what stands of a purpose; false when nothing did. */
export async function withdrawConsent(
  db: Db,
  { accountId, purpose, now }: { accountId: string; purpose: ConsentPurpose; now: Date },
): Promise<boolean> {
  const where = { accountId, purpose, withdrawnAt: null }
  return (await db.consent.updateMany({ where, data: { withdrawnAt: now } })).count > 0
}

/** Everything an account agreed to, the consents taken back too, oldest first. */
export async function listConsents(db: Db, accountId: string): Promise<Consent[]> {
  const rows = await db.consent.findMany({
    where: { accountId },
    orderBy: [{ givenAt: 'asc' }, { id: 'asc' }],
  })
  return rows.map((row) => ({ ...row, purpose: row.purpose as ConsentPurpose, how: row.how as ConsentWay }))
}
