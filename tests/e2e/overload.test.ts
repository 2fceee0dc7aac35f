import pg from 'pg'
import { expect, it } from 'vitest'
import { displayPhone } from '#app/domain/phone.ts'
import { newReference } from '#app/system/secrets.server.ts'
import { createTerritory } from '#tests/factories/territory.ts'
import { useE2eApp } from '#tests/setup/e2e-app.ts'

const LIMIT_MS = 120_000
const AT_ONCE = 40
// A page for which the database is asked who reads it, and for nothing else that is long.
const PAGE = '/confidentialite'

let helpPhone = ''
const app = useE2eApp({
  worker: false,
  prepare: async () => {
    helpPhone = (await createTerritory()).helpPhone
  },
})

it(
  'when every connection to the database is taken, the others are told when to come back and whom to call',
  async () => {
    const cookie = `session=${newReference()}`
    const get = (path: string) => fetch(app().url + path, { headers: { cookie } })
    expect((await get(PAGE)).status).toBe(200)
    const client = new pg.Client({ connectionString: process.env.DATABASE_URL })
    await client.connect()
    await client.query('begin')
    await client.query('lock table session in access exclusive mode')
    const asked = Array.from({ length: AT_ONCE }, () => get(PAGE))
    const withoutPage = [
      ...['/offres.geojson', '/mes-donnees.json', '/mon-cv.pdf'].map(get),
      fetch(`${app().url}/deconnexion`, { method: 'POST', headers: { cookie, origin: app().url } }),
    ]
    const first = await Promise.race(asked)
    expect(first.status).toBe(503)
    expect(first.headers.get('Retry-After')).toBe('60')
    const files = await Promise.all(withoutPage)
    await client.query('commit')
    await client.end()
    const answers = await Promise.all(asked)
    expect([...new Set(answers.map(({ status }) => status))].sort()).toEqual([200, 503])
    expect(files.map(({ status }) => status)).toEqual([503, 503, 503, 503])
    for (const answer of [...files, ...answers.filter(({ status }) => status === 503)]) {
      expect(answer.headers.get('Retry-After')).toBe('60')
      expect(await answer.text()).toContain(displayPhone(helpPhone))
    }
    expect((await get(PAGE)).status).toBe(200)
    expect(
      app()
        .takeErrors()
        .every((line) => /frame unavailable|file unavailable|page failed/.test(line)),
    ).toBe(true)
  },
  LIMIT_MS,
)
