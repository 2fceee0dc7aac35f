import type { Db } from './client.server.ts'

export type JoinRequest = { id: string; organisationId: string; accountId: string; createdAt: Date }

/** Writes down that somebody asks for a place; false when she or he already waits for an answer. */
export async function createJoinRequest(tx: Db, request: JoinRequest): Promise<boolean> {
  const { accountId, organisationId } = request
  await tx.$queryRaw`select 1 from account where id = ${accountId}::uuid for update`
  if ((await tx.joinRequest.count({ where: { accountId, organisationId, decidedAt: null } })) > 0)
    return false
  await tx.joinRequest.create({ data: request })
  return true
}

/** The request with this id as long as nobody has answered it, or null. */
export const findOpenJoinRequest = (db: Db, id: string): Promise<JoinRequest | null> =>
  db.joinRequest.findFirst({
    where: { id, decidedAt: null },
    select: { id: true, organisationId: true, accountId: true, createdAt: true },
  })

/** Those who wait for an answer of an organisation, with their names, the first first. */
export async function listJoinRequests(
  db: Db,
  organisationId: string,
): Promise<(JoinRequest & { firstName: string; lastName: string })[]> {
  const rows = await db.joinRequest.findMany({
    where: { organisationId, decidedAt: null },
    include: { account: { select: { firstName: true, lastName: true } } },
    orderBy: [{ createdAt: 'asc' }, { id: 'asc' }],
  })
  return rows.map(({ account, id, accountId, createdAt }) => ({
    id,
    organisationId,
    accountId,
    createdAt,
    ...account,
  }))
}

/** Answers a request to this organisation; returns who asked, null when it is unknown or already answered. */
export async function decideJoinRequest(
  tx: Db,
  of: { id: string; organisationId: string },
  { decision, now }: { decision: 'accepted' | 'declined'; now: Date },
): Promise<string | null> {
  const rows = await tx.joinRequest.updateManyAndReturn({
    where: { ...of, decidedAt: null },
    data: { decision, decidedAt: now },
    select: { accountId: true },
  })
  return rows[0]?.accountId ?? null
}
