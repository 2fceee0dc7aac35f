import { beforeAll, expect, test } from 'vitest'
import { db } from '#app/db/client.server.ts'
import { createKeptPages, type Page } from '#app/http/kept-pages.server.ts'
import { postgresEngine } from '#search/postgres/engine.server.ts'
import { createTerritory } from '#tests/factories/territory.ts'
import { makeDocument } from '#tests/search/documents.ts'
import { useTestDatabase } from '#tests/setup/database.ts'

useTestDatabase()

beforeAll(() => createTerritory())

/** Pages that count how often they are drawn; `answer` tells what else each says. */
function startDrawing(answer: () => Partial<Omit<Page, 'body'>> = () => ({})) {
  const kept = createKeptPages()
  const drawn: boolean[] = []
  let nonces = 0
  const ask = async (path: string, changes: { method?: string; cookie?: string; origin?: string } = {}) => {
    const { method = 'GET', cookie, origin = 'https://actifs.example.org' } = changes
    const nonce = `nonce-${++nonces}`
    const { body, ...page } = await kept(
      { method, url: new URL(path, origin), cookie, nonce },
      async ({ isShared }) => {
        drawn.push(isShared)
        const text = `<p nonce="${nonce}">drawn ${drawn.length}</p><script nonce="${nonce}">é</script>`
        return { status: 200, headers: [['cache-control', 'no-store']], body: Buffer.from(text), ...answer() }
      },
    )
    return { ...page, nonce, text: body.toString() }
  }
  return { ask, drawn }
}

const said = (drawn: number, nonce: string) =>
  `<p nonce="${nonce}">drawn ${drawn}</p><script nonce="${nonce}">é</script>`

test('a page asked again comes from memory, with the nonce of its own answer', async () => {
  const { ask, drawn } = startDrawing()
  for (const path of ['/', '/offres?lieu=Laon', '/offres?lieu=Soissons']) {
    const [first, again] = [await ask(path), await ask(path)]
    expect(again.nonce).not.toBe(first.nonce)
    expect([first.text, again.text]).toEqual([
      said(drawn.length, first.nonce),
      said(drawn.length, again.nonce),
    ])
    expect([again.status, again.headers]).toEqual([200, [['cache-control', 'no-store']]])
  }
  expect(drawn).toEqual([true, true, true])
})

test('another site address is another page', async () => {
  const { ask, drawn } = startDrawing()
  await ask('/')
  await ask('/', { origin: 'https://other.example.org' })
  expect(drawn).toHaveLength(2)
})

test('it is drawn anew once the offers, or the territory, have changed', async () => {
  const { ask, drawn } = startDrawing()
  await ask('/offres')
  await postgresEngine.upsert([makeDocument('one')])
  await ask('/offres')
  expect(drawn).toHaveLength(2)
  await db().territory.updateMany({ data: { helpPhone: '+33300000001' } })
  await ask('/offres')
  await ask('/offres')
  expect(drawn).toHaveLength(3)
})

test('whoever asks while it is drawn waits for it', async () => {
  const { ask, drawn } = startDrawing()
  const answers = await Promise.all([ask('/offres'), ask('/offres'), ask('/offres')])
  expect(answers.map(({ text }) => text)).toEqual(answers.map(({ nonce }) => said(1, nonce)))
  expect(drawn).toEqual([true])
})

test.each([
  ['with a cookie', '/offres', { cookie: 'session=1' }],
  ['with any cookie at all', '/', { cookie: '' }],
  ['sent by a form', '/offres', { method: 'POST' }],
  ['asked for its head alone', '/offres', { method: 'HEAD' }],
  ['at any other address', '/offres/0199aa6c-0000-7000-8000-000000000001', {}],
  ['of data', '/offres.data', {}],
])('a page %s is drawn each time, and left to whoever hangs up', async (_, path, changes) => {
  const { ask, drawn } = startDrawing()
  for (let times = 0; times < 2; times++) await ask(path, changes)
  expect(drawn).toEqual([false, false])
})

test.each([
  ['an outage', { status: 503 }],
  ['a refusal', { status: 404 }],
  ['an answer that sets a cookie', { headers: [['Set-Cookie', 'one=1'] as [string, string]] }],
])('%s is not kept, and who waited for it gets one drawn alone', async (_, answer) => {
  const { ask, drawn } = startDrawing(() => answer)
  const [first, second] = await Promise.all([ask('/offres'), ask('/offres')])
  expect([first.text, second.text]).toEqual([said(1, first.nonce), said(2, second.nonce)])
  for (const page of [first, second]) expect(page).toMatchObject(answer)
  await ask('/offres')
  expect(drawn).toEqual([true, false, true])
})

test('a page that fails is drawn anew the next time', async () => {
  let fails = true
  const { ask, drawn } = startDrawing(() => {
    if (fails) throw new Error('a bug')
    return {}
  })
  await expect(ask('/offres')).rejects.toThrow('a bug')
  fails = false
  expect((await ask('/offres')).status).toBe(200)
  expect(drawn).toHaveLength(2)
})
