// Takes the pictures of docs/pictures from a running demo: npm run screenshots [-- http://127.0.0.1:3000].
import { mkdirSync } from 'node:fs'
import { chromium, type Page } from 'playwright-core'
import { chromiumFlags, ensureChromium } from './chromium.mjs'

const address = process.argv[2] ?? `http://127.0.0.1:${process.env.PORT ?? 3000}`
const folder = 'docs/pictures'
const WIDTHS = [360, 768, 1280]
const HEIGHTS: Record<number, number> = { 360: 780, 768: 1024, 1280: 860 }

type Visitor = 'Personne' | 'Je cherche' | 'Je recrute ou j’accueille' | 'Chargé·e de relations employeurs'
type Shot = { name: string; visitor: Visitor; open: (page: Page) => Promise<unknown> }

const goTo = (path: string) => (page: Page) => page.goto(address + path)

/** Follows the first link of the page whose address begins so. */
async function follow(page: Page, start: string) {
  const href = await page.locator(`main a[href^="${start}"]`).first().getAttribute('href')
  return page.goto(address + href)
}

const SHOTS: Shot[] = [
  { name: 'accueil', visitor: 'Personne', open: goTo('/') },
  { name: 'offres', visitor: 'Personne', open: goTo('/offres?lieu=Laon') },
  {
    name: 'offre',
    visitor: 'Personne',
    open: async (page) => {
      await page.goto(`${address}/offres?genre=saisonnier`)
      return follow(page, '/offres/')
    },
  },
  {
    name: 'carte',
    visitor: 'Personne',
    open: async (page) => {
      await page.goto(`${address}/carte?lieu=Laon&rayon=30`)
      await page.locator('.map-canvas[data-ready="true"]').waitFor({ timeout: 30_000 })
    },
  },
  { name: 'classement', visitor: 'Personne', open: goTo('/comment-ca-marche/classement') },
  { name: 'connexion', visitor: 'Personne', open: goTo('/connexion') },
  { name: 'mes-offres', visitor: 'Je cherche', open: goTo('/mes-offres') },
  { name: 'mes-candidatures', visitor: 'Je cherche', open: goTo('/mes-candidatures') },
  { name: 'mon-profil', visitor: 'Je cherche', open: goTo('/mon-profil') },
  { name: 'structure', visitor: 'Je recrute ou j’accueille', open: goTo('/structure') },
  {
    name: 'publier',
    visitor: 'Je recrute ou j’accueille',
    open: goTo('/structure/offres/nouvelle?genre=saisonnier'),
  },
  {
    name: 'structure-offre',
    visitor: 'Je recrute ou j’accueille',
    open: async (page) => {
      await page.goto(`${address}/structure`)
      const links = page.locator('main a[href^="/structure/offres/"]:not([href*="nouvelle"])')
      return page.goto(address + (await links.first().getAttribute('href')))
    },
  },
  { name: 'bureau', visitor: 'Chargé·e de relations employeurs', open: goTo('/bureau') },
  {
    name: 'bureau-offre',
    visitor: 'Chargé·e de relations employeurs',
    open: async (page) => {
      await page.goto(`${address}/bureau`)
      const href = await page.locator('#en-ligne a[href^="/bureau/offres/"]').first().getAttribute('href')
      return page.goto(address + href)
    },
  },
  { name: 'boite-d-envoi', visitor: 'Personne', open: goTo('/boite-d-envoi') },
]

/** Signs in with the first demo account of this group. */
async function signInAs(page: Page, visitor: Visitor) {
  if (visitor === 'Personne') return
  await page.goto(`${address}/connexion`)
  const group = page
    .locator('div', { has: page.getByRole('heading', { level: 3, name: visitor, exact: true }) })
    .last()
  await group.locator('form button').first().click()
  await page.waitForURL((url) => !url.pathname.startsWith('/connexion'))
}

mkdirSync(folder, { recursive: true })
const browser = await chromium.launch({ executablePath: await ensureChromium(), args: chromiumFlags })
for (const visitor of new Set(SHOTS.map((shot) => shot.visitor)))
  for (const width of WIDTHS) {
    const viewport = { width, height: HEIGHTS[width] ?? 860 }
    const context = await browser.newContext({ viewport, locale: 'fr-FR', reducedMotion: 'reduce' })
    const page = await context.newPage()
    await signInAs(page, visitor)
    for (const { name, open } of SHOTS.filter((shot) => shot.visitor === visitor)) {
      await open(page)
      await page.screenshot({ path: `${folder}/${name}-${width}.png` })
      console.log(`${folder}/${name}-${width}.png`)
    }
    await context.close()
  }
await browser.close()
