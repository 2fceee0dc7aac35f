import type { Hat } from '#app/domain/session.ts'
import type { Db } from './client.server.ts'

/** A session as its own person sees it. */
export type OwnSession = {
  idHash: string
  device: string
  createdAt: Date
  lastSeenAt: Date
  expiresAt: Date
  confirmedAt: Date | null
  provedAt: Date | null
}

const SHOWN = {
  idHash: true,
  device: true,
  createdAt: true,
  lastSeenAt: true,
  expiresAt: true,
  confirmedAt: true,
  provedAt: true,
} as const

/** The sessions of an account that are open at an instant, the last used first. */
export const listOpenSessions = (db: Db, accountId: string, now: Date): Promise<OwnSession[]> =>
  db.session.findMany({
    where: { accountId, endedAt: null, expiresAt: { gt: now } },
    orderBy: [{ lastSeenAt: 'desc' }, { createdAt: 'desc' }],
    select: SHOWN,
  })

/** One open session of an account, or null. */
export const findOpenSession = (
  db: Db,
  { accountId, idHash, now }: { accountId: string; idHash: string; now: Date },
): Promise<OwnSession | null> =>
  db.session.findFirst({
    where: { accountId, idHash, endedAt: null, expiresAt: { gt: now } },
    select: SHOWN,
  })

/**
 * Puts an open session under another reference, with what changes in it; the old reference is nobody's from then on. False
 * when it is ended, or has been renewed by somebody quicker. It never lasts longer than it did.
 */
export async function renewSession(
  tx: Db,
  { idHash, nextIdHash }: { idHash: string; nextIdHash: string },
  change: { worn?: Hat; confirmedAt?: Date | null; provedAt?: Date; lastSeenAt: Date; expiresAt: Date },
): Promise<boolean> {
  const { worn, ...data } = change
  const { count } = await tx.session.updateMany({
    where: { idHash, endedAt: null },
    data: { ...data, ...worn, idHash: nextIdHash },
  })
  return count === 1
}

/** Ends one session of an account. Returns false when it has none such; one that is over stays so. */
export async function endOneSession(
  tx: Db,
  { accountId, idHash, now }: { accountId: string; idHash: string; now: Date },
): Promise<boolean> {
  await tx.session.updateMany({ where: { accountId, idHash, endedAt: null }, data: { endedAt: now } })
  return (await tx.session.count({ where: { accountId, idHash } })) === 1
}

/** Ends every session of an account but one. */
export async function endOtherSessions(
  tx: Db,
  { accountId, idHash, now }: { accountId: string; idHash: string; now: Date },
): Promise<void> {
  await tx.session.updateMany({
    where: { accountId, idHash: { not: idHash }, endedAt: null },
    data: { endedAt: now },
  })
}
