import type { Page } from 'playwright-core'
import { createElement } from 'react'
import { renderToStaticMarkup } from 'react-dom/server'
import { describe, expect, it } from 'vitest'
import { QrCode } from '#app/components/ui/qr-code.tsx'
import { cardToken } from '#app/system/secrets.server.ts'
import { readMessage, textOf } from '#tests/e2e/gestures.ts'
import { HANDS } from '#tests/e2e/hands.ts'
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
} from '#tests/e2e/visit.ts'
import { createEmployer, createGround, openDemoAccounts } from '#tests/e2e/world.ts'
import { createOffer } from '#tests/factories/offer.ts'
import { createProfessional } from '#tests/factories/professional.ts'
import { useBrowser } from '#tests/setup/browser.ts'
import { useE2eApp } from '#tests/setup/e2e-app.ts'

const LIMIT_MS = 180_000

const TITLE = 'Aide de cuisine au lycée'

const CALLERS = [
  { firstName: 'Moussa', lastName: 'Koné', phone: '06 39 98 55 01', alike: 'Kone' },
  { firstName: 'Élodie', lastName: 'Lefèvre', phone: '06 39 98 55 02', alike: 'Lefebvre' },
  { firstName: 'Thierry', lastName: 'Dupont', phone: '06 39 98 55 03', alike: 'Dupond' },
]

const app = useE2eApp({
  async prepare() {
    const { territoryId } = await createGround()
    const employer = { territoryId, name: 'Lycée de Crézancy', recruiterName: 'Hélène Caron' }
    const { organisationId } = await createEmployer(employer)
    await createOffer({ territoryId, organisationId, title: TITLE, licences: [] })
    await createProfessional('hotline', { firstName: 'Samira', lastName: 'Bouzid' })
    await openDemoAccounts()
  },
})
const browser = useBrowser()

describe('somebody without e-mail calls the hotline', () => {
  it.each(HANDS)(
    'is registered, comes in with the printed card, applies, and is told by SMS alone, $name',
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

      await follow(person, TITLE)
      await follow(person, 'Je postule')
      await press(person, 'Je postule')
      await reads(person, 'C’est envoyé')
      expect(await titleOf(person).textContent()).toBe(TITLE)
      expect(await textOf(person.page.locator('main'))).not.toMatch(/e-mail|courriel/)

      const recruiter = await arrive({ browser, app: app(), hand }, true)
      await signInAs(recruiter, 'Hélène Caron')
      await follow(recruiter, new RegExp(`^${firstName}`))
      await hand.unfold(recruiter.page.locator('summary', { hasText: 'Retenir cette personne' }))
      await press(recruiter, 'Oui, je la retiens')
      const reader = await person.page.context().newPage()
      expect(await readMessage(reader, app(), { to: phone, words: 'Bravo' })).toContain('03 23 24 89 00')
      await goTo(person, '/mes-candidatures')
      await follow(person, TITLE)
      await reads(person, 'Bonne nouvelle : la structure a dit oui')
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
