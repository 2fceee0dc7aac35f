import type { Db } from './client.server.ts'

// A solicitation counts once it may reach the person: cancelled and returned ones do not.
const COUNTED = {
  kind: 'match_proposed',
  state: { in: ['queued', 'accepted', 'delivered', 'soft_bounce', 'unknown'] },
}

const DAYS_LOOKED_AT = 40

/** Makes whoever counts or adds solicitations of this offer or this person wait for the end of the transaction. */
export async function lockSolicitations(tx: Db, of: { offerId: string; accountId: string }): Promise<void> {
  for (const key of [`offer ${of.offerId}`, `account ${of.accountId}`])
    await tx.$executeRaw`select pg_advisory_xact_lock(hashtextextended('solicitation ' || ${key}::text, 0))`
}

/** When each solicitation of a person leaves or left, from 40 days ago on, without the message `except`. */
export async function listSolicitationsOfAccount(
  db: Db,
  of: { accountId: string; now: Date; except?: string },
): Promise<Date[]> {
  const since = new Date(of.now.getTime() - DAYS_LOOKED_AT * 86_400_000)
  const rows = await db.message.findMany({
    where: {
      ...COUNTED,
      accountId: of.accountId,
      sendAfter: { gte: since },
      ...(of.except ? { id: { not: of.except } } : {}),
    },
    select: { sendAfter: true },
  })
  return rows.map(({ sendAfter }) => sendAfter)
}

/** When each solicitation of an offer leaves or left, whoever the person. */
export async function listSolicitationsOfOffer(db: Db, offerId: string): Promise<Date[]> {
  const rows = await db.$queryRaw<{ sendAfter: Date }[]>`
    select s.send_after as "sendAfter" from message s join match m on m.id = s.subject_id
    where m.offer_id = ${offerId}::uuid and s.kind = ${COUNTED.kind} and s.state = any(${COUNTED.state.in}::text[])`
  return rows.map(({ sendAfter }) => sendAfter)
}

/** True when a person was already solicited for an offer; the message `except` is not counted. */
export async function hasBeenSolicited(
  db: Db,
  of: { accountId: string; matchId: string; except?: string },
): Promise<boolean> {
  const count = await db.message.count({
    where: {
      ...COUNTED,
      accountId: of.accountId,
      subjectId: of.matchId,
      ...(of.except ? { id: { not: of.except } } : {}),
    },
  })
  return count > 0
}
