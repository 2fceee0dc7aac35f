import type { Page } from 'playwright-core'
import { createElement } from 'react'
import { renderToStaticMarkup } from 'react-dom/server'
import { describe, expect, it } from 'vitest'
import { QrCode } from '#app/components/ui/qr-code.tsx'
import { cardToken } from '#app/system/secrets.server.ts'
import { createProfessional } from '#tests/factories/professional.ts'
import { useBrowser } from '#tests/setup/browser.ts'
import { useE2eApp } from '#tests/setup/e2e-app.ts'
import { readMessage, signIn, textOf } from './gestures.ts'
import { createGround, openDemoAccounts } from './world.ts'

const LIMIT_MS = 120_000

const PEOPLE = [
  { javaScript: true, firstName: 'Moussa', lastName: 'Koné', phone: '06 39 98 55 01', alike: 'Kone' },
  { javaScript: false, firstName: 'Élodie', lastName: 'Lefèvre', phone: '06 39 98 55 02', alike: 'Lefebvre' },
]

const app = useE2eApp({
  async prepare() {
    await createGround()
    await createProfessional('hotline', { firstName: 'Samira', lastName: 'Bouzid' })
    await openDemoAccounts()
  },
})
const browser = useBrowser()

describe('somebody without e-mail calls the hotline', () => {
  it.each(PEOPLE)(
    'is registered, gets a card and comes in with it, JavaScript $javaScript',
    async ({ javaScript, firstName, lastName, phone, alike }) => {
      const agent = await browser.open({ javaScript })
      await signIn(agent, app(), 'Samira Bouzid')
      await agent.getByLabel('Qui cherchez-vous ?').fill(`${firstName} ${alike}`)
      await agent.getByRole('button', { name: 'Chercher' }).click()
      await agent.getByText('Personne de ce nom').waitFor()
      expect(agent.url()).not.toContain(alike)
      const register = async (name: string) => {
        await agent.goto(`${app().url}/accueil/inscrire`)
        await agent.getByLabel('Prénom').fill(firstName)
        await agent.getByLabel('Nom', { exact: true }).fill(name)
        await agent.getByLabel(/^Téléphone/).fill(phone)
        await agent.getByLabel('Sa commune').fill('Laon 02000')
        await agent.getByLabel('À pied').check()
        await agent.getByLabel('Au téléphone').check()
        await agent.getByLabel(/garde mes réponses/).check()
        await agent.getByRole('button', { name: 'Inscrire cette personne' }).click()
      }
      await register(lastName)
      await agent.getByRole('heading', { level: 1, name: 'La carte à imprimer' }).waitFor()
      const card = agent.locator('.help-card')
      expect((await textOf(card)).replace(/\s/g, '')).toContain('0323248900')
      const name = await card.getAttribute('aria-label')
      expect(name).toBe(`La carte de ${firstName} ${lastName}`)
      expect(await card.locator('svg path').count()).toBe(1)
      // Registered again under another spelling: the account is shown first.
      await register(alike)
      await agent.getByText('Cette personne a peut-être déjà un compte').waitFor()
      await agent.getByRole('link', { name: `${firstName} ${lastName}` }).click()
      await agent.getByRole('link', { name: 'Sa carte à imprimer' }).click()

      const person = await browser.open({ javaScript, width: 360 })
      await person.goto(await scanned(agent))
      await person.getByRole('button', { name: 'Recevoir mon code' }).click()
      await person.getByLabel('Les six chiffres').waitFor()
      const reader = await browser.open({ javaScript })
      const text = await readMessage(reader, app(), { to: phone, words: 'est votre code' })
      await person.getByLabel('Les six chiffres').fill(text.match(/\d{6}(?= est votre code)/)?.[0] ?? '')
      await person.getByRole('button', { name: 'Entrer' }).click()
      await person.waitForURL((url) => url.pathname === '/mes-offres')
      expect(await textOf(person.locator('.account-name'))).toContain(`${firstName} ${lastName}`)
    },
    LIMIT_MS,
  )
})

/** Where the card leads: the address behind its QR code, which is the one drawn from the person's token. */
async function scanned(page: Page): Promise<string> {
  const [, , , accountId = ''] = new URL(page.url()).pathname.split('/')
  const url = `${app().url}/connexion/carte/${cardToken(accountId)}`
  const drawn = renderToStaticMarkup(createElement(QrCode, { text: url, label: '' }))
  const path = await page.locator('.help-card svg path').getAttribute('d')
  expect(drawn).toContain(`d="${path}"`)
  return url
}
