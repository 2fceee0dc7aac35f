import type { RequestDecision, RequestKind, SuspensionRequest } from '#app/domain/suspension-request.ts'
import { toAccount } from './accounts.server.ts'
import type { Db } from './client.server.ts'
import type { SuspensionRequest as Row } from './generated/client.ts'

const toRequest = (row: Row): SuspensionRequest => ({
  ...row,
  kind: row.kind as RequestKind,
  decision: row.decision as RequestDecision | null,
})

/** The request about an account that waits for a second person, or null. */
export async function findWaitingRequest(db: Db, accountId: string): Promise<SuspensionRequest | null> {
  const row = await db.suspensionRequest.findFirst({ where: { accountId, decidedAt: null } })
  return row && toRequest(row)
}

/** The request with this id about somebody of the territory, or null. */
export async function findRequest(
  db: Db,
  territoryId: string,
  id: string,
): Promise<SuspensionRequest | null> {
  const row = await db.suspensionRequest.findFirst({ where: { id, account: { territoryId } } })
  return row && toRequest(row)
}

/** The requests of a territory that wait for a second person, oldest first, with the account and the profile they are about. */
export async function listWaitingRequests(db: Db, territoryId: string) {
  const rows = await db.suspensionRequest.findMany({
    where: { decidedAt: null, account: { territoryId } },
    include: { account: { include: { profile: { select: { id: true } } } } },
    orderBy: [{ proposedAt: 'asc' }, { id: 'asc' }],
  })
  return rows.map(({ account: { profile, ...account }, ...row }) => ({
    request: toRequest(row),
    account: toAccount(account),
    profileId: profile?.id ?? null,
  }))
}

/** The reason of the decision that stopped an account last, or null. */
export async function findDecisionReason(db: Db, accountId: string): Promise<string | null> {
  const row = await db.suspensionRequest.findFirst({
    where: { accountId, kind: 'suspend', decision: 'accepted' },
    orderBy: { decidedAt: 'desc' },
    select: { reason: true },
  })
  return row?.reason ?? null
}

/** Writes a request. Its account is locked by the caller: one waits at a time. */
export async function createRequest(tx: Db, request: SuspensionRequest): Promise<void> {
  await tx.suspensionRequest.create({ data: request })
}

/** Writes the decision; false when somebody has decided before. */
export async function saveDecision(
  tx: Db,
  id: string,
  decided: { decidedById: string; decidedAt: Date; decision: RequestDecision },
): Promise<boolean> {
  return (
    (await tx.suspensionRequest.updateMany({ where: { id, decidedAt: null }, data: decided })).count === 1
  )
}
