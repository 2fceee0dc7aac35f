import type { AccessPurpose } from '#app/domain/access.ts'
import type { Role } from '#app/domain/actor.ts'
import type { Db } from './client.server.ts'

/** What one reader did with one profile in a day in Paris, however often, and when last. */
export type DayOfReading = {
  at: Date
  role: Role
  purpose: AccessPurpose
  /** The reader's first name and organisation; null once they are gone. */
  firstName: string | null
  organisationName: string | null
  /** True when the reader had to type a reason. */
  hadReason: boolean
}

/** Who read this profile, newest first, a page at a time, a line a day for each reader and purpose; and how many lines in all. */
export async function listReadingsOfProfile(
  db: Db,
  scope: { kind: 'candidate'; profileId: string },
  options: { page: number; pageSize: number },
): Promise<{ readings: DayOfReading[]; total: number }> {
  const { profileId } = scope
  const [count] = await db.$queryRaw<{ total: number }[]>`
    select count(*)::int as total from (
      select from access_log where profile_id = ${profileId}::uuid
      group by account_id, organisation_id, role, purpose, (at at time zone 'Europe/Paris')::date) as lines`
  const readings = await db.$queryRaw<DayOfReading[]>`
    select r.at, r.role, r.purpose, a.first_name as "firstName", o.name as "organisationName", r.reasoned as "hadReason"
    from (
      select max(at) as at, max(sequence) as sequence, role, purpose, account_id, organisation_id,
        bool_or(reason_hash is not null) as reasoned
      from access_log where profile_id = ${profileId}::uuid
      group by account_id, organisation_id, role, purpose, (at at time zone 'Europe/Paris')::date
      order by max(at) desc, max(sequence) desc
      limit ${options.pageSize} offset ${(options.page - 1) * options.pageSize}) r
    left join account a on a.id = r.account_id and a.erased_at is null
    left join organisation o on o.id = r.organisation_id
    order by r.at desc, r.sequence desc`
  return { readings, total: count?.total ?? 0 }
}

/** A reading for which a reason was typed. */
export type ReasonedReading = {
  at: Date
  role: Role
  readerName: string | null
  profileId: string
  communeName: string | null
  /** What was typed; null once the person who was read is gone. */
  reason: string | null
}

/** The readings of a territory for which a reason was typed, newest first, a page at a time, and how many in all. */
export async function listReasonedReadings(
  db: Db,
  scope: { kind: 'territory'; territoryId: string },
  options: { page: number; pageSize: number },
): Promise<{ readings: ReasonedReading[]; total: number }> {
  const where = { territoryId: scope.territoryId, reasonHash: { not: null } }
  const [rows, total] = await Promise.all([
    db.accessLog.findMany({
      where,
      orderBy: [{ at: 'desc' }, { sequence: 'desc' }],
      skip: (options.page - 1) * options.pageSize,
      take: options.pageSize,
    }),
    db.accessLog.count({ where }),
  ])
  const [names, reasons, communes] = await Promise.all([
    readerNames(db, rows),
    typedReasons(db, rows),
    db.profile.findMany({
      where: { id: { in: rows.map(({ profileId }) => profileId) } },
      select: { id: true, commune: { select: { name: true } } },
    }),
  ])
  const communeOf = new Map(communes.map(({ id, commune }) => [id, commune.name]))
  const readings = rows.map(({ at, role, accountId, profileId, reasonHash }) => ({
    at,
    role: role as Role,
    readerName: names.get(accountId) ?? null,
    profileId,
    communeName: communeOf.get(profileId) ?? null,
    reason: reasons.get(reasonHash ?? '') ?? null,
  }))
  return { readings, total }
}

async function typedReasons(
  db: Db,
  rows: readonly { reasonHash: string | null }[],
): Promise<Map<string, string>> {
  const hashes = rows.flatMap(({ reasonHash }) => reasonHash ?? [])
  const kept = await db.accessReason.findMany({ where: { hash: { in: hashes } } })
  return new Map(kept.map(({ hash, reason }) => [hash, reason]))
}

async function readerNames(db: Db, rows: readonly { accountId: string }[]): Promise<Map<string, string>> {
  const accounts = await db.account.findMany({
    where: { id: { in: rows.map(({ accountId }) => accountId) }, erasedAt: null },
    select: { id: true, firstName: true, lastName: true },
  })
  return new Map(accounts.map(({ id, firstName, lastName }) => [id, `${firstName} ${lastName}`]))
}

/** An account that read too many people, and when it was seen. */
export type ReadingAlarm = { at: Date; role: Role; readerName: string; organisationName: string | null }

/** The alarms of a territory, newest first, at most `limit`. */
export const listReadingAlarms = (
  db: Db,
  scope: { kind: 'territory'; territoryId: string },
  limit: number,
): Promise<ReadingAlarm[]> =>
  db.$queryRaw<ReadingAlarm[]>`
    select e.occurred_at as at, a.role, a.first_name || ' ' || a.last_name as "readerName", (
      select o.name from membership m join organisation o on o.id = m.organisation_id
      where m.account_id = a.id order by m.created_at limit 1) as "organisationName"
    from outbox_event e join account a on a.id = (e.payload ->> 'accountId')::uuid
    where e.type = 'reading.alarmed' and a.territory_id = ${scope.territoryId}::uuid
    order by e.occurred_at desc, e.sequence desc limit ${limit}`
