import { expect, it } from 'vitest'
import { createOffer } from '#tests/factories/offer.ts'
import { useBrowser } from '#tests/setup/browser.ts'
import { useE2eApp } from '#tests/setup/e2e-app.ts'
import { signIn } from './gestures.ts'
import { createEmployer, createGround, openDemoAccounts } from './world.ts'

const LIMIT_MS = 60_000
const RECRUITER = 'Anne Colin'
const TITLE = 'Vendanges à la main en coteau'

const app = useE2eApp({
  worker: false,
  async prepare() {
    const { territoryId } = await createGround()
    const employer = { territoryId, name: 'Domaine des Coteaux', recruiterName: RECRUITER }
    const { organisationId } = await createEmployer(employer)
    const closedAt = new Date('2025-10-01T08:00:00Z')
    await createOffer({
      territoryId,
      organisationId,
      kind: 'seasonal',
      title: TITLE,
      state: 'filled',
      closedAt,
    })
    await openDemoAccounts()
  },
})
const browser = useBrowser()

it(
  'an offer of last year is on line again in two gestures, without scripts',
  async () => {
    const page = await browser.open({ javaScript: false, width: 360 })
    await signIn(page, app(), RECRUITER)
    await page.goto(`${app().url}/structure`)
    await page.getByRole('button', { name: 'Comme l’an dernier' }).click()
    await page.getByRole('heading', { level: 1, name: TITLE }).waitFor()
    await page.getByRole('button', { name: 'Publier l’offre' }).click()
    await page.getByText('Votre offre est en ligne').first().waitFor()
    expect(new URL(page.url()).searchParams.get('fait')).toBe('publish')
  },
  LIMIT_MS,
)
