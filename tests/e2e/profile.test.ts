import type { Page } from 'playwright-core'
import { describe, expect, it } from 'vitest'
import { db } from '#app/db/client.server.ts'
import { createCandidate } from '#tests/factories/candidate.ts'
import { useBrowser } from '#tests/setup/browser.ts'
import { useE2eApp } from '#tests/setup/e2e-app.ts'
import { signIn, textOf } from './gestures.ts'
import { createGround, openDemoAccounts } from './world.ts'

const LIMIT_MS = 180_000
const WHO = [
  { javaScript: true, firstName: 'Mariam', lastName: 'Sow' },
  { javaScript: false, firstName: 'Denis', lastName: 'Petit' },
]

const app = useE2eApp({
  worker: false,
  async prepare() {
    const { territoryId } = await createGround()
    for (const { firstName, lastName } of WHO)
      await createCandidate({
        account: { territoryId, firstName, lastName },
        profile: { projects: [], skills: [], languages: [], licences: [], eligiblePublics: [] },
      })
    await openDemoAccounts()
  },
})
const browser = useBrowser()

const press = (page: Page, name: string) => page.getByRole('button', { name, exact: true }).click()
const asks = (page: Page, name: string) => page.getByRole('heading', { level: 1, name }).waitFor()
const left = async (page: Page) => Number((await textOf(page.locator('.walk-place'))).match(/\d+/)?.[0])

describe('somebody whose profile says nothing', () => {
  it.each(WHO)(
    'answers one question a screen, says "I do not know", and reads it all again, JavaScript $javaScript',
    async ({ javaScript, firstName, lastName }) => {
      const page = await browser.open({ javaScript, width: 360 })
      await signIn(page, app(), `${firstName} ${lastName}`)
      await page.goto(`${app().url}/mon-profil`)
      await page.getByText('Il reste 7 questions.').waitFor()
      await page.getByRole('link', { name: 'Répondre à la suivante' }).click()

      await asks(page, 'Quel travail cherchez-vous ?')
      await page.getByRole('link', { name: 'Choisir un métier' }).click()
      await asks(page, 'Quel métier vous plaît ?')
      await page.getByLabel('Écrivez-le avec vos mots').fill('vaiselle')
      await press(page, 'Continuer')
      await page.getByLabel('Plonge', { exact: true }).check()
      await press(page, 'Continuer')
      await asks(page, 'L’avez-vous déjà fait ?')
      await page.getByLabel('Quelques mois').check()
      await press(page, 'Continuer')
      await page.getByText('C’est gardé.').waitFor()
      await press(page, 'Continuer')
      await page.getByRole('link', { name: 'Répondre à la suivante' }).click()

      await asks(page, 'Que savez-vous faire ?')
      expect(await left(page)).toBe(6)
      await page.getByLabel('Faire la plonge').check()
      await press(page, 'Continuer')
      await asks(page, 'Quelles langues parlez-vous ?')
      expect(await left(page)).toBe(5)
      await page.getByLabel('Français').check()
      await page.getByLabel('Une autre langue').fill('Éwé')
      await press(page, 'Continuer')
      await asks(page, 'Quels permis avez-vous ?')
      await press(page, 'Continuer')
      await asks(page, 'Quels jours êtes-vous libre ?')
      await page.locator('[name=slots][value=mon_morning]').check()
      await press(page, 'Continuer')
      await asks(page, 'Quand pouvez-vous commencer ?')
      await press(page, 'Je ne sais pas')
      await asks(page, 'Combien d’heures, et quel contrat ?')
      expect(await left(page)).toBe(1)
      await press(page, 'Je ne sais pas')

      await asks(page, 'Mon profil')
      await page.getByText('C’est gardé').waitFor()
      const said = await textOf(page.locator('.profile-lines'))
      for (const words of [
        'Plonge : quelques mois',
        'Faire la plonge',
        'Français, éwé',
        'Pas de permis.',
        'Lundi (matin)',
        'Tout de suite.',
        'Tout vous va.',
      ])
        expect(said).toContain(words)
      expect(await page.getByText('Il reste').count()).toBe(0)

      expect(said).toContain('Vous n’avez rien dit.')
      await page.getByRole('link', { name: 'Changer : Ma situation' }).click()
      await asks(page, 'Êtes-vous dans une de ces situations ?')
      await page.getByLabel('Je reçois le RSA').check()
      await page.getByLabel('Aucune de ces situations').check()
      await press(page, 'Continuer')
      await page.getByText('Cochez vos situations, ou bien').first().waitFor()
      await page.getByLabel('Aucune de ces situations').uncheck()
      await press(page, 'Continuer')
      await page.getByText('Je reçois le RSA, l’ASS').waitFor()
      await page.getByRole('link', { name: 'Changer : Ma situation' }).click()
      await press(page, 'Je préfère ne pas répondre')
      await page.getByText('Vous n’avez rien dit.').waitFor()

      await page.getByRole('link', { name: 'Changer : Mon trajet' }).click()
      await page.getByLabel('À vélo').check()
      await press(page, 'Continuer')
      await page.getByText('À vélo, jusqu’à 30 km').waitFor()
      const account = await db().account.findFirstOrThrow({ where: { lastName }, include: { profile: true } })
      expect(account.profile).toMatchObject({
        travelMeans: 'bicycle',
        languages: ['français', 'éwé'],
        eligiblePublics: [],
      })
    },
    LIMIT_MS,
  )
})
