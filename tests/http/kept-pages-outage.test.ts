import { expect, test } from 'vitest'
import { createKeptPages } from '#app/http/kept-pages.server.ts'
import { freePort } from '#scripts/services.mjs'

test('while the database does not answer, each page is drawn for itself, and may say so', async () => {
  process.env.DATABASE_URL = `postgresql://nobody@127.0.0.1:${await freePort()}/test_nothing`
  const kept = createKeptPages()
  const asked = { method: 'GET', url: new URL('https://actifs.example.org/'), cookie: undefined, nonce: 'n' }
  const shared: boolean[] = []
  const outage = { status: 503, headers: [], body: Buffer.from('down') }
  for (let times = 0; times < 2; times++) {
    const page = await kept(asked, async ({ isShared }) => {
      shared.push(isShared)
      return outage
    })
    expect(page).toBe(outage)
  }
  expect(shared).toEqual([false, false])
})
