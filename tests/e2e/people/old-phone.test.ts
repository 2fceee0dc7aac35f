import type { Page } from 'playwright-core'
import { expect, it } from 'vitest'
import { displayPhone } from '#app/domain/phone.ts'
import { reindexOffers } from '#search/reindex.server.ts'
import { withoutScripts } from '#tests/e2e/hands.ts'
import {
  enterWithCode,
  follow,
  goTo,
  pathOf,
  press,
  reads,
  titleOf,
  type Visit,
  write,
} from '#tests/e2e/visit.ts'
import { createEmployer, createGround } from '#tests/e2e/world.ts'
import { createCandidate } from '#tests/factories/candidate.ts'
import { createOffer } from '#tests/factories/offer.ts'
import { useBrowser } from '#tests/setup/browser.ts'
import { useE2eApp } from '#tests/setup/e2e-app.ts'

const LIMIT_MS = 180_000
const MOST_BYTES = 60_000
const TITLE = 'Vendanges à la main en coteau'

let phone = ''
const app = useE2eApp({
  async prepare() {
    const { territoryId } = await createGround()
    const employer = { territoryId, name: 'Domaine des Coteaux', recruiterName: 'Anne Colin' }
    const { organisationId } = await createEmployer(employer)
    await createOffer({ territoryId, organisationId, kind: 'seasonal', title: TITLE, licences: [] })
    await createOffer({ territoryId, organisationId, title: 'Aide de cuisine au lycée' })
    const { account } = await createCandidate({ account: { territoryId } })
    phone = displayPhone(account.phone ?? '')
    await reindexOffers()
  },
})
const browser = useBrowser()

/** The heaviest page met from now on, everything that came over the wire counted; and whether each fits a small screen. */
async function watchPages(page: Page) {
  const session = await page.context().newCDPSession(page)
  await session.send('Network.enable')
  let bytes = 0
  let most = 0
  const tooWide: string[] = []
  session.on('Network.loadingFinished', ({ encodedDataLength }) => {
    bytes += encodedDataLength
    most = Math.max(most, bytes)
  })
  session.on('Network.requestWillBeSent', ({ type }) => {
    if (type === 'Document') bytes = 0
  })
  const look = async () => {
    const width = await page.evaluate(() => document.documentElement.scrollWidth)
    if (width > 320) tooWide.push(`${page.url()}: ${width} px`)
  }
  return { look, tooWide, heaviest: () => most }
}

it(
  'somebody with an old telephone and a bad line writes with mistakes, finds, applies and takes it back',
  async () => {
    const page = await browser.open({ javaScript: false, width: 320, height: 480 })
    const visit: Visit = { page, hand: withoutScripts, app: app() }
    const watched = await watchPages(page)
    await goTo(visit, '/')
    await watched.look()
    await write(visit, 'Où habitez-vous ?', 'laon')
    await press(visit, 'Voir les offres')
    await watched.look()
    await reads(visit, 'à moins de 20 km de Laon')
    await write(visit, 'Quoi ?', 'vandange')
    await press(visit, 'Chercher')
    await watched.look()
    expect(await page.locator('.offer-card').count()).toBe(1)
    await follow(visit, TITLE)
    await watched.look()
    expect(await titleOf(visit).textContent()).toBe(TITLE)
    await follow(visit, 'Je postule')
    await watched.look()
    await enterWithCode(visit, phone)
    expect(pathOf(visit)).toMatch(/\/postuler$/)
    await watched.look()
    await press(visit, 'Je postule')
    await watched.look()
    await reads(visit, 'C’est envoyé')
    await reads(visit, /promi/)
    await page.locator('summary', { hasText: 'Je retire ma candidature' }).click()
    await press(visit, 'Oui, je la retire')
    await watched.look()
    await reads(visit, /retiré/)
    expect(watched.tooWide).toEqual([])
    expect(watched.heaviest()).toBeGreaterThan(1000)
    expect(watched.heaviest()).toBeLessThanOrEqual(MOST_BYTES)
    expect(await page.locator('.help-bar a[href^="tel:"]').isVisible()).toBe(true)
  },
  LIMIT_MS,
)
