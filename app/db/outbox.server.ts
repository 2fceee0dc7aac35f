import type { DomainEvent } from '#app/domain/events.ts'
import { newOrderedId } from '#app/system/id.server.ts'
import type { Db } from './client.server.ts'
import { UNHURRIED } from './unhurried.server.ts'

// In SQL: Prisma compiles each `createMany` anew, which takes longer than the statement.
async function insertEvents(tx: Db, events: readonly DomainEvent[], now: Date, settledAt: Date | null) {
  if (events.length === 0) return
  await tx.$executeRaw`
    insert into outbox_event (id, type, payload, occurred_at, relayed_at, settled_at, done_jobs)
    select id, type, payload::jsonb, ${now}::timestamptz, ${settledAt}::timestamptz, ${settledAt}::timestamptz, '{}'
    from unnest(${events.map(() => newOrderedId())}::uuid[], ${events.map(({ type }) => type)}::text[],
      ${events.map(({ payload }) => JSON.stringify(payload))}::text[]) with ordinality as e (id, type, payload, at)
    order by at`
}

/** Appends facts to the outbox, in the transaction that saved what they tell. `now` is the instant they happened. */
export const appendEvents = (tx: Db, events: readonly DomainEvent[], now: Date): Promise<void> =>
  insertEvents(tx, events, now, null)

/** The same for facts that nobody reacts to: they are kept, and no relay is woken for them. */
export const appendSettledEvents = (tx: Db, events: readonly DomainEvent[], now: Date): Promise<void> =>
  insertEvents(tx, events, now, now)

/** A fact as stored, for those who react to it. */
export type StoredEvent = { id: string; event: DomainEvent; doneJobs: string[] }

type EventRow = { id: string; type: string; payload: unknown; doneJobs: string[] }

const toStoredEvent = ({ id, type, payload, doneJobs }: EventRow): StoredEvent => ({
  id,
  event: { type, payload } as DomainEvent,
  doneJobs,
})

/** Appends a fact under an id of its own choice, once: appended again, nothing changes. Returns true the first time. */
export async function appendEventOnce(
  tx: Db,
  { type, payload }: DomainEvent,
  options: { id: string; now: Date },
): Promise<boolean> {
  const data = [{ id: options.id, type, payload, occurredAt: options.now }]
  return (await tx.outboxEvent.createMany({ data, skipDuplicates: true })).count === 1
}

/** Takes facts not yet relayed, in order, until the end of the transaction. Facts that another relay holds are skipped. */
export async function claimEvents(tx: Db, limit: number): Promise<StoredEvent[]> {
  const rows = await tx.$queryRaw<EventRow[]>`
    select id, type, payload, done_jobs as "doneJobs" from outbox_event
    where relayed_at is null order by sequence limit ${limit} for update skip locked`
  return rows.map(toStoredEvent)
}

/** Marks facts as handed to the queues; those that nobody reacts to are settled at once. Waits for no disk. */
export async function markRelayed(
  tx: Db,
  marked: { ids: readonly string[]; settledIds: readonly string[]; now: Date },
): Promise<void> {
  const { now } = marked
  const [ids, settledIds] = [[...marked.ids], [...marked.settledIds]]
  await tx.$executeRaw`
    with ${UNHURRIED}
    update outbox_event set
      relayed_at = case when id = any(${ids}::uuid[]) then ${now}::timestamptz else relayed_at end,
      settled_at = case when id = any(${settledIds}::uuid[]) then ${now}::timestamptz else settled_at end
    from unhurried
    where id = any(${ids}::uuid[] || ${settledIds}::uuid[])`
}

/** Takes the facts older than an instant as told: nobody will react to them any more. */
export async function settleEventsBefore(db: Db, before: Date, now: Date): Promise<void> {
  const where = { occurredAt: { lt: before }, relayedAt: null }
  await db.outboxEvent.updateMany({ where, data: { relayedAt: now, settledAt: now } })
}

/**
 * Records that a job has done its work for facts, and settles those for which all of `expectedJobs` have. Jobs that end
 * together for the same facts wait for each other in one order. On its own it waits for no disk: it may be forgotten by a server that
 * crashes, never what was committed before it.
 */
export async function markJobDone(
  db: Db,
  done: {
    job: string
    facts: readonly { id: string; expectedJobs: readonly string[] }[]
    now: Date
  },
): Promise<void> {
  const { job, facts, now } = done
  const ids = facts.map(({ id }) => id)
  const expected = facts.map(({ expectedJobs }) => expectedJobs.join(' '))
  await db.$executeRaw`
    with ${UNHURRIED}, held as materialized (
      select id from outbox_event where id = any(${ids}::uuid[]) order by id for update)
    update outbox_event e set
      done_jobs = case when ${job} = any(done_jobs) then done_jobs else array_append(done_jobs, ${job}) end,
      settled_at = case when array_append(done_jobs, ${job}) @> string_to_array(fact.expected, ' ')
        then coalesce(settled_at, ${now}::timestamptz) end
    from unhurried, held join unnest(${ids}::uuid[], ${expected}::text[]) as fact (id, expected) using (id)
    where e.id = held.id`
}

/** Facts relayed before `relayedBefore`, and not earlier than `since`, that some job has not done its work for. */
export async function listUnsettledEvents(
  db: Db,
  unsettled: { relayedBefore: Date; since: Date; limit: number; types: readonly string[] },
): Promise<StoredEvent[]> {
  const rows = await db.outboxEvent.findMany({
    where: {
      settledAt: null,
      relayedAt: { lt: unsettled.relayedBefore, gte: unsettled.since },
      type: { in: [...unsettled.types] },
    },
    orderBy: { relayedAt: 'asc' },
    take: unsettled.limit,
    select: { id: true, type: true, payload: true, doneJobs: true },
  })
  return rows.map(toStoredEvent)
}

/** A fact that a job has still its work to do for. */
export type OpenFact = { id: string; event: DomainEvent }

/** Those of these facts that a job has still its work to do for, oldest first. */
export async function listOpenFacts(
  db: Db,
  { ids, job }: { ids: readonly string[]; job: string },
): Promise<OpenFact[]> {
  const rows = await db.$queryRaw<EventRow[]>`
    select id, type, payload, done_jobs as "doneJobs" from outbox_event
    where id = any(${[...ids]}::uuid[]) and not ${job} = any(done_jobs) order by sequence`
  return rows.map(toStoredEvent)
}

/**
 * The facts about these offers, or these profiles, that a job has still its work to do for, of the types it reacts to: one run
 * now does it for all of them.
 */
export async function listFactsAbout(
  db: Db,
  asked: { subjectIds: readonly string[]; job: string; types: readonly string[] },
): Promise<OpenFact[]> {
  const { subjectIds, job, types } = asked
  const rows = await db.$queryRaw<EventRow[]>`
    select id, type, payload, done_jobs as "doneJobs" from outbox_event
    where settled_at is null and coalesce(payload ->> 'offerId', payload ->> 'profileId') = any(${[...subjectIds]})
      and type = any(${[...types]}::text[]) and not ${job} = any(done_jobs)`
  return rows.map(toStoredEvent)
}
