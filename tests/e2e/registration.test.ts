import type { Page } from 'playwright-core'
import { describe, expect, it } from 'vitest'
import { db } from '#app/db/client.server.ts'
import { createOffer } from '#tests/factories/offer.ts'
import { useBrowser } from '#tests/setup/browser.ts'
import { useE2eApp } from '#tests/setup/e2e-app.ts'
import { readMessage, textOf } from './gestures.ts'
import { tabTo } from './keyboard.ts'
import { createEmployer, createGround } from './world.ts'

const LIMIT_MS = 150_000
const MOST_SCREENS = 7
const MOST_ANSWERS = 6

const app = useE2eApp({
  async prepare() {
    const { territoryId } = await createGround()
    const employer = await createEmployer({
      territoryId,
      name: 'Lycée de Crézancy',
      recruiterName: 'Hélène Caron',
    })
    const owner = { territoryId, organisationId: employer.organisationId }
    await createOffer({ ...owner, kind: 'job', occupationCode: 'G1602', title: 'Aide de cuisine au lycée' })
    await createOffer({ ...owner, kind: 'job', occupationCode: 'A1405', title: 'Taille de la vigne' })
  },
})
const browser = useBrowser()

const continueOn = (page: Page) => page.locator('main form[method=post] button.wide').click()
const place = (page: Page) => textOf(page.locator('.walk-place'))

/** The fields that have to be answered: those still empty, of which nothing is chosen. */
const askedFields = (page: Page): Promise<string[]> =>
  page.locator('main form[method=post]').evaluate((form: HTMLFormElement) => {
    const sent = new FormData(form)
    const names = [...form.querySelectorAll<HTMLInputElement>('input:not([type=hidden], [type=checkbox])')]
    return [...new Set(names.map(({ name }) => name))].filter((name) => !sent.get(name))
  })

/** The code that came by SMS, as its receiver reads it: another one than `used`. */
async function readCode(page: Page, phone: string, used = 'none'): Promise<string> {
  const reader = await page.context().newPage()
  const text = await readMessage(reader, app(), {
    to: phone,
    words: new RegExp(`(?!${used})\\d{6} est votre code`),
  })
  await reader.close()
  return text.match(/(\d{6}) est votre code/)?.[1] ?? ''
}

async function signInWithCode(page: Page, phone: string, used?: string): Promise<string> {
  await page.goto(`${app().url}/inscription`)
  await page.locator('[name=contact]').fill(phone)
  await continueOn(page)
  const code = await readCode(page, phone, used)
  await page.locator('[name=code]').fill(code)
  await continueOn(page)
  return code
}

/** One answer a screen; what is not here is left as it stands. */
const ANSWERS: { path: string; number: number; answer: (page: Page) => Promise<unknown> }[] = [
  {
    path: '/inscription/nom',
    number: 3,
    async answer(page) {
      await page.locator('[name=firstName]').fill('Moussa')
      await page.locator('[name=lastName]').fill('N’Diaye')
    },
  },
  { path: '/inscription/commune', number: 4, answer: (page) => page.locator('[name=commune]').fill('laon') },
  {
    path: '/inscription/metier',
    number: 5,
    answer: (page) => page.locator('.choice', { hasText: 'Aide de cuisine' }).click(),
  },
  { path: '/inscription/trajet', number: 6, answer: async () => {} },
  { path: '/inscription/accords', number: 7, answer: async () => {} },
]

const phoneOf = (rank: number) => `06 39 98 07 ${String(rank).padStart(2, '0')}`
const accountOf = (phone: string) =>
  db().account.findUniqueOrThrow({
    where: { phone: `+33${phone.replaceAll(' ', '').slice(1)}` },
    include: { profile: true, consents: true },
  })

describe('somebody who reads with difficulty and has no e-mail', () => {
  it.each([
    ['with scripts', true, phoneOf(1)],
    ['without scripts', false, phoneOf(2)],
  ])(
    'signs up by telephone alone, %s: seven screens, six answers, and offers at the end',
    async (_, javaScript, phone) => {
      const page = await browser.open({ javaScript, width: 360, height: 740 })
      const screens = new Set<string>()
      const typed: string[] = []
      const look = async (number: number) => {
        screens.add(new URL(page.url()).pathname)
        expect(await place(page)).toBe(`Question ${number} sur ${MOST_SCREENS}`)
        expect(await page.locator('h1').count()).toBe(1)
        typed.push(...(await askedFields(page)).filter((name) => name !== 'words'))
      }
      await page.goto(app().url)
      await page.getByRole('link', { name: 'Créer mon compte' }).click()
      await look(1)
      await page.locator('[name=contact]').fill(phone)
      await continueOn(page)
      await page.waitForURL(/\/connexion\/code/)
      await look(2)
      await page.locator('[name=code]').fill(await readCode(page, phone))
      await continueOn(page)
      for (const { path, number, answer } of ANSWERS) {
        await page.waitForURL((url) => url.pathname === path)
        await look(number)
        await answer(page)
        await continueOn(page)
      }
      await page.waitForURL(/\/mes-offres/)
      await page.getByText('C’est prêt').waitFor()
      await page.getByRole('link', { name: 'Aide de cuisine au lycée' }).waitFor()
      expect(screens.size).toBeLessThanOrEqual(MOST_SCREENS)
      expect(typed.sort()).toEqual(['code', 'commune', 'contact', 'firstName', 'lastName', 'occupation'])
      expect(typed.length).toBeLessThanOrEqual(MOST_ANSWERS)
      const { email, firstName, profile, consents } = await accountOf(phone)
      expect({ email, firstName, visibility: profile?.visibility }).toEqual({
        email: null,
        firstName: 'Moussa',
        visibility: 'hidden',
      })
      expect(consents.map(({ purpose }) => purpose)).toEqual(['registration'])
    },
    LIMIT_MS,
  )
})

describe('a walk left half-way', () => {
  it(
    'goes on in another browser, by the same number, with nothing asked twice',
    async () => {
      const phone = phoneOf(3)
      const first = await browser.open({ javaScript: false, width: 360 })
      const used = await signInWithCode(first, phone)
      for (const { path, answer } of ANSWERS.slice(0, 2)) {
        await first.waitForURL((url) => url.pathname === path)
        await answer(first)
        await continueOn(first)
      }
      await first.waitForURL(/\/inscription\/metier/)
      const second = await browser.open({ javaScript: false, width: 360 })
      await signInWithCode(second, phone, used)
      await second.waitForURL(/\/inscription\/metier\?reprise/)
      await second.getByText('Vos réponses sont gardées').waitFor()
      await second.getByRole('link', { name: 'Retour' }).click()
      expect(await second.locator('[name=commune]').inputValue()).toBe('Laon 02000')
      await continueOn(second)
      for (const { path, answer } of ANSWERS.slice(2)) {
        await second.waitForURL((url) => url.pathname === path)
        await answer(second)
        await continueOn(second)
      }
      await second.getByText('C’est prêt').waitFor()
      await first.reload()
      await first.waitForURL(/\/mes-offres/)
    },
    LIMIT_MS,
  )
})

describe('with the keyboard alone', () => {
  it(
    'somebody goes through every question, a wrong answer and two choices',
    async () => {
      const phone = phoneOf(4)
      const page = await browser.open({ width: 360, height: 640 })
      await page.goto(`${app().url}/inscription`)
      await tabTo(page, page.locator('[name=contact]'))
      await page.keyboard.type(phone)
      await page.keyboard.press('Enter')
      await page.waitForURL(/\/connexion\/code/)
      await tabTo(page, page.locator('[name=code]'))
      await page.keyboard.type(await readCode(page, phone))
      await page.keyboard.press('Enter')
      await page.waitForURL(/\/inscription\/nom/)
      await tabTo(page, page.locator('[name=firstName]'))
      await page.keyboard.type('Linh')
      await page.keyboard.press('Enter')
      await page.locator('.error-summary').waitFor()
      await tabTo(page, page.locator('.error-summary a').first())
      await page.keyboard.press('Enter')
      await page.keyboard.type('Nguyễn')
      expect(await page.locator('[name=firstName]').inputValue()).toBe('Linh')
      await page.keyboard.press('Enter')
      await page.waitForURL(/\/inscription\/commune/)
      await tabTo(page, page.locator('[name=commune]'))
      await page.keyboard.type('02140')
      await page.keyboard.press('Enter')
      await page.getByText('Laquelle ?').waitFor()
      await tabTo(page, page.locator('[name=communeCode]').first())
      await page.keyboard.press('Space')
      await page.keyboard.press('Enter')
      await page.waitForURL(/\/inscription\/metier/)
      await tabTo(page, page.locator('[name=words]'))
      await page.keyboard.type('vandanges')
      await page.keyboard.press('Enter')
      await page.getByText('Lequel ?').waitFor()
      await tabTo(page, page.locator('[name=occupation]').first())
      await page.keyboard.press('Space')
      await tabTo(page, page.locator('[name=kinds][value=seasonal]'))
      await page.keyboard.press('Space')
      await page.keyboard.press('Enter')
      await page.waitForURL(/\/inscription\/trajet/)
      await tabTo(page, page.locator('[name=means][value=car]'))
      await page.keyboard.press('ArrowUp')
      await page.keyboard.press('Enter')
      await page.waitForURL(/\/inscription\/accords/)
      await tabTo(page, page.locator('[name=messages]'))
      await page.keyboard.press('Space')
      await tabTo(page, page.getByRole('button', { name: 'Créer mon compte' }))
      await page.keyboard.press('Enter')
      await page.getByText('C’est prêt').waitFor()
      const { lastName, profile, consents } = await accountOf(phone)
      expect(lastName).toBe('Nguyễn')
      expect(profile).toMatchObject({
        communeCode: '02789',
        projects: [{ occupationCode: 'A1405' }],
        kinds: ['job', 'clause', 'seasonal'],
        travelMeans: 'moped',
      })
      expect(consents.map(({ purpose }) => purpose).sort()).toEqual(['messages', 'registration'])
    },
    LIMIT_MS,
  )
})
