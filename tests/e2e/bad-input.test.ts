import type { Page } from 'playwright-core'
import { describe, expect, it } from 'vitest'
import { db } from '#app/db/client.server.ts'
import type { Offer } from '#app/domain/offer.ts'
import { offerForm } from '#tests/factories/offer-form.ts'
import { useBrowser } from '#tests/setup/browser.ts'
import { useE2eApp } from '#tests/setup/e2e-app.ts'
import { createCannery, LIMIT_MS } from './cannery.ts'
import { fillFields, signIn, textOf } from './gestures.ts'
import { expectRefused, typedIn } from './refused-form.ts'

const NEW_JOB = '/structure/offres/nouvelle?genre=emploi'
const HTML = '<script>alert(1)</script><img src=x onerror=alert(2)><b>"gras" & \'simple\'</b>'

let offer: Offer
const app = useE2eApp({
  worker: false,
  async prepare() {
    offer = (await createCannery()).offer
  },
})
const browser = useBrowser()

async function openAs(name: string, path: string, javaScript = false): Promise<Page> {
  const page = await browser.open({ javaScript })
  await signIn(page, app(), name)
  await page.goto(app().url + path)
  return page
}

const save = (page: Page) => page.locator('form.offer-form .action-bar button[value="save"]').click()

describe('the form of an offer', () => {
  it(
    'refuses each bad field beside it, and keeps all that was typed',
    async () => {
      const page = await openAs('Hélène Caron', NEW_JOB)
      const typed = offerForm('job', {
        title: '🎉🎉🎉🎉🎉🎉🎉🎉',
        description: `Début ${'très long '.repeat(2000)}fin`,
        positions: 'beaucoup',
        commune: '',
        startsOn: '2026-09-30',
        endsOn: '2026-09-01',
        hoursPerWeek: '49',
        replyDelayDays: '0',
        contract: 'cdd',
        slots: ['mon_morning'],
        address: '',
        pay: '',
      })
      await page.getByLabel('Commune').fill('')
      await fillFields(page, typed)
      await save(page)
      const fields = [
        'title',
        'description',
        'positions',
        'commune',
        'endsOn',
        'hoursPerWeek',
        'replyDelayDays',
      ]
      const sentences = await expectRefused(page, { fields })
      for (const words of [
        'avec des mots',
        '20 009',
        'en chiffres',
        'La fin est avant le début',
        '48 heures',
      ])
        expect(sentences.join('\n').replace(/\s/g, ' ')).toContain(words)
      const kept = await typedIn(page, [...fields, 'startsOn', 'contract'])
      expect({ ...kept, description: kept.description?.trim() }).toEqual(
        Object.fromEntries(Object.keys(kept).map((name) => [name, String(typed[name]).trim()])),
      )
      expect(await page.locator('[name=slots][value=mon_morning]').isChecked()).toBe(true)
      await page.locator('.error-summary a').first().click()
      expect(new URL(page.url()).hash).not.toBe('')
      expect(await db().offer.count()).toBe(2)
    },
    LIMIT_MS,
  )

  it(
    'says that a commune is unknown, and asks which one when several answer',
    async () => {
      const page = await openAs('Hélène Caron', NEW_JOB)
      await fillFields(page, offerForm('job', { commune: 'Atlantide' }))
      await save(page)
      await expectRefused(page, { fields: ['commune'] })
      expect(await typedIn(page, ['commune', 'title'])).toEqual({
        commune: 'Atlantide',
        title: 'Aide de cuisine en restaurant scolaire',
      })
      await page.getByLabel('Commune').fill('02140')
      await save(page)
      await page.locator('.error-summary').waitFor()
      await page.getByLabel(/^Vervins/).check()
      await save(page)
      await page.getByRole('button', { name: 'Publier l’offre' }).waitFor()
    },
    LIMIT_MS,
  )

  it(
    'takes HTML for the text that it is, on every page',
    async () => {
      const page = await openAs('Hélène Caron', '/structure/offres/nouvelle?genre=benevolat', true)
      page.on('dialog', () => expect.unreachable('a script of the offer ran'))
      const texts = ['course', 'aims', 'suitableProfiles', 'skillsDeveloped', 'nextSteps', 'welcomeReferent']
      const html = Object.fromEntries([...texts, 'timeAsked', 'address'].map((name) => [name, HTML]))
      const title = `Tri de vêtements ${HTML}`
      await fillFields(
        page,
        offerForm('volunteering', { experience: '', title, description: HTML.repeat(5), ...html }),
      )
      await save(page)
      await page.getByRole('button', { name: 'Publier l’offre' }).click()
      await page.getByText('Votre offre est en ligne').waitFor()
      const { id } = await db().offer.findFirstOrThrow({ where: { kind: 'volunteering' } })
      const publicPath = `/offres/${id}`
      for (const path of [
        `/structure/offres/${id}`,
        `/structure/offres/${id}/modifier`,
        '/structure',
        publicPath,
      ]) {
        await page.goto(app().url + path)
        expect(await page.locator('main img, main b').count()).toBe(0)
      }
      expect(await textOf(page.locator('h1'))).toBe(title)
      const data = JSON.parse(await textOf(page.locator('script[type="application/ld+json"]')))
      expect(data.title).toBe(title)
    },
    LIMIT_MS,
  )

  it(
    'edited twice at once: the second sees what changed, keeps its text, and may save it',
    async () => {
      const path = `/structure/offres/${offer.id}/modifier`
      const first = await openAs('Hélène Caron', path)
      const second = await openAs('Hélène Caron', path)
      await first.getByLabel('Salaire').fill('12,50 € de l’heure')
      await save(first)
      await first.getByText('Vos changements sont enregistrés').waitFor()
      await second.getByLabel('Salaire').fill('13 € de l’heure')
      await save(second)
      await second.getByText('12,50 € de l’heure').waitFor()
      expect(await typedIn(second, ['pay'])).toEqual({ pay: '13 € de l’heure' })
      await save(second)
      await second.getByText('Vos changements sont enregistrés').waitFor()
      expect(await db().offer.findUnique({ where: { id: offer.id } })).toMatchObject({
        pay: '13 € de l’heure',
      })
    },
    LIMIT_MS,
  )

  it(
    'double clicks make one draft and publish it once',
    async () => {
      const page = await openAs('Hélène Caron', NEW_JOB)
      await fillFields(page, offerForm('job', { title: 'Cuisine du soir à la ferme' }))
      await page.locator('form.offer-form .action-bar button[value="save"]').dblclick()
      await page.getByRole('button', { name: 'Publier l’offre' }).dblclick()
      await page.getByText('Votre offre est en ligne').waitFor()
      const drafts = await db().offer.findMany({ where: { title: 'Cuisine du soir à la ferme' } })
      expect(drafts).toHaveLength(1)
      const facts = await db().outboxEvent.findMany({ where: { type: 'offer.published' } })
      expect(
        facts.filter(({ payload }) => JSON.stringify(payload).includes(drafts[0]?.id ?? '')),
      ).toHaveLength(1)
    },
    LIMIT_MS,
  )
})
