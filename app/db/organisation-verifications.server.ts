import type { Db } from './client.server.ts'

export type OrganisationVerification = {
  id: string
  organisationId: string
  accountId: string
  createdAt: Date
  expiresAt: Date
}

/** Writes down that a code is on its way to an organisation's own address. */
export async function createOrganisationVerification(
  tx: Db,
  verification: OrganisationVerification,
): Promise<void> {
  await tx.organisationVerification.create({ data: verification })
}

/** The request with this id, used and expired ones too, or null. */
export const findOrganisationVerification = (
  db: Db,
  id: string,
): Promise<(OrganisationVerification & { usedAt: Date | null; tries: number }) | null> =>
  db.organisationVerification.findUnique({ where: { id } })

/** Counts one try of an account's own code. Returns its organisation; null when it is unknown, used, expired or exhausted. */
export async function takeOrganisationTry(
  tx: Db,
  of: { id: string; accountId: string },
  { now, maxTries }: { now: Date; maxTries: number },
): Promise<string | null> {
  const rows = await tx.organisationVerification.updateManyAndReturn({
    where: { ...of, usedAt: null, expiresAt: { gt: now }, tries: { lt: maxTries } },
    data: { tries: { increment: 1 } },
    select: { organisationId: true },
  })
  return rows[0]?.organisationId ?? null
}

/** Marks a code used; false when it already was. */
export async function markOrganisationCodeUsed(tx: Db, id: string, now: Date): Promise<boolean> {
  const where = { id, usedAt: null }
  return (await tx.organisationVerification.updateMany({ where, data: { usedAt: now } })).count === 1
}
