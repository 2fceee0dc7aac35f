import type { Consent, ConsentPurpose, ConsentWay, Said } from '#app/domain/consent.ts'
import type { Db } from './client.server.ts'

type Given = Pick<Consent, 'id' | 'accountId' | 'purpose' | 'how' | 'recordedById' | 'givenAt'>

/** Writes down what somebody agreed to. One consent a purpose stands at a time: given again, the first one stays. */
export async function recordConsent(db: Db, consent: Given): Promise<void> {
  const { id, accountId, purpose, how, recordedById, givenAt } = consent
  await db.$executeRaw`
    insert into consent (id, account_id, purpose, how, recorded_by_id, given_at)
    values (${id}::uuid, ${accountId}::uuid, ${purpose}, ${how}, ${recordedById}::uuid, ${givenAt})
    on conflict (account_id, purpose) where withdrawn_at is null do nothing`
}

/** Takes back what stands of a purpose, as it was said; false when nothing did. */
export async function withdrawConsent(
  db: Db,
  { accountId, purpose, said, now }: { accountId: string; purpose: ConsentPurpose; said: Said; now: Date },
): Promise<boolean> {
  const where = { accountId, purpose, withdrawnAt: null }
  const data = { withdrawnAt: now, withdrawnHow: said.how, withdrawnById: said.byId }
  return (await db.consent.updateMany({ where, data })).count > 0
}

/** Everything an account agreed to, the consents taken back too, oldest first. */
export async function listConsents(db: Db, accountId: string): Promise<Consent[]> {
  const rows = await db.consent.findMany({
    where: { accountId },
    orderBy: [{ givenAt: 'asc' }, { id: 'asc' }],
  })
  return rows.map((row) => ({
    ...row,
    purpose: row.purpose as ConsentPurpose,
    how: row.how as ConsentWay,
    withdrawnHow: row.withdrawnHow as ConsentWay | null,
  }))
}
