// Takes the pictures of docs/pictures from the demo that runs in this folder: npm run screenshots [-- http://127.0.0.1:3000].
import { mkdirSync, writeFileSync } from 'node:fs'
import pg from 'pg'
import { type Browser, chromium, type Page } from 'playwright-core'
import UPNG from 'upng-js'
import { chromiumFlags, ensureChromium } from './chromium.mjs'
import { runningCluster } from './services.mjs'

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
  { name: 'mon-cv', visitor: 'Je cherche', open: goTo('/mon-cv') },
  { name: 'structure', visitor: 'Je recrute ou j’accueille', open: goTo('/structure') },
  {
    name: 'publier',
    visitor: 'Je recrute ou j’accueille',
    open: goTo('/structure/offres/nouvelle?genre=saisonnier'),
  },
  {
    name: 'chercher-une-personne',
    visitor: 'Je recrute ou j’accueille',
    open: goTo('/structure/personnes'),
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

const COLOURS = 64

/** The same picture with few colours, a third of its size: many pictures are kept. */
function withFewColours(png: Buffer): Buffer {
  const image = UPNG.decode(new Uint8Array(png).buffer)
  return Buffer.from(UPNG.encode(UPNG.toRGBA8(image), image.width, image.height, COLOURS))
}

type Look = {
  /** What the file's name ends with, after the width. */
  suffix: string
  widths: number[]
  names?: string[]
  dark?: boolean
  media?: 'print'
}

const LOOKS: Look[] = [
  { suffix: '', widths: WIDTHS },
  {
    suffix: '-sombre',
    widths: [360, 1280],
    dark: true,
    names: ['accueil', 'offre', 'mes-offres', 'bureau-offre'],
  },
  { suffix: '-imprime', widths: [768], media: 'print', names: ['offre', 'classement', 'mon-cv'] },
]
const OTHER_TERRITORY: Look = {
  suffix: '-autre-territoire',
  widths: [360, 1280],
  names: ['accueil', 'offre', 'mes-offres'],
}

async function take(browser: Browser, { suffix, widths, names, dark, media }: Look) {
  const shots = names ? SHOTS.filter(({ name }) => names.includes(name)) : SHOTS
  for (const visitor of new Set(shots.map((shot) => shot.visitor)))
    for (const width of widths) {
      const context = await browser.newContext({
        viewport: { width, height: HEIGHTS[width] ?? 860 },
        locale: 'fr-FR',
        reducedMotion: 'reduce',
        colorScheme: dark ? 'dark' : 'light',
      })
      const page = await context.newPage()
      await signInAs(page, visitor)
      for (const { name, open } of shots.filter((shot) => shot.visitor === visitor)) {
        await open(page)
        if (media) await page.emulateMedia({ media })
        const path = `${folder}/${name}-${width}${suffix}.png`
        writeFileSync(path, withFewColours(await page.screenshot()))
        await page.emulateMedia({ media: 'screen' })
        console.log(path)
      }
      await context.close()
    }
}

/** Lends the demo's territory the name, the colour and the number of another while `work` runs. */
async function underAnotherName(work: () => Promise<void>) {
  const cluster = runningCluster()
  if (!cluster)
    throw new Error('The demo runs in another folder: its territory cannot be changed for a picture')
  const client = new pg.Client({ connectionString: cluster.url })
  await client.connect()
  try {
    const { rows } = await client.query('select id, name, help_phone, help_hours, brand_color from territory')
    const own = rows[0]
    const rename = (values: string[]) =>
      client.query(
        'update territory set name = $2, help_phone = $3, help_hours = $4, brand_color = $5 where id = $1',
        [own.id, ...values],
      )
    await rename(['Ain', '+33465710100', 'lundi–vendredi 9 h–17 h', '#7a1f5c'])
    try {
      await work()
    } finally {
      await rename([own.name, own.help_phone, own.help_hours, own.brand_color])
    }
  } finally {
    await client.end()
  }
}

mkdirSync(folder, { recursive: true })
const browser = await chromium.launch({ executablePath: await ensureChromium(), args: chromiumFlags })
for (const look of LOOKS) await take(browser, look)
await underAnotherName(() => take(browser, OTHER_TERRITORY))
await browser.close()
