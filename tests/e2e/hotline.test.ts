import type { Page } from 'playwright-core'
import { createElement } from 'react'
import { renderToStaticMarkup } from 'react-dom/server'
import { describe, expect, it } from 'vitest'
import { QrCode } from '#app/components/ui/qr-code.tsx'
import { cardToken } from '#app/system/secrets.server.ts'
import { createProfessional } from '#tests/factories/professional.ts'
import { useBrowser } from '#tests/setup/browser.ts'
import { useE2eApp } from '#tests/setup/e2e-app.ts'
import { textOf } from './gestures.ts'
import { HANDS } from './hands.ts'
import {
  arrive,
  choose,
  follow,
  goTo,
  pathOf,
  press,
  reads,
  signInAs,
  takeCode,
  titleOf,
  write,
} from './visit.ts'
import { createGround, openDemoAccounts } from './world.ts'

const LIMIT_MS = 120_000

const CALLERS = [
  { firstName: 'Moussa', lastName: 'Koné', phone: '06 39 98 55 01', alike: 'Kone' },
  { firstName: 'Élodie', lastName: 'Lefèvre', phone: '06 39 98 55 02', alike: 'Lefebvre' },
  { firstName: 'Thierry', lastName: 'Dupont', phone: '06 39 98 55 03', alike: 'Dupond' },
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
  it.each(HANDS)(
    'is registered, gets a card and comes in with it, $name',
    async (hand) => {
      const caller = CALLERS[HANDS.indexOf(hand)]
      if (!caller) throw new Error('Nobody calls')
      const { firstName, lastName, phone, alike } = caller
      const agent = await arrive({ browser, app: app(), hand }, true)
      await signInAs(agent, 'Samira Bouzid')
      await write(agent, 'Qui cherchez-vous ?', `${firstName} ${alike}`)
      await press(agent, 'Chercher')
      await reads(agent, /Personne de ce nom/)
      expect(agent.page.url()).not.toContain(alike)
      const register = async (name: string) => {
        await goTo(agent, '/accueil/inscrire')
        await write(agent, 'Prénom', firstName)
        await hand.write(agent.page.getByLabel('Nom', { exact: true }), name)
        await write(agent, /^Téléphone/, phone)
        await write(agent, 'Sa commune', 'Laon 02000')
        await choose(agent, 'À pied')
        await choose(agent, 'Au téléphone')
        await choose(agent, /garde mes réponses/)
        await press(agent, 'Inscrire cette personne')
      }
      await register(lastName)
      expect(await titleOf(agent).textContent()).toBe('La carte à imprimer')
      const card = agent.page.locator('.help-card')
      expect((await textOf(card)).replace(/\s/g, '')).toContain('0323248900')
      const name = await card.getAttribute('aria-label')
      expect(name).toBe(`La carte de ${firstName} ${lastName}`)
      expect(await card.locator('svg path').count()).toBe(1)
      // Registered again under another spelling: the account is shown first.
      await register(alike)
      await reads(agent, 'Cette personne a peut-être déjà un compte')
      await follow(agent, `${firstName} ${lastName}`)
      await follow(agent, 'Sa carte à imprimer')

      const person = await arrive({ browser, app: app(), hand })
      await person.page.goto(await scanned(agent.page))
      await press(person, 'Recevoir mon code')
      await write(person, 'Les six chiffres', await takeCode(person, phone))
      await press(person, 'Entrer')
      expect(pathOf(person)).toBe('/mes-offres')
      expect(await textOf(person.page.locator('.account-name'))).toContain(`${firstName} ${lastName}`)
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
