import type { Page } from 'playwright-core'
import { describe, expect, it } from 'vitest'
import { db } from '#app/db/client.server.ts'
import type { Offer } from '#app/domain/offer.ts'
import { createOffer } from '#tests/factories/offer.ts'
import { useBrowser } from '#tests/setup/browser.ts'
import { useE2eApp } from '#tests/setup/e2e-app.ts'
import { createCannery, LIMIT_MS } from './cannery.ts'
import { signIn } from './gestures.ts'
import { expectRefused, typedIn } from './refused-form.ts'

let offer: Offer
let inReview: Offer
let applicationId = ''
const app = useE2eApp({
  worker: false,
  async prepare() {
    const cannery = await createCannery()
    offer = cannery.offer
    inReview = cannery.inReview
    applicationId = cannery.applicationId
  },
})
const browser = useBrowser()

async function openAs(name: string, path: string, javaScript = false): Promise<Page> {
  const page = await browser.open({ javaScript })
  await signIn(page, app(), name)
  await page.goto(app().url + path)
  return page
}

describe('the other forms', () => {
  it(
    'sign-in: neither a number nor an address, then a wrong code',
    async () => {
      const page = await browser.open({ javaScript: false })
      await page.goto(`${app().url}/connexion`)
      const contact = page.getByLabel('Votre numéro de téléphone ou votre adresse e-mail')
      await contact.fill('06 39 98')
      await page.getByRole('button', { name: 'Recevoir mon code' }).click()
      await expectRefused(page, { fields: ['contact'] })
      expect(await contact.inputValue()).toBe('06 39 98')
      await contact.fill('personne@example.org')
      await page.getByRole('button', { name: 'Recevoir mon code' }).click()
      await page.getByLabel('Les six chiffres').fill('12')
      await page.getByRole('button', { name: 'Entrer' }).click()
      await expectRefused(page, { fields: ['code'] })
      await page.getByLabel('Les six chiffres').fill('000000')
      await page.getByRole('button', { name: 'Entrer' }).click()
      await expectRefused(page, { fields: ['code'], summary: /pas le bon/ })
    },
    LIMIT_MS,
  )

  it(
    'an answer: a refusal without its reason, an interview in the past',
    async () => {
      const page = await openAs('Hélène Caron', `/structure/candidatures/${applicationId}`)
      await page.locator('summary', { hasText: 'Ne pas retenir' }).click()
      await page.getByRole('button', { name: 'Répondre non' }).click()
      await expectRefused(page, { fields: ['reason'] })
      await page.locator('summary', { hasText: /entretien/ }).click()
      await page.getByLabel('Jour').fill('2025-01-02')
      await page.getByLabel('Heure').fill('14:30')
      await page.locator('button[value="interview"]').click()
      await expectRefused(page, { fields: ['interviewDay'] })
      expect(await typedIn(page, ['interviewDay', 'interviewTime'])).toEqual({
        interviewDay: '2025-01-02',
        interviewTime: '14:30',
      })
      expect(await db().application.findUnique({ where: { id: applicationId } })).toMatchObject({
        state: 'sent',
      })
    },
    LIMIT_MS,
  )

  it(
    'the desk: an offer sent back without a word',
    async () => {
      const page = await openAs('Claire Dumont', `/bureau/offres/${inReview.id}`, true)
      await page.getByRole('button', { name: 'Renvoyer à corriger' }).click()
      await expectRefused(page, { fields: ['reason'] })
      expect(await db().offer.findUnique({ where: { id: inReview.id } })).toMatchObject({
        state: 'in_review',
      })
    },
    LIMIT_MS,
  )

  it(
    'a profile: an unknown commune, too many kilometres, nothing looked for',
    async () => {
      const page = await openAs('Nadia Benali', '/mon-profil/genres')
      const send = async (field: string) => {
        await page.getByRole('button', { name: 'Continuer' }).click()
        await expectRefused(page, { fields: [field] })
      }
      for (const box of await page.locator('[name=kinds]').all()) await box.uncheck()
      await send('kinds')
      await page.goto(`${app().url}/mon-profil/commune`)
      await page.locator('[name=commune]').fill('A')
      await send('commune')
      expect(await typedIn(page, ['commune'])).toEqual({ commune: 'A' })
      await page.goto(`${app().url}/mon-profil/trajet`)
      await page.locator('[name=travelMaxKm]').fill('9000')
      await send('travelMaxKm')
      expect(await typedIn(page, ['travelMaxKm'])).toEqual({ travelMaxKm: '9000' })
    },
    LIMIT_MS,
  )

  it(
    'an application: a sentence too long, then two clicks at once',
    async () => {
      const other = await createOffer({
        organisationId: offer.organisationId,
        territoryId: offer.territoryId,
      })
      const page = await openAs('Nadia Benali', `/offres/${other.id}/postuler`)
      const sentence = page.getByLabel('Une phrase pour vous présenter')
      await sentence.fill('Bonjour. '.repeat(500))
      await page.getByRole('button', { name: 'Je postule' }).click()
      await expectRefused(page, { fields: ['sentence'] })
      expect(await sentence.inputValue()).toHaveLength(4500)
      await sentence.fill('Bonjour.')
      await page.getByRole('button', { name: 'Je postule' }).dblclick()
      await page.waitForURL(/mes-candidatures/)
      expect(await db().application.count({ where: { offerId: other.id } })).toBe(1)
    },
    LIMIT_MS,
  )
})
