import { expect, it } from 'vitest'
import { displayPhone } from '#app/domain/phone.ts'
import { reindexOffers } from '#search/reindex.server.ts'
import { withScripts } from '#tests/e2e/hands.ts'
import {
  arrive,
  choose,
  enterWithCode,
  follow,
  goTo,
  pathOf,
  press,
  reads,
  titleOf,
  type Visit,
} from '#tests/e2e/visit.ts'
import { giveVoice, hearAll } from '#tests/e2e/voice.ts'
import { createEmployer, createGround } from '#tests/e2e/world.ts'
import { createCandidate } from '#tests/factories/candidate.ts'
import { createOffer } from '#tests/factories/offer.ts'
import { useBrowser } from '#tests/setup/browser.ts'
import { useE2eApp } from '#tests/setup/e2e-app.ts'

const LIMIT_MS = 180_000
const TITLE = 'Aide de cuisine au lycée'
const MOST_QUESTIONS = 12

let phone = ''
const app = useE2eApp({
  async prepare() {
    const { territoryId } = await createGround()
    const employer = { territoryId, name: 'Lycée de Crézancy', recruiterName: 'Hélène Caron' }
    const { organisationId } = await createEmployer(employer)
    await createOffer({ territoryId, organisationId, title: TITLE, licences: [], skills: [] })
    const { account } = await createCandidate({
      account: { territoryId },
      profile: { skills: [], languages: [], licences: [] },
    })
    phone = displayPhone(account.phone ?? '')
    await reindexOffers()
  },
})
const browser = useBrowser()

/** Presses what reads the page, and listens to the end. */
async function listen({ page, hand }: Visit): Promise<string> {
  await page.getByRole('button', { name: 'Écouter la page' }).click()
  const said = await hearAll(page)
  await page.getByRole('button', { name: 'Écouter la page' }).waitFor()
  expect(hand.javaScript).toBe(true)
  return said
}

it(
  'somebody who reads with difficulty listens, looks at pictures, says "I do not know", and applies without writing',
  async () => {
    const visit = await arrive({ browser, app: app(), hand: withScripts })
    const { page } = visit
    await giveVoice(page)
    await goTo(visit, '/')
    const home = await listen(visit)
    expect(home).toContain('Je cherche')
    expect(home).toContain(TITLE)
    // Each kind has its picture beside its word.
    const kinds = page.locator('main form .choice:has([name=genre])')
    expect(await kinds.count()).toBe(4)
    expect(await kinds.locator('svg').count()).toBe(4)

    await visit.hand.press(page.getByRole('link', { name: 'Me connecter' }))
    await enterWithCode(visit, phone)
    await goTo(visit, '/mon-profil')
    await follow(visit, 'Répondre à la suivante')
    const asked: string[] = []
    while (pathOf(visit) !== '/mon-profil' && asked.length < MOST_QUESTIONS) {
      const question = (await titleOf(visit).textContent()) ?? ''
      expect(asked).not.toContain(question)
      asked.push(question)
      expect(await listen(visit)).toContain(question.split(/[.!?…]/)[0]?.trim())
      if (pathOf(visit).endsWith('/langues')) await choose(visit, 'Français')
      const mayNotKnow = await page.getByRole('button', { name: 'Je ne sais pas' }).isVisible()
      await press(visit, mayNotKnow ? 'Je ne sais pas' : 'Continuer')
    }
    expect(asked.length).toBeGreaterThan(3)
    await reads(visit, 'C’est gardé')
    await follow(visit, 'Changer : Mon trajet')
    expect(await page.locator('main .choice:has([name=travelMeans]) svg').count()).toBe(5)
    await choose(visit, 'À vélo')
    await press(visit, 'Continuer')

    await goTo(visit, '/mes-offres')
    await follow(visit, TITLE)
    const offer = await listen(visit)
    expect(offer).toContain(TITLE)
    expect(offer).toContain('Laon')
    await follow(visit, 'Je postule')
    await press(visit, 'Je postule')
    expect(await listen(visit)).toContain('C’est envoyé')
    await reads(visit, /promi/)
  },
  LIMIT_MS,
)
