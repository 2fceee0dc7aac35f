import type { Page } from 'playwright-core'
import { describe, expect, it } from 'vitest'
import { db } from '#app/db/client.server.ts'
import { createAnswerLink } from '#tests/factories/answer-link.ts'
import { createCandidate } from '#tests/factories/candidate.ts'
import { createMatch } from '#tests/factories/match.ts'
import { createOffer } from '#tests/factories/offer.ts'
import { useBrowser } from '#tests/setup/browser.ts'
import { useE2eApp } from '#tests/setup/e2e-app.ts'
import { sendRaw } from '#tests/setup/running-app.ts'
import { signIn, textOf } from './gestures.ts'
import { createEmployer, createGround, openDemoAccounts } from './world.ts'

const LIMIT_MS = 60_000
const HELP_NUMBER = '03 23 24 89 00'
const UNKNOWN = '00000000-0000-4000-8000-00000000dead'
const INSIDES =
  /\bat .+:\d+:\d+|node_modules|\.(ts|tsx|js|mjs):\d|prisma|postgres|ECONN|Error:|undefined|\[object/i

let token = ''
let othersOffer = ''
const app = useE2eApp({
  worker: false,
  async prepare() {
    const { territoryId } = await createGround()
    const own = { territoryId, name: 'Conserverie du Laonnois', recruiterName: 'Hélène Caron' }
    const { organisationId } = await createEmployer(own)
    const other = { territoryId, name: 'Ferme du Moulin', recruiterName: 'Lucie Moreau' }
    const { organisationId: otherId } = await createEmployer(other)
    const offer = await createOffer({ territoryId, organisationId })
    othersOffer = (await createOffer({ territoryId, organisationId: otherId })).id
    const { profile } = await createCandidate({ account: { territoryId } })
    const match = await createMatch({ offerId: offer.id, profileId: profile.id, state: 'notified' })
    token = (await createAnswerLink({ match })).token
    await openDemoAccounts()
  },
})
const browser = useBrowser()

/** A whole page in plain French, without the insides of anything. */
async function expectPlainPage(page: Page, { withHelp = true } = {}) {
  expect(await page.locator('html').getAttribute('lang')).toBe('fr')
  expect(await page.locator('h1').count()).toBe(1)
  expect((await page.title()).length).toBeGreaterThan(3)
  const text = await textOf(page.locator('body'))
  expect(text).not.toMatch(INSIDES)
  if (withHelp) expect(text).toContain(HELP_NUMBER)
}

async function visit(page: Page, path: string, status: number) {
  const answer = await page.goto(app().url + path)
  expect([path, answer?.status()]).toEqual([path, status])
  await expectPlainPage(page)
}

/** Sends a form from the page that is open, as a browser does. */
const submit = (page: Page, path: string, fields: Record<string, string>) =>
  Promise.all([
    page.waitForNavigation(),
    page.evaluate(
      ({ path, fields }) => {
        const form = document.createElement('form')
        form.method = 'post'
        form.action = path
        for (const [name, value] of Object.entries(fields)) {
          const box = document.createElement('textarea')
          box.name = name
          box.value = value
          form.append(box)
        }
        document.body.append(form)
        form.submit()
      },
      { path, fields },
    ),
  ]).then(([answer]) => answer?.status())

describe('what is not there or not one’s own', () => {
  it(
    'answers 404 to anybody',
    async () => {
      const page = await browser.open()
      const paths = [
        '/nulle-part',
        `/offres/${UNKNOWN}`,
        '/offres/pas-un-identifiant',
        '/r/pasunjeton',
        '/mes/offres',
      ]
      for (const path of paths) await visit(page, path, 404)
    },
    LIMIT_MS,
  )

  it(
    'answers 404 to a forged id, and to another organisation or role',
    async () => {
      const page = await browser.open()
      await signIn(page, app(), 'Hélène Caron')
      for (const path of [othersOffer, `${othersOffer}/modifier`, UNKNOWN, "1'--", '%00'].slice(0, 4))
        await visit(page, `/structure/offres/${path}`, 404)
      for (const path of [
        `/structure/candidatures/${UNKNOWN}`,
        '/bureau',
        '/mes-offres',
        `/bureau/offres/${othersOffer}`,
      ])
        await visit(page, path, 404)
      await page.goto(`${app().url}/structure`)
      const forged = { intent: 'withdraw', version: '1' }
      expect(await submit(page, `/structure/offres/${othersOffer}`, forged)).toBe(404)
      await expectPlainPage(page)
      expect(await db().offer.findUnique({ where: { id: othersOffer } })).toMatchObject({
        state: 'published',
      })
    },
    LIMIT_MS,
  )

  it(
    'a link that has served says so, and does nothing again',
    async () => {
      const page = await browser.open()
      const late = await browser.open()
      await page.goto(`${app().url}/r/${token}`)
      await late.goto(`${app().url}/r/${token}`)
      await page.getByRole('button', { name: 'Je postule' }).dblclick()
      await page.getByText('Vous avez postulé').waitFor()
      await late.getByRole('button', { name: 'Non merci' }).click()
      await late.getByText('Ce lien a déjà servi').waitFor()
      await expectPlainPage(late)
      expect(await db().application.count()).toBe(1)
    },
    LIMIT_MS,
  )
})

describe('requests that cannot be read', () => {
  it.each([
    ['a malformed address', 'GET /%E0%A4%A HTTP/1.1', 400],
    ['a null byte', 'GET /offres/%00 HTTP/1.1', 400],
    ['an unknown method', 'PROPFIND /offres HTTP/1.1', 405],
    ['a missing file', 'GET /assets/rien.js HTTP/1.1', 404],
  ])('%s', async (_, line, status) => {
    const { host, port } = new URL(app().url)
    const answer = await sendRaw(Number(port), `${line}\r\nHost: ${host}\r\nConnection: close\r\n\r\n`)
    expect(answer).toMatch(new RegExp(`^HTTP/1.1 ${status} `))
    expect(answer).toContain('lang="fr"')
    expect(answer.split('\r\n\r\n').slice(1).join('')).not.toMatch(INSIDES)
  })

  it(
    'a post where nothing is posted to, one from another site, one without an origin, one of 2 MB',
    async () => {
      const page = await browser.open()
      await page.goto(`${app().url}/connexion`)
      expect(await submit(page, '/offres', {})).toBe(405)
      await expectPlainPage(page)
      await page.goto(`${app().url}/connexion`)
      expect(await submit(page, '/connexion', { contact: 'a'.repeat(2_000_000) })).toBe(413)
      await expectPlainPage(page, { withHelp: false })
      const post = (headers: Record<string, string>) =>
        fetch(`${app().url}/connexion`, {
          method: 'POST',
          headers,
          body: new URLSearchParams({ contact: 'x' }),
        })
      const foreign = await post({ Origin: 'https://ailleurs.example', 'Sec-Fetch-Site': 'cross-site' })
      expect(foreign.status).toBe(403)
      const hidden = await post({ Origin: 'null', 'Sec-Fetch-Site': 'same-origin' })
      expect(hidden.status).toBe(422)
      for (const answer of [foreign, hidden]) expect(await answer.text()).toContain('lang="fr"')
    },
    LIMIT_MS,
  )

  it(
    'a search with anything in it',
    async () => {
      const page = await browser.open()
      const queries: Record<string, string>[] = [
        { q: 'a'.repeat(6000) },
        { q: `"' OR 1=1; -- \\ % _ * : & | ! ( ) <->` },
        { q: '🎉🎉 \u202e <script>' },
        { rayon: 'loin', page: '-3', tri: 'hasard', genre: 'rien', contrat: 'rien', metier: 'Z9' },
        { page: '99999999999', debut: '2026-99-99', lieu: 'L\'Épine"' },
      ]
      for (const query of queries) await visit(page, `/offres?${new URLSearchParams(query)}`, 200)
    },
    LIMIT_MS,
  )
})

describe('an outage of the database', () => {
  it(
    'is told in French with the number to call, and ends by itself',
    async () => {
      const page = await browser.open()
      await visit(page, '/offres', 200)
      await app().closeDatabase()
      try {
        for (const path of ['/', '/offres', '/structure', `/r/${token}`]) await visit(page, path, 503)
        const health = await fetch(`${app().url}/healthz`)
        expect(health.status).toBe(200)
        const ready = await fetch(`${app().url}/readyz`)
        expect([ready.status, await ready.text()]).toEqual([
          503,
          expect.not.stringMatching(/ at .+:\d+|password/),
        ])
      } finally {
        await app().openDatabase()
      }
      await expect
        .poll(async () => (await page.goto(`${app().url}/offres`))?.status(), { timeout: 20_000 })
        .toBe(200)
      expect(app().takeErrors().join('\n')).not.toContain('Nadia')
    },
    LIMIT_MS,
  )
})
