import { expect, it } from 'vitest'
import { reindexOffers } from '#search/reindex.server.ts'
import { COMMUNES } from '#tests/factories/commune.ts'
import { createOffer } from '#tests/factories/offer.ts'
import { useBrowser } from '#tests/setup/browser.ts'
import { useE2eApp } from '#tests/setup/e2e-app.ts'
import { createEmployer, createGround } from './world.ts'

const LIMIT_MS = 60_000
const TITLE = 'Aide de cuisine au lycée'

const app = useE2eApp({
  worker: false,
  async prepare() {
    const { territoryId } = await createGround()
    const employer = { territoryId, name: 'Conserverie du Laonnois', recruiterName: 'Hélène Caron' }
    const { organisationId } = await createEmployer(employer)
    await createOffer({ territoryId, organisationId, title: TITLE })
    await reindexOffers()
  },
})
const browser = useBrowser()

const open = async (path: string) => {
  const page = await browser.open({ width: 360 })
  await page.goto(app().url + path)
  return page
}

it(
  'proposes communes while one types, by keyboard alone',
  async () => {
    const page = await open('/offres')
    const field = page.getByRole('combobox', { name: 'Où ?' })
    await field.focus()
    await page.keyboard.type('ver')
    const options = page.getByRole('listbox', { name: 'Communes' }).getByRole('option')
    await page.getByRole('option', { name: 'Vervins (02140)', exact: true }).waitFor()
    await page.keyboard.press('ArrowDown')
    expect(await options.first().getAttribute('aria-selected')).toBe('true')
    expect(await field.getAttribute('aria-activedescendant')).toBe(await options.first().getAttribute('id'))
    await page.keyboard.press('Escape')
    expect(await options.count()).toBe(0)
    await field.fill('')
    await page.keyboard.type('lao')
    await options.filter({ hasText: 'Laon' }).waitFor()
    await page.keyboard.press('ArrowDown')
    await page.keyboard.press('Enter')
    expect(await field.inputValue()).toBe('Laon')
    await page.keyboard.press('Enter')
    await page.waitForURL(/commune=02408/)
    await page.getByText('à moins de 20 km de Laon').waitFor()
    await page.getByRole('link', { name: TITLE, exact: true }).waitFor()
  },
  LIMIT_MS,
)

it(
  'forgives a mistake, and forgets the commune picked when another is typed',
  async () => {
    const page = await open('/')
    const field = page.getByRole('combobox', { name: 'Où habitez-vous ?' })
    await field.pressSequentially('soisons')
    await page.getByRole('option', { name: 'Soissons (02200)' }).click()
    expect(await field.inputValue()).toBe('Soissons')
    await field.fill('Vervins')
    await page.getByRole('option', { name: 'Vervins (02140)', exact: true }).waitFor()
    await field.press('Tab')
    await page.getByRole('button', { name: 'Voir les offres' }).click()
    await page.waitForURL(/lieu=Vervins/)
    expect(new URL(page.url()).searchParams.get('commune')).toBeNull()
  },
  LIMIT_MS,
)

it(
  'opens no list over the page for an answer that comes when the field is left',
  async () => {
    const page = await open('/')
    const field = page.getByRole('combobox', { name: 'Où habitez-vous ?' })
    let answer = () => {}
    const held = new Promise<void>((resolve) => {
      answer = resolve
    })
    await page.route('**/communes.json?*', async (route) => {
      await held
      await route.continue().catch(() => undefined)
    })
    const asked = page.waitForRequest('**/communes.json?*')
    await field.fill('Vervins')
    const request = await asked
    await field.press('Tab')
    answer()
    // Nothing comes back when the page has given the question up.
    await request.response()
    await page.evaluate(() => new Promise((shown) => setTimeout(shown, 100)))
    expect(await page.getByRole('option').count()).toBe(0)
    await page.getByRole('button', { name: 'Voir les offres' }).click()
    await page.waitForURL(/lieu=Vervins/)
  },
  LIMIT_MS,
)

it(
  'finds the nearest commune on request, sends no exact place, and says so when it cannot',
  async () => {
    const page = await open('/offres')
    const asked: string[] = []
    page.on('request', (request) => asked.push(request.url()))
    const { latitude, longitude } = COMMUNES.laon
    await page.context().grantPermissions(['geolocation'], { origin: app().url })
    await page.context().setGeolocation({ latitude: latitude + 0.001234, longitude: longitude + 0.001234 })
    const near = page.getByRole('button', { name: 'Près de moi' })
    await near.click()
    await page.getByText('Vous êtes près de Laon.').waitFor()
    expect(await page.getByRole('combobox', { name: 'Où ?' }).inputValue()).toBe('Laon')
    const sent = new URL(asked.find((url) => url.includes('/communes.json')) ?? '').searchParams
    expect(sent.get('latitude')).toMatch(/^\d+\.\d{2}$/)
    expect(sent.get('longitude')).toMatch(/^\d+\.\d{2}$/)
    await page.context().setGeolocation({ latitude: 0, longitude: 0 })
    await near.click()
    await page.getByText('Nous ne savons pas où vous êtes. Écrivez votre commune.').waitFor()
  },
  LIMIT_MS,
)
