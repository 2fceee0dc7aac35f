import type { Page } from 'playwright-core'
import { expect, test } from 'vitest'
import { db } from '#app/db/client.server.ts'
import { createPages } from '#tests/e2e/pages.ts'
import { openShown, type ShownPage } from '#tests/e2e/show.ts'
import { createAccount } from '#tests/factories/account.ts'
import { useBrowser } from '#tests/setup/browser.ts'
import { useE2eApp } from '#tests/setup/e2e-app.ts'
import { sendTo } from '#tests/setup/http-request.ts'

const LIMIT_MS = 600_000
const SECRET = 'canari-7f3a@example.org'
const PAYLOADS = [
  `x' OR '1'='1' -- `,
  `'; DELETE FROM account; DROP TABLE membership CASCADE; --`,
  `'||(SELECT email FROM account WHERE last_name = 'Canari')||'`,
  `1) OR 1=1; UPDATE account SET first_name = 'Pirate' --`,
]
const INSIDES = /syntax error|unterminated|prisma|pg_catalog|relation "|column "|SQLSTATE|at character \d/i

type FoundForm = {
  action: string
  method: string
  entries: [string, string][]
  names: string[]
  cookie: string
}

let shown: ShownPage[] = []
let canaryId = ''
const app = useE2eApp({
  worker: false,
  prepare: async () => {
    shown = (await createPages()).pages
    const canary = await createAccount({ firstName: 'Zoé', lastName: 'Canari', email: SECRET })
    canaryId = canary.id
  },
})
const browser = useBrowser()

/** The forms of the page that is open, filled in as it shows them. */
async function formsOf(page: Page): Promise<FoundForm[]> {
  const found = await page.evaluate(() =>
    [...document.forms].map((form) => {
      const buttons = [...form.querySelectorAll<HTMLButtonElement>('button[name]')]
      const entries = [...new FormData(form, null)].map(([name, value]) => [name, String(value)])
      const [first] = buttons
      if (first) entries.push([first.name, first.value])
      const fields = [...form.elements].map((element) => element.getAttribute('name') ?? '')
      return {
        action: new URL(form.getAttribute('action') ?? '', location.href).href,
        method: form.method,
        entries: entries as [string, string][],
        names: [...new Set(fields)].filter(Boolean),
      }
    }),
  )
  const cookies = await page.context().cookies()
  const cookie = cookies.map(({ name, value }) => `${name}=${value}`).join('; ')
  return found.map((form) => ({ ...form, cookie }))
}

async function findForms(): Promise<FoundForm[]> {
  const visitors = new Map<string, Page>()
  const forms: FoundForm[] = []
  for (const one of shown) {
    const { as = '' } = one
    const page = visitors.get(as) ?? (await browser.open({ javaScript: false }))
    await openShown(page, app(), { shown: one, present: visitors.has(as) ? as : undefined })
    visitors.set(as, page)
    forms.push(...(await formsOf(page)))
  }
  const page = await browser.open({ javaScript: false })
  await page.goto(`${app().url}/connexion?suite=/mes-offres`)
  forms.push(...(await formsOf(page)))
  await page.locator('[name=contact]').fill('lea@example.org')
  await page.getByRole('button', { name: 'Recevoir mon code' }).click()
  await page.locator('[name=code]').waitFor()
  return [...forms, ...(await formsOf(page))]
}

const shapeOf = (url: string) => new URL(url).pathname.replace(/[0-9a-f-]{36}/g, ':id')

async function attack({ action, method, entries, cookie }: FoundForm, name: string, payload: string) {
  const sent = entries.filter(([field]) => field !== name)
  const form = Object.fromEntries([...sent, [name, payload]])
  const headers = { Cookie: cookie, Origin: app().url, 'Sec-Fetch-Site': 'same-origin' }
  const target = new URL(action)
  if (method === 'post') return sendTo(action, { form, headers })
  target.search = new URLSearchParams(form).toString()
  return sendTo(target.href, { headers: { Cookie: cookie } })
}

const tables = async () =>
  db().$queryRaw<{ name: string }[]>`
    select table_name as name from information_schema.tables where table_schema = 'public' order by 1`

test(
  'no field of any form, and no part of an address, reaches the language of the database',
  async () => {
    const canary = () => db().account.findUnique({ where: { id: canaryId } })
    const [before, tablesBefore, accounts] = [await canary(), await tables(), await db().account.count()]
    const forms = await findForms()
    const attacked = new Set<string>()
    for (const form of forms)
      for (const name of form.names) {
        const field = `${form.method} ${shapeOf(form.action)} ${name}`
        if (attacked.has(field)) continue
        attacked.add(field)
        for (const payload of PAYLOADS) {
          const { status, text } = await attack(form, name, payload)
          expect(status, `${field} ← ${payload}`).toBeLessThan(500)
          expect(text, field).not.toContain(SECRET)
          expect(text.replaceAll(payload, ''), field).not.toMatch(INSIDES)
        }
      }
    console.log(`${attacked.size} fields of forms, ${PAYLOADS.length} injections in each`)
    for (const field of [
      'post /connexion contact',
      'post /connexion suite',
      'post /connexion/code code',
      'get /offres q',
      'post /mon-profil/commune commune',
    ])
      expect([...attacked].map((name) => name.replace('?index', ''))).toContain(field)
    for (const payload of PAYLOADS.map(encodeURIComponent))
      for (const path of [`/offres/${payload}`, `/r/${payload}`, `/offres?page=${payload}`, `/${payload}`]) {
        const { status, text } = await sendTo(app().url + path)
        expect(status, path).toBeLessThan(500)
        expect(text, path).not.toContain(SECRET)
      }
    expect(await canary()).toEqual(before)
    expect(await tables()).toEqual(tablesBefore)
    expect(await db().account.count()).toBeGreaterThanOrEqual(accounts)
    expect(await db().account.count({ where: { firstName: 'Pirate' } })).toBe(0)
  },
  LIMIT_MS,
)
