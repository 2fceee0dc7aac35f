import { describe, expect, it } from 'vitest'
import { db } from '#app/db/client.server.ts'
import { createOfficer, createRecruiter } from '#tests/factories/account.ts'
import { NOW } from '#tests/factories/now.ts'
import { createOffer } from '#tests/factories/offer.ts'
import { createOrganisation } from '#tests/factories/organisation.ts'
import { useBrowser } from '#tests/setup/browser.ts'
import { useE2eApp } from '#tests/setup/e2e-app.ts'
import { HANDS } from './hands.ts'
import { arrive, goTo, pathOf, press, reads, signInAs, titleOf, type Visit } from './visit.ts'
import { createGround, openDemoAccounts } from './world.ts'

const LIMIT_MS = 120_000

const [CANNERY, PANTRY] = ['Conserverie du Laonnois', 'Épicerie solidaire']
const offers = { cannery: '', pantry: '' }

const app = useE2eApp({
  worker: false,
  async prepare() {
    const { territoryId } = await createGround()
    const cannery = await createOrganisation({ territoryId, name: CANNERY })
    const pantry = await createOrganisation({ territoryId, name: PANTRY, kind: 'association' })
    const both = { firstName: 'Julien', lastName: 'Maréchal' }
    const { account } = await createRecruiter({ territoryId, organisationId: cannery.id, account: both })
    const { account: officer } = await createOfficer({
      territoryId,
      firstName: 'Aurélie',
      lastName: 'Bertin',
    })
    for (const accountId of [account.id, officer.id])
      await db().membership.create({
        data: {
          accountId,
          organisationId: pantry.id,
          role: 'member',
          createdAt: new Date(NOW.getTime() + 1),
        },
      })
    offers.cannery = (
      await createOffer({ territoryId, organisationId: cannery.id, title: 'Mise en bocal' })
    ).id
    offers.pantry = (await createOffer({ territoryId, organisationId: pantry.id, title: 'Tri des colis' })).id
    await openDemoAccounts()
  },
})
const browser = useBrowser()

const statusAt = async (visit: Visit, path: string) => (await goTo(visit, path))?.status()
const header = ({ page }: Visit) => page.locator('.account-name')
const changeSpace = ({ page, hand }: Visit) =>
  hand.press(page.getByRole('link', { name: 'Changer d’espace' }))

describe('somebody with several hats', () => {
  it.each(HANDS)(
    'recruits for two organisations, one at a time, $name',
    async (hand) => {
      const visit = await arrive({ browser, app: app(), hand })
      await signInAs(visit, 'Julien Maréchal')
      expect(pathOf(visit)).toBe('/mes-espaces')
      await press(visit, new RegExp(CANNERY))
      expect(await titleOf(visit).textContent()).toBe(CANNERY)
      expect(await header(visit).isVisible()).toBe(true)
      expect(await header(visit).textContent()).toContain(CANNERY)
      await reads(visit, 'Mise en bocal')
      expect(await visit.page.getByText('Tri des colis').count()).toBe(0)
      expect(await statusAt(visit, `/structure/offres/${offers.cannery}`)).toBe(200)
      expect(await statusAt(visit, `/structure/offres/${offers.pantry}`)).toBe(404)
      await changeSpace(visit)
      await press(visit, new RegExp(PANTRY))
      expect(await titleOf(visit).textContent()).toBe(PANTRY)
      expect(await header(visit).textContent()).toContain(PANTRY)
      expect(await visit.page.getByText('Mise en bocal').count()).toBe(0)
      expect(await statusAt(visit, `/structure/offres/${offers.cannery}`)).toBe(404)
      expect(await statusAt(visit, `/structure/offres/${offers.pantry}`)).toBe(200)
    },
    LIMIT_MS,
  )

  it.each(HANDS)(
    'works for the territory, and coordinates volunteers as anybody does, $name',
    async (hand) => {
      const visit = await arrive({ browser, app: app(), hand })
      await signInAs(visit, 'Aurélie Bertin')
      await press(visit, /^Chargé·e de relations employeurs/)
      expect(pathOf(visit)).toBe('/bureau')
      expect(await statusAt(visit, '/structure')).toBe(404)
      await changeSpace(visit)
      await press(visit, new RegExp(PANTRY))
      expect(pathOf(visit)).toBe('/structure')
      expect(await statusAt(visit, '/bureau')).toBe(404)
      expect(await statusAt(visit, `/bureau/offres/${offers.pantry}`)).toBe(404)
    },
    LIMIT_MS,
  )
})
