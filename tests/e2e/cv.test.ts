import { readFile } from 'node:fs/promises'
import type { Page } from 'playwright-core'
import { extractText, getDocumentProxy } from 'unpdf'
import { describe, expect, it } from 'vitest'
import { createCandidate } from '#tests/factories/candidate.ts'
import { useBrowser } from '#tests/setup/browser.ts'
import { useE2eApp } from '#tests/setup/e2e-app.ts'
import { signIn, textOf } from './gestures.ts'
import { createGround, openDemoAccounts } from './world.ts'

const LIMIT_MS = 120_000
const WHO = [
  { javaScript: true, firstName: 'Žaneta', lastName: 'Đorđević' },
  { javaScript: false, firstName: 'Moussa', lastName: 'Koné' },
]

const app = useE2eApp({
  async prepare() {
    const { territoryId } = await createGround()
    for (const { firstName, lastName } of WHO)
      await createCandidate({ account: { territoryId, firstName, lastName } })
    await openDemoAccounts()
  },
})
const browser = useBrowser()

const onward = (page: Page) => page.getByRole('button', { name: 'Continuer' }).click()
const asks = (page: Page, name: string) => page.getByRole('heading', { level: 1, name }).waitFor()

async function readFileOf(page: Page) {
  const download = page.waitForEvent('download')
  await page.getByRole('link', { name: 'Prendre mon CV en PDF' }).click()
  const bytes = await readFile(await (await download).path())
  const document = await getDocumentProxy(new Uint8Array(bytes))
  return {
    pages: document.numPages,
    text: (await extractText(document, { mergePages: true })).text.normalize('NFC'),
  }
}

describe('somebody without a CV', () => {
  it.each(WHO)(
    'tells of one work, takes the page along, and takes the work out again, JavaScript $javaScript',
    async ({ javaScript, firstName, lastName }) => {
      const page = await browser.open({ javaScript, width: 360 })
      await signIn(page, app(), `${firstName} ${lastName}`)
      await page.goto(`${app().url}/mon-profil`)
      await page.getByRole('link', { name: 'Mon CV' }).click()
      await page.getByRole('link', { name: 'Ajouter un travail' }).click()
      await asks(page, 'Quel travail avez-vous fait ?')
      await onward(page)
      await page.locator('.error-summary').getByText('Écrivez au moins un mot.').waitFor()
      await page.getByLabel('En quelques mots').fill('Vendanges')
      await onward(page)
      await asks(page, 'Où était-ce ?')
      await page.getByRole('link', { name: 'Je ne sais pas' }).click()
      await asks(page, 'Quand était-ce ?')
      await page.getByLabel('Début').fill('2021')
      await page.getByLabel('C’est encore en cours').check()
      await onward(page)
      await asks(page, 'Que faisiez-vous ?')
      await page.getByLabel('Avec vos mots').fill('J’ai porté les caisses.')
      await onward(page)
      await asks(page, 'Mon CV')
      const sheet = await textOf(page.locator('.cv-sheet'))
      expect(sheet).toContain('Vendanges, depuis 2021')
      expect(sheet).toContain('J’ai porté les caisses.')
      const { pages, text } = await readFileOf(page)
      expect(pages).toBe(1)
      for (const words of [`${firstName} ${lastName}`, 'Vendanges, depuis 2021', 'J’ai porté les caisses.'])
        expect(text).toContain(words)
      await page.getByRole('link', { name: 'Changer : Vendanges' }).click()
      await page.locator('summary', { hasText: 'Retirer de mon CV' }).click()
      await page.getByRole('button', { name: 'Retirer « Vendanges »' }).click()
      await page.getByText('C’est retiré de votre CV.').waitFor()
      expect(await textOf(page.locator('.cv-sheet'))).not.toContain('Vendanges')
    },
    LIMIT_MS,
  )
})
