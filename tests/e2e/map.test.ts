import type { Page } from 'playwright-core'
import { describe, expect, it } from 'vitest'
import { chromiumFlags } from '#scripts/chromium.mjs'
import { reindexOffers } from '#search/reindex.server.ts'
import { createCandidate } from '#tests/factories/candidate.ts'
import { COMMUNES } from '#tests/factories/commune.ts'
import { createOffer } from '#tests/factories/offer.ts'
import { useBrowser } from '#tests/setup/browser.ts'
import { useE2eApp } from '#tests/setup/e2e-app.ts'
import { signIn, textOf } from './gestures.ts'
import { createEmployer, createGround, openDemoAccounts } from './world.ts'

const LIMIT_MS = 90_000
const AT_LAON = ['Aide de cuisine au lycée', 'Plonge en brasserie', 'Service en salle']
const AT_HIRSON = 'Cueillette de pommes'

const app = useE2eApp({
  worker: false,
  async prepare() {
    const { territoryId } = await createGround()
    const employer = { territoryId, name: 'Conserverie du Laonnois', recruiterName: 'Hélène Caron' }
    const { organisationId } = await createEmployer(employer)
    for (const title of AT_LAON) await createOffer({ territoryId, organisationId, title })
    const { inseeCode, latitude, longitude } = COMMUNES.hirson
    const place = { communeCode: inseeCode, latitude, longitude }
    await createOffer({ territoryId, organisationId, title: AT_HIRSON, kind: 'seasonal', ...place })
    for (const visibility of ['visible', 'visible_without_name', 'hidden'] as const)
      await createCandidate({ account: { territoryId }, profile: { visibility } })
    await openDemoAccounts()
    await reindexOffers()
  },
})
const drawing = useBrowser([
  ...chromiumFlags.filter((flag) => flag !== '--disable-gpu'),
  '--use-angle=swiftshader',
  '--enable-unsafe-swiftshader',
])
const without = useBrowser([...chromiumFlags, '--disable-3d-apis'])

/** The search for a commune, then its map, drawn: the commune is in the middle. */
async function openMap(page: Page, commune: string) {
  // A background from elsewhere may or may not come; the offers do not depend on it.
  drawing.expectConsoleError(/data\.geopf\.fr/)
  await page.goto(`${app().url}/offres?lieu=${commune}&rayon=5`)
  expect(await page.locator('canvas').count()).toBe(0)
  await page.getByRole('link', { name: 'Voir sur la carte' }).click()
  await page.locator('.map-canvas[data-ready="true"]').waitFor({ timeout: 60_000 })
}

const clickMiddle = async (page: Page) => {
  const canvas = page.locator('.map-canvas canvas')
  await canvas.scrollIntoViewIfNeeded()
  const box = await canvas.boundingBox()
  if (!box) throw new Error('The map has no size')
  await page.mouse.click(box.x + box.width / 2, box.y + box.height / 2)
}

describe('the map', () => {
  it(
    'opens on request, gathers the offers of a place, and leads to one of them',
    async () => {
      const page = await drawing.open()
      await openMap(page, 'Laon')
      await clickMiddle(page)
      const chosen = page.locator('.map-selection')
      await chosen.getByText('3 offres à cet endroit').waitFor()
      for (const title of AT_LAON) await chosen.getByRole('link', { name: title }).waitFor()
      await chosen.getByRole('link', { name: AT_LAON[1] }).click()
      await page.getByRole('heading', { level: 1, name: AT_LAON[1] }).waitFor()
    },
    LIMIT_MS,
  )

  it(
    'shows a single offer by its marker, on a phone in the dark',
    async () => {
      const page = await drawing.open({ width: 360, dark: true })
      await openMap(page, 'Hirson')
      await clickMiddle(page)
      await page.locator('.map-selection').getByRole('link', { name: AT_HIRSON }).click()
      await page.getByRole('heading', { level: 1, name: AT_HIRSON }).waitFor()
    },
    LIMIT_MS,
  )

  it(
    'leads back to the same offers as a list',
    async () => {
      const page = await drawing.open()
      drawing.expectConsoleError(/data\.geopf\.fr/)
      await page.goto(`${app().url}/carte`)
      await page.locator('.map-canvas[data-ready="true"]').waitFor({ timeout: 60_000 })
      const list = page.getByRole('link', { name: 'Voir en liste' })
      await list.click()
      await page.waitForURL(/\/offres/)
      expect(await page.locator('.offer-card').count()).toBe(4)
    },
    LIMIT_MS,
  )

  it(
    'says so where it cannot be drawn, and leads to the list',
    async () => {
      const page = await without.open()
      without.expectConsoleError(/WebGL|webgl|data\.geopf\.fr/)
      await page.goto(`${app().url}/carte?lieu=Laon&rayon=5`)
      await page.getByText('La carte ne s’affiche pas sur cet appareil').waitFor()
      await page.getByRole('link', { name: 'Voir en liste' }).click()
      await page.waitForURL(/\/offres/)
      expect(await textOf(page.locator('.offer-list'))).toContain(AT_LAON[0])
    },
    LIMIT_MS,
  )
})

describe('the map of people', () => {
  it(
    'is fetched on request, shows how many there are in a commune, and leads to them',
    async () => {
      const page = await drawing.open({ width: 360 })
      drawing.expectConsoleError(/data\.geopf\.fr/)
      await signIn(page, app(), 'Hélène Caron')
      await page.goto(`${app().url}/structure/personnes?rayon=5`)
      await page.getByRole('link', { name: 'Voir sur la carte' }).click()
      const table = page.getByRole('table', { name: 'Les personnes, par commune' })
      expect(await textOf(table)).toMatch(/Laon\s*2/)
      await page.getByRole('button', { name: 'Ouvrir la carte' }).click()
      await page.locator('.map-canvas[data-ready="true"]').waitFor({ timeout: 60_000 })
      await clickMiddle(page)
      await page.locator('.map-selection').getByRole('link', { name: 'Laon : 2 personnes' }).click()
      await page.waitForURL(/\/structure\/personnes\?.*commune=02408/)
      expect(await page.locator('.person-card').count()).toBe(2)
    },
    LIMIT_MS,
  )

  it(
    'is a table without scripts',
    async () => {
      const page = await drawing.open({ javaScript: false, width: 360 })
      await signIn(page, app(), 'Hélène Caron')
      await page.goto(`${app().url}/structure/personnes/carte?rayon=5`)
      expect(await textOf(page.locator('main'))).toContain('La liste montre les mêmes communes.')
      await page.getByRole('table').getByRole('link', { name: 'Laon' }).click()
      await page.waitForURL(/commune=02408/)
    },
    LIMIT_MS,
  )
})
