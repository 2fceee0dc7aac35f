import { expect, test } from 'vitest'
import { loader } from '#app/routes/readyz.ts'

test('without a database nothing is ready, and the answer comes in time', async () => {
  process.env.DATABASE_URL = 'postgresql://nobody:nothing@127.0.0.1:1/test'
  const answer = await loader()
  expect(answer.status).toBe(503)
  expect(await answer.json()).toMatchObject({
    status: 'not_ready',
    database: { state: 'down' },
    queue: { state: 'unknown' },
    search: { state: 'down' },
  })
})
