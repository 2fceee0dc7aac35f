import type { EventType } from '#app/domain/events.ts'
import { queryTexts } from './raw.server.ts'

/** A fact as its readers by snapshot get it. */
export type TextFact = { type: EventType; payload: Record<string, string> }

/**
 * What was committed between two snapshots of the database. When `isTrimmed`, some of it was removed since, or the server has gone
 * back: in a crash it loses the last numbers given to what did not wait for the disk, and gives them again.
 */
export type News = { snapshot: string; isTrimmed: boolean; facts: TextFact[] }

// A snapshot holds the transactions under xmax that were not in progress: what it did not hold is the rest. Numbers that
// this server has not given yet are those of another one, whose backup was restored here.
const NEWS = `
  with before as (select $1::pg_snapshot as snapshot), now as (select pg_current_snapshot() as snapshot),
  missed as (
    select x::text::bigint as id from before, pg_snapshot_xip(before.snapshot) x
  ),
  news as (
    select type, payload from outbox_event where transaction_id in (select id from missed)
    union all
    select type, payload from outbox_event
    where transaction_id >= (select pg_snapshot_xmax(snapshot)::text::bigint from before)
      and transaction_id < (select pg_snapshot_xmax(snapshot)::text::bigint from now)
  )
  select 'snapshot', (select snapshot::text from now), (
    select bool_or(not pg_visible_in_snapshot(purged_by, snapshot)
      and purged_through >= pg_snapshot_xmin(snapshot)::text::bigint) from matching.outbox_purge, before
    ) or (select pg_snapshot_xmax(now.snapshot) < pg_snapshot_xmax(before.snapshot) from now, before)
  union all select type, payload::text, null from news`

/**
 * The facts committed since a snapshot, each exactly once from one call to the next, in whatever order their transactions
 * ended and however long they stayed open. Their order here says nothing.
 */
export async function readFactsSince(snapshot: string): Promise<News> {
  const rows = await queryTexts(NEWS, [snapshot])
  const head = rows.find(([type]) => type === 'snapshot')
  const facts = rows.filter((row) => row !== head)
  return {
    snapshot: head?.[1] ?? snapshot,
    isTrimmed: head?.[2] === 't',
    facts: facts.map(([type, payload]) => ({
      type: type as EventType,
      payload: JSON.parse(payload ?? '{}'),
    })),
  }
}

/** The offers of these applications; one made without any has none. */
export const offersOfApplications = async (applicationIds: readonly string[]): Promise<string[]> =>
  applicationIds.length === 0
    ? []
    : (
        await queryTexts(
          'select distinct offer_id from application where id = any($1) and offer_id is not null',
          [applicationIds],
        )
      ).map(([id]) => id ?? '')

/** The profiles of these accounts. */
export const profilesOfAccounts = async (accountIds: readonly string[]): Promise<string[]> =>
  accountIds.length === 0
    ? []
    : (await queryTexts('select id from profile where account_id = any($1)', [accountIds])).map(
        ([id]) => id ?? '',
      )
