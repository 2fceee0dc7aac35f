import type { Role } from '#app/domain/actor.ts'
import { parisMonth } from '#app/domain/paris-time.ts'
import type { DepartureReason } from '#app/domain/retention.ts'
import type { Db } from './client.server.ts'
import { fromIsoDate } from './dates.ts'

/** An account to erase: its row is held until the end of the transaction. */
export type Leaving = { id: string; territoryId: string; role: Role; profileId: string | null }

/** The account to erase within a territory, or anywhere; null when it is unknown or erased already. */
export async function lockLeaving(
  tx: Db,
  { accountId, territoryId }: { accountId: string; territoryId: string | null },
): Promise<Leaving | null> {
  await tx.$queryRaw`select 1 from account where id = ${accountId}::uuid for update`
  const row = await tx.account.findFirst({
    where: { id: accountId, erasedAt: null, ...(territoryId ? { territoryId } : {}) },
    select: { id: true, territoryId: true, role: true, profile: { select: { id: true } } },
  })
  return (
    row && {
      id: row.id,
      territoryId: row.territoryId,
      role: row.role as Role,
      profileId: row.profile?.id ?? null,
    }
  )
}

// The local outbox knows addresses and references only: what was written to the person, at whatever address, and what was
// written to others that names her or him.
async function deleteDeliveries(tx: Db, { id, profileId }: Leaving): Promise<void> {
  await tx.$executeRaw`
    delete from local_delivery d where d.client_reference in (
      select m.id::text from message m where m.account_id = ${id}::uuid
        or m.subject_id in (select a.id from application a where a.profile_id = ${profileId}::uuid
          union all select t.id from match t where t.profile_id = ${profileId}::uuid
          union all select j.id from join_request j where j.account_id = ${id}::uuid
          union all select i.id from invitation i where i.invited_by_id = ${id}::uuid))
      or d.recipient in (select unnest(array[phone, email]) from account where id = ${id}::uuid)`
}

/**
 * Removes an account with every row that belongs to it, whatever the table, and puts back a row of the same id that names
 * nobody: it says that somebody left, and when.
 */
export async function eraseRows(tx: Db, leaving: Leaving, now: Date): Promise<void> {
  const { id, territoryId } = leaving
  await deleteDeliveries(tx, leaving)
  await tx.account.updateMany({ where: { duplicateOfId: id }, data: { duplicateOfId: null } })
  await tx.account.delete({ where: { id } })
  await tx.account.create({
    data: {
      id,
      territoryId,
      role: 'candidate',
      firstName: '',
      lastName: '',
      channel: 'none',
      monthlySolicitations: 0,
      status: 'suspended',
      createdAt: now,
      verifiedAt: now,
      erasedAt: now,
    },
  })
}

/** The organisations of which the account is the only administrator, each with who joined first among the others, if any. */
export async function listOrphanedOrganisations(
  tx: Db,
  accountId: string,
): Promise<{ organisationId: string; heirId: string | null }[]> {
  return tx.$queryRaw<{ organisationId: string; heirId: string | null }[]>`
    select m.organisation_id as "organisationId", (
      select o.account_id from membership o where o.organisation_id = m.organisation_id and o.account_id <> m.account_id
      order by o.created_at, o.account_id limit 1) as "heirId"
    from membership m where m.account_id = ${accountId}::uuid and m.role = 'administrator' and not exists (
      select 1 from membership o where o.organisation_id = m.organisation_id and o.account_id <> m.account_id
        and o.role = 'administrator')`
}

/** Makes a member the administrator of an organisation. */
export async function makeAdministrator(
  tx: Db,
  of: { organisationId: string; accountId: string },
): Promise<void> {
  await tx.membership.updateMany({ where: of, data: { role: 'administrator' } })
}

/** Counts one departure in the month, in Paris, of an instant. */
export async function countDeparture(
  tx: Db,
  { territoryId, reason, now }: { territoryId: string; reason: DepartureReason; now: Date },
): Promise<void> {
  const month = fromIsoDate(`${parisMonth(now)}-01`)
  await tx.departureStatistic.upsert({
    where: { territoryId_month_reason: { territoryId, month, reason } },
    create: { territoryId, month, reason, count: 1 },
    update: { count: { increment: 1 } },
  })
}
