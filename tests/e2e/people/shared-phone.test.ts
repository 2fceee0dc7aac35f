import { expect, it } from 'vitest'
import { displayPhone } from '#app/domain/phone.ts'
import { textOf } from '#tests/e2e/gestures.ts'
import { withoutScripts, withScripts } from '#tests/e2e/hands.ts'
import { arrive, enterWithCode, follow, goTo, pathOf, type Visit } from '#tests/e2e/visit.ts'
import { createEmployer, createGround } from '#tests/e2e/world.ts'
import { createApplication } from '#tests/factories/application.ts'
import { createCandidate } from '#tests/factories/candidate.ts'
import { createOffer } from '#tests/factories/offer.ts'
import { useBrowser } from '#tests/setup/browser.ts'
import { useE2eApp } from '#tests/setup/e2e-app.ts'

const LIMIT_MS = 180_000
const TITLE = 'Aide de cuisine au lycée'
const OWN_PAGES = ['/mes-offres', '/mon-profil', '/mon-compte', '/mes-donnees', '/mes-candidatures']

const PAIRS = [
  { hand: withScripts, mother: 'Fatou Ndiaye', son: 'Ibrahim Ndour' },
  { hand: withoutScripts, mother: 'Chantal Lemoine', son: 'Kevin Leroux' },
]
const phones = new Map<string, string>()

const app = useE2eApp({
  async prepare() {
    const { territoryId } = await createGround()
    const employer = { territoryId, name: 'Lycée de Crézancy', recruiterName: 'Hélène Caron' }
    const { organisationId } = await createEmployer(employer)
    const offer = await createOffer({ territoryId, organisationId, title: TITLE })
    for (const { mother, son } of PAIRS)
      for (const name of [mother, son]) {
        const [firstName = '', lastName = ''] = name.split(' ')
        const { account, profile } = await createCandidate({ account: { territoryId, firstName, lastName } })
        phones.set(name, displayPhone(account.phone ?? ''))
        if (name === mother) await createApplication({ offerId: offer.id, profileId: profile.id })
      }
  },
})
const browser = useBrowser()

const shown = ({ page }: Visit): Promise<string> => textOf(page.locator('body'))

async function signOut(visit: Visit): Promise<void> {
  await visit.hand.press(visit.page.getByRole('button', { name: 'Me déconnecter' }))
  expect(pathOf(visit)).toBe('/')
}

it.each(PAIRS)(
  'two people share one telephone, and neither leaves anything to the other, $hand.name',
  async ({ hand, mother, son }) => {
    const visit = await arrive({ browser, app: app(), hand })
    const [, lastName = ''] = mother.split(' ')
    await goTo(visit, '/')
    await visit.hand.press(visit.page.getByRole('link', { name: 'Me connecter' }))
    await enterWithCode(visit, phones.get(mother) ?? '')
    for (const path of OWN_PAGES) await goTo(visit, path)
    await follow(visit, TITLE)
    expect(await shown(visit)).toContain(lastName)
    await signOut(visit)

    for (const _ of [...OWN_PAGES, 'the application']) {
      await visit.page.goBack({ waitUntil: 'load' })
      const text = await shown(visit)
      expect(text).not.toContain(lastName)
      expect(text).not.toContain(phones.get(mother))
      expect(text).not.toContain('Je retire ma candidature')
    }
    expect((await visit.page.context().cookies()).filter(({ name }) => name === 'session')).toEqual([])
    if (hand.javaScript) {
      const kept = await visit.page.evaluate(async () => [
        ...Object.keys(localStorage),
        ...Object.keys(sessionStorage),
        ...(await caches.keys()),
      ])
      expect(kept).toEqual([])
    }

    await goTo(visit, '/connexion')
    expect(await visit.page.locator('main [name=contact]').inputValue()).toBe('')
    await enterWithCode(visit, phones.get(son) ?? '')
    await goTo(visit, '/mes-candidatures')
    expect(await shown(visit)).not.toContain(TITLE)
    await goTo(visit, '/mon-compte')
    expect(await shown(visit)).toContain(son.split(' ')[1])
    expect(await shown(visit)).not.toContain(lastName)
    await signOut(visit)
  },
  LIMIT_MS,
)
