import { randomUUID } from 'node:crypto'
import { expect, test } from 'vitest'
import { db } from '#app/db/client.server.ts'
import { appendEvents } from '#app/db/outbox.server.ts'
import { NOW } from '#tests/factories/now.ts'
import { useTestDatabase } from '#tests/setup/database.ts'
import { silentProxy } from '#tests/setup/silent-proxy.ts'
import { startRelay } from '#workers/relay.ts'

useTestDatabase()

const append = () => appendEvents(db(), [{ type: 'offer.edited', payload: { offerId: randomUUID() } }], NOW)
const pause = (ms: number) => new Promise((resolve) => setTimeout(resolve, ms))
const countWaiting = () => db().outboxEvent.count({ where: { relayedAt: null } })

test('facts are relayed though the connection that listens has gone without a word', async () => {
  const { silence } = await silentProxy()
  const stop = startRelay({ add: async () => {} } as never, () => NOW)
  await append()
  await expect.poll(countWaiting, { timeout: 10_000 }).toBe(0)
  expect(silence('listen "outbox"')).toBe(1)
  for (let fact = 0; fact < 3; fact++) {
    // Each time the relay has fallen asleep, or would like to.
    await pause(1500)
    await append()
    await expect.poll(countWaiting, { timeout: 15_000 }).toBe(0)
  }
  await stop()
}, 60_000)
