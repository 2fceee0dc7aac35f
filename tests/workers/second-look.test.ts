import { beforeEach, expect, test } from 'vitest'
import { db } from '#app/db/client.server.ts'
import { approveMatch } from '#app/use-cases/approve-match.server.ts'
import { createOfficer } from '#tests/factories/account.ts'
import { createMatch } from '#tests/factories/match.ts'
import { useTestDatabase } from '#tests/setup/database.ts'
import { createTestWorker, listDelivered, listMessages, type TestWorker } from './worker-context.ts'

useTestDatabase()

beforeEach(async () => {
  await db()
    .$executeRaw`truncate outbox_event, message, answer_link, local_delivery, match, application, offer,
    profile, membership, account cascade`
})

async function approveOne(now: Date) {
  const match = await createMatch()
  const { actor } = await createOfficer()
  await approveMatch({ actor, matchId: match.id, now })
}
const sweep = (worker: TestWorker) => worker.run({ name: 'send-due-messages', data: {}, id: 'sweep' })

test('somebody who changes channel while a message waits gets it on the new one', async () => {
  const worker = createTestWorker()
  const sunday = new Date('2026-06-07T10:00:00Z')
  worker.setNow(sunday)
  await approveOne(sunday)
  await worker.runAll()
  await db().account.updateMany({ where: { role: 'candidate' }, data: { channel: 'email' } })
  worker.setNow(new Date('2026-06-08T07:00:00Z'))
  await sweep(worker)
  await worker.runAll()
  expect(await listDelivered()).toMatchObject([{ channel: 'email' }])
})

test('somebody suspended while a message waits gets nothing', async () => {
  const worker = createTestWorker()
  const sunday = new Date('2026-06-07T10:00:00Z')
  worker.setNow(sunday)
  await approveOne(sunday)
  await worker.runAll()
  await db().account.updateMany({ data: { status: 'suspended', suspensionReason: 'reasoned_decision' } })
  worker.setNow(new Date('2026-06-08T07:00:00Z'))
  await sweep(worker)
  await worker.runAll()
  expect(await listMessages()).toMatchObject([{ state: 'cancelled' }])
})
