import { expect, it } from 'vitest'
import { displayPhone } from '#app/domain/phone.ts'
import { readMessage, textOf } from '#tests/e2e/gestures.ts'
import { withoutScripts } from '#tests/e2e/hands.ts'
import { arrive, enterWithCode, follow, goTo, press, reads, titleOf, write } from '#tests/e2e/visit.ts'
import { createEmployer, createGround, createSeeker } from '#tests/e2e/world.ts'
import { useBrowser } from '#tests/setup/browser.ts'
import { useE2eApp } from '#tests/setup/e2e-app.ts'

const LIMIT_MS = 180_000
const TITLE = 'Tri et distribution des colis alimentaires'
const DESCRIPTION =
  'Vous triez les produits qui arrivent le matin, vous préparez les colis avec trois autres bénévoles, puis vous les donnez aux familles et vous parlez avec elles. Une personne de l’équipe reste avec vous les premières fois. Le café est offert, les horaires se choisissent ensemble, et vous pouvez arrêter quand vous voulez.'
const SENTENCE = 'Nous cherchons quelqu’un pour le mardi matin.'

let coordinator = ''
let volunteer = ''
const app = useE2eApp({
  async prepare() {
    const { territoryId } = await createGround()
    const { account } = await createEmployer({
      territoryId,
      name: 'La Table Partagée',
      recruiterName: 'Inès Faure',
      kind: 'association',
    })
    coordinator = account.email ?? ''
    const seeker = { territoryId, kind: 'volunteering', channel: 'sms' } as const
    const { account: omar } = await createSeeker({ ...seeker, name: 'Omar Diallo' })
    volunteer = displayPhone(omar.phone ?? '')
  },
})
const browser = useBrowser()

it(
  'the coordinator of volunteers writes a mission, finds people by commune, invites one, and answers who applies',
  async () => {
    const hand = withoutScripts
    const visit = await arrive({ browser, app: app(), hand }, true)
    const { page } = visit
    await goTo(visit, '/')
    await follow(visit, 'Publier une offre')
    await enterWithCode(visit, coordinator)
    await follow(visit, /Publier une offre/)
    await follow(visit, 'Bénévolat')
    await write(visit, /^Titre$/, TITLE)
    await write(visit, /^Temps demandé/, 'une matinée par semaine')
    await write(visit, /^Personne qui accueille/, 'Jeanne')
    await write(visit, /^Description$/, DESCRIPTION)
    await write(visit, /^Commune$/, 'Laon')
    await press(visit, 'Enregistrer et relire')
    await press(visit, 'Publier l’offre')
    await reads(visit, 'Votre offre est en ligne')
    expect(await textOf(page.locator('main'))).not.toContain('Diallo')

    await hand.press(page.getByRole('navigation').getByRole('link', { name: 'Chercher une personne' }))
    await hand.unfold(page.locator('summary', { hasText: 'Plus de filtres' }))
    await hand.pick(page.getByLabel('Pour quel genre d’offre ?'), 'Bénévolat')
    await press(visit, 'Appliquer')
    await follow(visit, 'Voir par commune')
    const line = page.locator('tr', { hasText: 'Laon' })
    expect(await textOf(line)).toContain('1')
    await follow(visit, 'Laon')
    expect(await page.locator('.person-card').count()).toBe(1)
    expect(await textOf(page.locator('.person-card'))).not.toMatch(/Diallo|06 39/)
    await follow(visit, 'Demander à lui parler')
    await hand.pick(page.getByLabel('Pour quelle offre ?'), `${TITLE}, Laon`)
    await write(visit, /^Votre phrase/, SENTENCE)
    await press(visit, 'Demander à lui parler')
    await reads(visit, `« ${SENTENCE} »`)

    const reader = await browser.open({ javaScript: false, width: 360 })
    const text = await readMessage(reader, app(), {
      to: volunteer,
      words: 'La Table Partagée aimerait vous parler',
    })
    const person = await arrive({ browser, app: app(), hand })
    await person.page.goto(text.match(/http:\/\/\S+\/r\/\S+/)?.[0] ?? '')
    await reads(person, SENTENCE)
    await press(person, 'Je postule')
    await reads(person, 'Vous avez postulé')

    await goTo(visit, '/structure')
    await follow(visit, /^Omar/)
    expect(await titleOf(visit).textContent()).toContain('Omar')
    await press(visit, /J’ai lu/)
    await hand.unfold(page.locator('summary', { hasText: 'Retenir cette personne' }))
    await press(visit, 'Oui, je la retiens')
    await readMessage(reader, app(), { to: volunteer, words: 'Bravo' })
    expect((await textOf(page.locator('main'))).replace(/\s/g, '')).toContain(volunteer.replace(/\s/g, ''))
  },
  LIMIT_MS,
)
