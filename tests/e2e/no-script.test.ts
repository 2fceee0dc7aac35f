import { readdirSync } from 'node:fs'
import type { Page } from 'playwright-core'
import { describe, expect, it } from 'vitest'
import { useBrowser } from '#tests/setup/browser.ts'
import { useE2eApp } from '#tests/setup/e2e-app.ts'
import { signIn } from './gestures.ts'
import { createPages } from './pages.ts'
import { openShown, type ShownPage } from './show.ts'

const LIMIT_MS = 300_000
/** The pages that ask for scripts: the two maps, and the desk's keyboard. */
const HYDRATED = /^\/(carte|structure\/personnes\/carte|bureau\/offres\/)/

/** The small scripts that help a page which does without them. */
const SMALL = readdirSync('app/enhancements').map((file) => `/assets/${file.replace(/\.js$/, '')}-`)
const isSmall = (url: string) => SMALL.some((start) => url.includes(start))

let shown: ShownPage[] = []
const app = useE2eApp({
  worker: false,
  prepare: async () => {
    shown = (await createPages()).pages
  },
})
const browser = useBrowser()

async function visitAll(page: Page, look: (shown: ShownPage) => Promise<void>) {
  let present: string | undefined
  for (const one of shown) {
    await openShown(page, app(), { shown: one, present })
    present = one.by ? undefined : (one.as ?? present)
    if (HYDRATED.test(one.path)) await page.waitForLoadState('networkidle')
    await look(one)
  }
}

describe('without scripts', () => {
  it(
    'a page loads small ones at most, but for the maps and the desk',
    async () => {
      const page = await browser.open()
      let loaded: string[] = []
      page.on('request', (request) => {
        const isScript = ['script', 'fetch', 'xhr'].includes(request.resourceType())
        if (isScript && !isSmall(request.url())) loaded.push(request.url())
      })
      const found: string[] = []
      await visitAll(page, async ({ name, path }) => {
        const sources = await page
          .locator('script:not([type="application/ld+json"])')
          .evaluateAll((scripts) => scripts.map((script) => script.getAttribute('src') ?? ''))
        const inline = sources.filter((source) => !isSmall(source)).length
        const isPlain = loaded.length === 0 && inline === 0
        if (isPlain === HYDRATED.test(path)) found.push(`${name}: ${inline} inline, ${loaded}`)
        loaded = []
      })
      expect(found).toEqual([])
    },
    LIMIT_MS,
  )

  it(
    'every page has its content, its forms send themselves, and nothing waits for a script',
    async () => {
      const page = await browser.open({ javaScript: false, width: 360 })
      const found: string[] = []
      await visitAll(page, async ({ name }) => {
        const note = (problem: string) => found.push(`${name}: ${problem}`)
        if ((await page.locator('main h1').count()) !== 1) note('no title')
        if ((await page.locator('[onclick], a:not([href]), form:not([method])').count()) > 0) note('dead')
        const lost = page.locator('main button[type=button]:visible')
        if ((await lost.count()) > 0) note(`a button that does nothing: ${await lost.first().textContent()}`)
      })
      expect(found).toEqual([])
    },
    LIMIT_MS,
  )

  it('the map says so and leads to the same offers as a list', async () => {
    const page = await browser.open({ javaScript: false })
    await page.goto(`${app().url}/carte?lieu=Laon&rayon=10`)
    await page
      .getByText(/JavaScript/)
      .first()
      .waitFor()
    const list = page.locator('main a[href^="/offres?"]').last()
    await list.click()
    expect(new URL(page.url()).searchParams.get('rayon')).toBe('10')
    expect(await page.locator('.offer-card').count()).toBeGreaterThan(0)
  })

  it('the desk lists proposals and a click puts one aside, then takes it back', async () => {
    const page = await browser.open({ javaScript: false })
    await signIn(page, app(), 'Claire Dumont')
    const path = shown.find(({ name }) => name === 'offer with proposals')?.path
    await page.goto(`${app().url}${path}`)
    const row = page.locator('.proposal', { hasText: 'Nadia Benali' })
    await row.getByText('Mettre de côté', { exact: true }).first().click()
    await row.getByLabel('Pourquoi ?').fill('Elle commence une formation')
    await row.getByRole('button', { name: 'Mettre de côté' }).click()
    await row.getByText('Mise de côté', { exact: true }).waitFor()
    await row.getByRole('button', { name: 'Annuler' }).click()
    await row.getByRole('button', { name: 'Approuver et écrire' }).waitFor()
  })
})
