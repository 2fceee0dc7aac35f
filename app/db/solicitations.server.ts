import { firstOfNextMonth, parisInstant, parisMonth } from '#app/domain/paris-time.ts'
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

/**
 * The table expression `budgets` (`profile_id`, `budget`) of `listBudgetsLeft`, for the profiles `p` that fulfil a condition. The
 * first values of the statement are those of `budgetValues`. Each part is read once, however few rows are foreseen.
 */
export const budgetsLeft = (condition: string) => `
  approved as materialized (
    select m.profile_id, count(*) from match m join profile q on q.id = m.profile_id
    where m.territory_id = $1::uuid and m.state = 'approved' and m.updated_at >= $4
      and not exists (select 1 from message x where x.account_id = q.account_id and x.kind = $2
        and x.state = any($3::text[]) and x.subject_id = m.id)
    group by 1
  ), budgets as materialized (
    select p.id as profile_id, greatest(0, a.monthly_solicitations - s.count - coalesce(w.count, 0))::int as budget
    from profile p join account a on a.id = p.account_id
      cross join lateral (
        select count(*) from message x where x.account_id = a.id and x.kind = $2 and x.state = any($3::text[])
          and x.send_after >= $4 and x.send_after < $5) s
      left join approved w on w.profile_id = p.id
    where p.territory_id = $1::uuid and ${condition}
      and a.status = 'active' and a.channel <> 'none' and a.monthly_solicitations > 0
  )`

/** What `budgetsLeft` is asked with. */
export function budgetValues({ territoryId, now }: { territoryId: string; now: Date }): unknown[] {
  const month = parisMonth(now)
  const [from, until] = [`${month}-01`, firstOfNextMonth(month)].map((date) => parisInstant(date, 0))
  return [territoryId, COUNTED.kind, COUNTED.state.in, from, until]
}

/**
 * How many solicitations each person of a territory may still receive in this calendar month of Paris: her or his own
 * budget, less those that leave or left this month, less this month's approvals whose message is still to be written.
 * Nothing for whoever cannot be reached. `profileIds` null: everybody.
 */
export async function listBudgetsLeft(
  db: Db,
  of: { territoryId: string; profileIds: readonly string[] | null; now: Date },
): Promise<Map<string, number>> {
  const rows = await db.$queryRawUnsafe<{ profileId: string; budget: number }[]>(
    `with ${budgetsLeft('($6::uuid[] is null or p.id = any($6::uuid[]))')}
     select profile_id as "profileId", budget from budgets`,
    ...budgetValues(of),
    of.profileIds && [...of.profileIds],
  )
  return new Map(rows.map(({ profileId, budget }) => [profileId, budget]))
}
