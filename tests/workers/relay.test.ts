import { randomUUID } from 'node:crypto'
import { afterEach, beforeEach, describe, expect, test } from 'vitest'
import { db } from '#app/db/client.server.ts'
import { type Listener, listen } from '#app/db/listen.server.ts'
import { appendEvents, appendSettledEvents } from '#app/db/outbox.server.ts'
import { inTransaction } from '#app/db/transaction.server.ts'
import { ok } from '#app/domain/result.ts'
import { NOW } from '#tests/factories/now.ts'
import { useTestDatabase } from '#tests/setup/database.ts'
import { requeueEvents } from '#workers/handlers/requeue-events.ts'
import { relayOnce, startRelay } from '#workers/relay.ts'
import { createTestWorker } from './worker-context.ts'

useTestDatabase()

const clock = () => NOW
const queues = { add: async () => {} }
const fact = () => ({ type: 'offer.edited' as const, payload: { offerId: randomUUID() } })
const append = (count = 1) => appendEvents(db(), Array.from({ length: count }, fact), NOW)
const countWaiting = () => db().outboxEvent.count({ where: { relayedAt: null } })
async function isSomebodyAwake() {
  const [row] = await db().$queryRaw<{ held: boolean }[]>`
    select exists (select from pg_locks where locktype = 'advisory' and mode = 'ExclusiveLock' and granted
      and database = (select oid from pg_database where datname = current_database())) as held`
  return row?.held ?? false
}
/** No fact is found by looking while asleep. */
const NEVER_MS = 3_600_000
const pause = (ms: number) => new Promise((resolve) => setTimeout(resolve, ms))

async function until(isDone: () => Promise<boolean>) {
  while (!(await isDone())) await pause(20)
}

beforeEach(async () => {
  await db().$executeRaw`truncate outbox_event cascade`
})

describe('who calls the relay', () => {
  let calls = 0
  let hearEnd = () => {}
  let listener: Listener
  let stopRelay = async () => {}
  const onNotify = ({ payload }: { payload: string }) => {
    if (payload === 'end') hearEnd()
    else calls++
  }
  beforeEach(async () => {
    calls = 0
    listener = await listen('outbox', { onNotify: onNotify as () => void, onLost: () => {} })
  })
  afterEach(async () => {
    await stopRelay()
    stopRelay = async () => {}
    await listener.stop()
  })

  // Calls are heard in the order of commits: once this one is, all before it were.
  async function heard() {
    const end = new Promise<void>((resolve) => {
      hearEnd = resolve
    })
    await db().$executeRaw`select pg_notify('outbox', 'end')`
    await end
    return calls
  }

  test('facts do while nobody is awake, once a transaction', async () => {
    await append(3)
    await append()
    expect(await heard()).toBe(2)
  })

  test('none does while somebody is, all do again afterwards', async () => {
    const other = await listen('outbox', { onNotify: () => {}, onLost: () => {} })
    expect(await other.tryHold('relay awake')).toBe(true)
    await append()
    await append()
    expect(await heard()).toBe(0)
    expect(await isSomebodyAwake()).toBe(true)
    await other.stop()
    await until(async () => !(await isSomebodyAwake()))
    await append()
    expect(await heard()).toBe(1)
  })

  test('nobody is awake before a transaction that has called ends', async () => {
    const result = await inTransaction(async (tx) => {
      await appendEvents(tx, [fact()], NOW)
      return ok(await listener.tryHold('relay awake'))
    })
    expect(result).toEqual(ok(false))
    expect(await listener.tryHold('relay awake')).toBe(true)
  })

  test('a relay is awake while facts come, and asleep soon after', { retry: 3 }, async () => {
    stopRelay = startRelay(queues as never, clock)
    await append()
    await until(isSomebodyAwake)
    await until(async () => !(await isSomebodyAwake()))
    expect(await countWaiting()).toBe(0)
    await append()
    await until(async () => (await countWaiting()) === 0)
  })

  test('a fact to which nobody reacts never does', async () => {
    await appendSettledEvents(db(), [fact()], NOW)
    expect(await heard()).toBe(0)
  })
})

describe('a fact that called nobody', () => {
  let stopRelay = async () => {}
  afterEach(() => stopRelay())

  // The relay looks for half a second more: a machine that stops for longer at the wrong moment gets another chance.
  test('is relayed although it was committed after those before it were', { retry: 3 }, async () => {
    stopRelay = startRelay(queues as never, clock, NEVER_MS)
    await append()
    await until(isSomebodyAwake)
    let commit = () => {}
    const mayCommit = new Promise<void>((resolve) => {
      commit = resolve
    })
    let written = () => {}
    const isWritten = new Promise<void>((resolve) => {
      written = resolve
    })
    const late = inTransaction(async (tx) => {
      await appendEvents(tx, [fact()], NOW)
      written()
      await mayCommit
      return ok(null)
    })
    await isWritten
    await until(async () => (await countWaiting()) === 0)
    // Those who come call it again; this one came before.
    await until(async () => !(await isSomebodyAwake()))
    commit()
    await late
    await expect.poll(countWaiting, { timeout: 5000 }).toBe(0)
    expect(await db().outboxEvent.count({ where: { relayedAt: { not: null } } })).toBe(2)
  })
})

test('a fact that this version does not know waits, unsettled, for one that does', async () => {
  await append()
  await db().$executeRaw`update outbox_event set type = 'offer.of_tomorrow'`
  expect(await relayOnce(queues, clock)).toBe(1)
  const { context } = createTestWorker({ clock: () => new Date(NOW.getTime() + 3_600_000) })
  await requeueEvents(context)
  expect(await db().outboxEvent.findFirst()).toMatchObject({ relayedAt: NOW, settledAt: null, doneJobs: [] })
})
