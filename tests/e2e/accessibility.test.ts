import { describe, expect, it } from 'vitest'
import { useBrowser } from '#tests/setup/browser.ts'
import { useE2eApp } from '#tests/setup/e2e-app.ts'
import { signIn } from './gestures.ts'
import { tabTo } from './keyboard.ts'
import { findProblems } from './looks.ts'
import { createPages } from './pages.ts'
import { openShown, type ShownPage } from './show.ts'
import { htmlFaults, keepDocument } from './valid-html.ts'

const LIMIT_MS = 600_000

let shown: ShownPage[] = []
const app = useE2eApp({
  worker: false,
  prepare: async () => {
    shown = (await createPages()).pages
  },
})
const browser = useBrowser()

async function look(pages: ShownPage[]): Promise<string[]> {
  const found: string[] = []
  const page = await browser.open()
  const documentOf = keepDocument(page)
  let present: string | undefined
  for (const shown of pages) {
    const { name, path, as, by, clear, press, status = 200 } = shown
    const answered = await openShown(page, app(), { shown, present })
    present = by ? undefined : as
    if (answered !== status) found.push(`${name}: status ${answered} at ${path}`)
    if (clear) await page.locator(`main [name="${clear}"]`).fill('')
    if (press) {
      await page.getByRole('button', { name: press }).last().click()
      await page.locator('.error-summary').waitFor()
    }
    const problems = [...(await htmlFaults(await documentOf())), ...(await findProblems(page))]
    found.push(...problems.map((problem) => `${name}: ${problem}`))
  }
  return found
}

describe('every page, narrow and wide, light and dark', () => {
  it.each([
    ['anybody', undefined],
    ['somebody who signs up', 'Awa Diop'],
    ['a candidate', 'Nadia Benali'],
    ['a candidate with nothing yet', 'Karim Nouveau'],
    ['an organisation', 'Hélène Caron'],
    ['a new organisation', 'Lucie Moreau'],
    ['the hotline', 'Samira Bouzid'],
    ['a relation officer', 'Claire Dumont'],
    ['a referent', 'Inès Morel'],
    ['an administrator', 'Sophie Vasseur'],
    ['somebody with several hats', 'Julien Maréchal'],
    ['who signs an organisation up', 'somebody who has no name yet'],
    ['who was invited', 'somebody invited'],
    ['a professional on the threshold', 'somebody unconfirmed'],
  ])(
    'is accessible to %s',
    async (_, as) => {
      const pages = shown.filter((page) => page.as === as)
      expect(pages.length).toBeGreaterThan(0)
      expect(await look(pages)).toEqual([])
    },
    LIMIT_MS,
  )
})

describe('with the keyboard alone', () => {
  it(
    'somebody passes the menu, searches, reads an offer, signs in and applies',
    async () => {
      const page = await browser.open({ width: 360 })
      await page.goto(app().url)
      await page.keyboard.press('Tab')
      expect(await page.locator('.skip-link:focus').isVisible()).toBe(true)
      await page.keyboard.press('Enter')
      expect(await page.evaluate(() => document.activeElement?.localName)).toBe('main')
      await page.goto(`${app().url}/offres`)
      await tabTo(page, page.locator('main [name=q]'))
      await page.keyboard.type('collectivite')
      await tabTo(page, page.locator('main [name=lieu]'))
      await page.keyboard.type('Laon')
      await page.keyboard.press('Enter')
      await page.waitForURL(/lieu=Laon/)
      await page.goto(`${app().url}/offres?q=restauration`)
      await tabTo(page, page.locator('.offer-title a', { hasText: 'restauration collective' }))
      await page.keyboard.press('Enter')
      await page.waitForURL(/\/offres\/[\w-]+$/)
      await tabTo(page, page.getByRole('link', { name: 'Je postule' }))
      await page.keyboard.press('Enter')
      await page.waitForURL(/\/connexion/)
      await tabTo(page, page.locator('.account-choice', { hasText: 'Karim Nouveau' }))
      await page.keyboard.press('Space')
      await page.waitForURL(/\/postuler$/)
      await tabTo(page, page.getByRole('button', { name: 'Je postule' }))
      await page.keyboard.press('Space')
      await page.waitForURL(/\/mes-candidatures\//)
      await page.getByText('C’est envoyé').waitFor()
    },
    LIMIT_MS,
  )

  it(
    'an organisation goes through the form of an offer, and nothing covers where it is',
    async () => {
      const page = await browser.open({ width: 360, height: 640 })
      await signIn(page, app(), 'Hélène Caron')
      await page.goto(`${app().url}/structure/offres/nouvelle?genre=emploi`)
      await tabTo(page, page.locator('.action-bar').getByRole('button', { name: 'Enregistrer et relire' }))
      await page.keyboard.press('Enter')
      await page.locator('.error-summary').waitFor()
    },
    LIMIT_MS,
  )

  it(
    'an officer moves, approves, takes back and puts aside on the desk',
    async () => {
      const page = await browser.open()
      await signIn(page, app(), 'Claire Dumont')
      const path = shown.find(({ name }) => name === 'offer with proposals')?.path
      const keysListen = () => page.locator('#raccourcis').waitFor()
      await page.goto(app().url + path)
      await keysListen()
      const row = page.locator('.proposal', { hasText: 'Nadia Benali' })
      const state = row.locator('.proposal-actions strong')
      await page.keyboard.press('j')
      await page.keyboard.press('Enter')
      expect(await row.locator('.score-rows').first().isVisible()).toBe(true)
      await page.keyboard.press('a')
      await state.getByText('Envoi en cours').waitFor()
      await keysListen()
      await page.keyboard.press('j')
      await page.keyboard.press('u')
      await state.waitFor({ state: 'detached' })
      await keysListen()
      await page.keyboard.press('j')
      await page.keyboard.press('r')
      await page.keyboard.type('En formation')
      await page.keyboard.press('Enter')
      await state.getByText('Mise de côté').waitFor()

      const keys = page.locator('#raccourcis')
      await keysListen()
      await keys.locator('summary').click()
      await keys.getByRole('button', { name: 'Éteindre les raccourcis' }).click()
      await page.keyboard.press('?')
      expect(await keys.getAttribute('open')).toBe('')
      await page.reload()
      await keysListen()
      await keys.locator('summary').click()
      await page.keyboard.press('?')
      expect(await keys.getAttribute('open')).toBe('')
      await keys.getByRole('button', { name: 'Allumer les raccourcis' }).click()
      await page.keyboard.press('?')
      expect(await keys.getAttribute('open')).toBe(null)
    },
    LIMIT_MS,
  )
})
