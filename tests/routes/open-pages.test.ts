import { beforeEach, describe, expect, test } from 'vitest'
import { db } from '#app/db/client.server.ts'
import { deliverLocally } from '#app/db/local-deliveries.server.ts'
import { appendEvents } from '#app/db/outbox.server.ts'
import { loader as mailboxLoader } from '#app/routes/boite-d-envoi.tsx'
import { loader as aliveLoader } from '#app/routes/healthz.ts'
import { loader as readyLoader } from '#app/routes/readyz.ts'
import { useTestDatabase } from '#tests/setup/database.ts'
import { answerOf, countRows, requestTo, routeArgs, unknownId } from '#tests/setup/request.ts'

useTestDatabase()
beforeEach(() => {
  process.env.DEMO = ''
})

const mailbox = (search = '') =>
  answerOf(() => mailboxLoader(routeArgs(requestTo(`/boite-d-envoi${search}`))))

describe('the outbox of the demo', () => {
  test('does not exist outside a demo', async () => {
    expect((await mailbox()).status).toBe(404)
  })

  test('shows what went out, newest first, twelve a page, and reading changes nothing', async () => {
    process.env.DEMO = '1'
    for (let i = 0; i < 13; i++)
      await deliverLocally(db(), {
        clientReference: unknownId(),
        channel: i % 2 === 0 ? 'sms' : 'email',
        recipient: i % 2 === 0 ? '+33639980001' : 'nadia@example.org',
        sender: 'ACTIFS',
        subject: i % 2 === 0 ? null : 'Une offre',
        text: `Message ${i}`,
        html: null,
        segments: i % 2 === 0 ? 1 : 0,
        sentAt: new Date(Date.UTC(2026, 5, 1, 8, i)),
      })
    const before = await countRows()
    const first = (await mailbox()).body as { messages: { body: string; to: string }[]; pageCount: number }
    expect(first.messages).toHaveLength(12)
    expect(first.messages[0]).toMatchObject({ body: 'Message 12', to: '06 39 98 00 01' })
    expect(first.pageCount).toBe(2)
    const second = (await mailbox('?page=2')).body as { messages: { body: string }[] }
    expect(second.messages.map(({ body }) => body)).toEqual(['Message 0'])
    expect((await mailbox('?page=-1;drop')).status).toBe(200)
    expect(await countRows()).toEqual(before)
  })
})

describe('alive and ready', () => {
  test('alive says so without asking anybody', async () => {
    const answer = aliveLoader()
    expect([answer.status, await answer.text()]).toEqual([200, 'ok\n'])
  })

  test('ready tells each part', async () => {
    const answer = await readyLoader()
    expect(answer.status).toBe(200)
    expect(await answer.json()).toEqual({
      status: 'ready',
      database: { state: 'up' },
      queue: { state: 'up', oldestWaitingSeconds: 0 },
      search: { state: 'up', postgres: true, meilisearch: null },
    })
  })

  test('a fact that waits for more than a minute says that no worker takes them', async () => {
    const since = new Date(Date.now() - 120_000)
    await appendEvents(db(), [{ type: 'offer.published', payload: { offerId: unknownId() } }], since)
    const answer = await readyLoader()
    expect(answer.status).toBe(200)
    const { queue } = (await answer.json()) as { queue: { state: string; oldestWaitingSeconds: number } }
    expect(queue.state).toBe('late')
    expect(queue.oldestWaitingSeconds).toBeGreaterThanOrEqual(120)
  })
})
