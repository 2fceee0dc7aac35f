import { randomUUID } from 'node:crypto'
import { afterEach, beforeEach, describe, expect, test } from 'vitest'
import { db } from '#app/db/client.server.ts'
import { listen } from '#app/db/listen.server.ts'
import { appendEvents, appendSettledEvents } from '#app/db/outbox.server.ts'
import { inTransaction } from '#app/db/transaction.server.ts'
import { ok } from '#app/domain/result.ts'
import { NOW } from '#tests/factories/now.ts'
import { useTestDatabase } from '#tests/setup/database.ts'
import { relayOnce, startRelay } from '#workers/relay.ts'

useTestDatabase()

const clock = () => NOW
const queues = { add: async () => {} }
const fact = () => ({ type: 'offer.edited' as const, payload: { offerId: randomUUID() } })
const append = (count = 1) => appendEvents(db(), Array.from({ length: count }, fact), NOW)
const countWaiting = () => db().outboxEvent.count({ where: { relayedAt: null } })
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
  let stop = async () => {}
  const onNotify = ({ payload }: { payload: string }) => {
    if (payload === 'end') hearEnd()
    else calls++
  }
  beforeEach(async () => {
    calls = 0
    stop = await listen('outbox', { onNotify: onNotify as () => void, onLost: () => {} })
  })
  afterEach(() => stop())

  // Calls are heard in the order of commits: once this one is, all before it were.
  async function heard() {
    const end = new Promise<void>((resolve) => {
      hearEnd = resolve
    })
    await db().$executeRaw`select pg_notify('outbox', 'end')`
    await end
    return calls
  }

  test('the first fact does, those that come while it waits do not', async () => {
    await append(3)
    await append()
    await append(2)
    expect(await heard()).toBe(1)
  })

  test('a fact does again once those before it were relayed', async () => {
    await append()
    await relayOnce(queues as never, clock)
    await append()
    expect(await heard()).toBe(2)
  })

  test('a fact to which nobody reacts never does, and silences nobody', async () => {
    await appendSettledEvents(db(), [fact()], NOW)
    await append()
    expect(await heard()).toBe(1)
  })
})

describe('a fact that called nobody', () => {
  test('is relayed although it was committed after those before it were', async () => {
    await append()
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
    const stopRelay = startRelay(queues as never, clock)
    await until(async () => (await countWaiting()) === 0)
    const startedAt = Date.now()
    commit()
    await late
    await until(async () => (await countWaiting()) === 0)
    await stopRelay()
    // Looking every two seconds would have found it too, later.
    expect(Date.now() - startedAt).toBeLessThan(1900)
    expect(await db().outboxEvent.count({ where: { relayedAt: { not: null } } })).toBe(2)
  })
})
