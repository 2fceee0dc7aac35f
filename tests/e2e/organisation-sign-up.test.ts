import { describe, expect, it } from 'vitest'
import { db } from '#app/db/client.server.ts'
import { fictionalRna, fictionalSiret } from '#prisma/reference/identifiers.ts'
import { createOrganisation } from '#tests/factories/organisation.ts'
import { useBrowser } from '#tests/setup/browser.ts'
import { useE2eApp } from '#tests/setup/e2e-app.ts'
import { readMessage } from './gestures.ts'
import { HANDS, type Hand } from './hands.ts'
import {
  arrive,
  choose,
  enterWithCode,
  follow,
  goTo,
  pathOf,
  press,
  reads,
  sayWhoIAm,
  signInAs,
  takeCode,
  titleOf,
  type Visit,
  write,
} from './visit.ts'
import { createGround, openDemoAccounts } from './world.ts'

const LIMIT_MS = 150_000
const CLOSED = '999 900 038 00012'
const FOUND = ['99990001200017', '99990002000010', '99990005300011']

const rankOf = (hand: Hand) => HANDS.indexOf(hand)
const addressOf = (hand: Hand) => `adresse.connue.${rankOf(hand)}@example.org`
const siretOf = (hand: Hand) => fictionalSiret(700 + rankOf(hand))

const app = useE2eApp({
  async prepare() {
    const { territoryId } = await createGround()
    for (const hand of HANDS)
      await createOrganisation({
        territoryId,
        name: `Menuiserie ${rankOf(hand)}`,
        siret: siretOf(hand),
        email: addressOf(hand),
        state: 'pending',
      })
    await openDemoAccounts()
  },
})
const browser = useBrowser()

/** From the home page to the first question asked to an organisation. */
async function arriveAtSignUp(hand: Hand, contact: string): Promise<Visit> {
  const visit = await arrive({ browser, app: app(), hand })
  await goTo(visit, '/')
  await follow(visit, 'Inscrire ma structure')
  await enterWithCode(visit, contact)
  expect(pathOf(visit)).toBe('/inscription/structure')
  return visit
}

async function verify(hand: Hand, name: string): Promise<void> {
  const officer = await arrive({ browser, app: app(), hand }, true)
  await signInAs(officer, 'Claire Dumont')
  await goTo(officer, '/bureau/structures')
  await follow(officer, name)
  await press(officer, /je la vérifie/)
  expect(pathOf(officer)).toBe('/bureau/structures')
  expect(await officer.page.getByRole('link', { name }).count()).toBe(0)
}

describe('an organisation that the directory knows', () => {
  it.each(HANDS)(
    'signs up from its number alone, and an officer verifies it, $name',
    async (hand) => {
      const contact = `annuaire.${rankOf(hand)}@example.org`
      const visit = await arriveAtSignUp(hand, contact)
      await write(visit, /^Votre numéro SIRET/, FOUND[rankOf(hand)] ?? '')
      await press(visit, 'Continuer')
      await reads(visit, 'Est-ce votre structure ?')
      const name = (await visit.page.locator('dd').first().textContent()) ?? ''
      await press(visit, 'Inscrire ma structure')
      await visit.page.locator('.error-summary').waitFor()
      expect(await visit.page.locator('dd').first().textContent()).toBe(name)
      await sayWhoIAm(visit, 'Jeanne Rolland')
      await press(visit, 'Inscrire ma structure')
      expect(pathOf(visit)).toBe('/structure')
      expect(await titleOf(visit).textContent()).toBe(name)
      await reads(visit, 'Nous vérifions votre structure')
      await verify(hand, name)
      await visit.page.reload()
      expect(await visit.page.getByText('Nous vérifions votre structure').count()).toBe(0)
      const reader = await browser.open({ javaScript: hand.javaScript })
      await readMessage(reader, app(), { to: contact, words: 'est vérifiée' })
    },
    LIMIT_MS,
  )
})

const OTHERS = [
  {
    hand: HANDS[0] as Hand,
    way: 'a SIRET that nobody knows',
    number: fictionalSiret(801),
    flag: 'unknown_number',
  },
  { hand: HANDS[1] as Hand, way: 'an RNA number', number: fictionalRna(802), flag: 'rna_not_checked' },
  { hand: HANDS[2] as Hand, way: 'no number at all', number: null, flag: 'no_number' },
]

describe('an organisation that the directory does not know', () => {
  it.each(OTHERS)(
    'is refused when it is closed, and describes itself with $way',
    async ({ hand, number, flag }) => {
      const name = `Association des amis numéro ${rankOf(hand)}`
      const visit = await arriveAtSignUp(hand, `sans.annuaire.${rankOf(hand)}@example.org`)
      await write(visit, /^Votre numéro SIRET/, CLOSED)
      await press(visit, 'Continuer')
      await reads(visit, /Cet établissement est fermé/)
      if (number) {
        await write(visit, /^Votre numéro SIRET/, number)
        await press(visit, 'Continuer')
        await reads(visit, /pas retrouvé ce numéro/)
      } else {
        await follow(visit, /ni SIRET ni numéro RNA/)
        await reads(visit, /Notre équipe vous appellera/)
      }
      await press(visit, 'Inscrire ma structure')
      await visit.page.locator('.error-summary').waitFor()
      await write(visit, 'Nom de la structure', name)
      await write(visit, /^Commune/, 'Laon')
      await choose(visit, 'Association')
      await sayWhoIAm(visit, 'Awa Diop')
      await press(visit, 'Inscrire ma structure')
      expect(pathOf(visit)).toBe('/structure')
      await reads(visit, 'Nous vérifions votre structure')
      expect(await db().organisation.findFirst({ where: { name } })).toMatchObject({
        state: 'pending',
        kind: 'association',
        flags: [flag],
      })
      const officer = await arrive({ browser, app: app(), hand }, true)
      await signInAs(officer, 'Claire Dumont')
      await goTo(officer, '/bureau/structures')
      await reads(officer, '1 point à vérifier')
      await follow(officer, name)
      await hand.unfold(officer.page.locator('summary', { hasText: 'Ne pas l’inscrire' }))
      await write(officer, 'Pourquoi ?', 'Cette association a changé de nom en mai.')
      await press(officer, 'Fermer cette structure')
      expect(pathOf(officer)).toBe('/bureau/structures')
      const reader = await browser.open({ javaScript: hand.javaScript })
      await readMessage(reader, app(), { to: `sans.annuaire.${rankOf(hand)}`, words: 'changé de nom en mai' })
    },
    LIMIT_MS,
  )
})

describe('an organisation whose address is known', () => {
  it.each(HANDS)(
    'lets in whoever has the code sent there, and is verified by it, $name',
    async (hand) => {
      const visit = await arriveAtSignUp(hand, `nouvelle.${rankOf(hand)}@example.org`)
      await write(visit, /^Votre numéro SIRET/, siretOf(hand))
      await press(visit, 'Continuer')
      await reads(visit, 'Cette structure est déjà inscrite')
      expect(await visit.page.locator('main').textContent()).not.toContain('Menuiserie')
      await sayWhoIAm(visit, 'Farid Amar')
      await press(visit, /^Recevoir un code/)
      expect(pathOf(visit)).toMatch(/\/inscription\/structure\/code\//)
      const code = await takeCode(visit, addressOf(hand))
      await write(visit, 'Les six chiffres', code === '000000' ? '111111' : '000000')
      await press(visit, 'Entrer dans ma structure')
      await reads(visit, /pas le bon/)
      await write(visit, 'Les six chiffres', code)
      await press(visit, 'Entrer dans ma structure')
      expect(pathOf(visit)).toBe('/structure')
      expect(await titleOf(visit).textContent()).toBe(`Menuiserie ${rankOf(hand)}`)
      expect(await visit.page.getByText('Nous vérifions votre structure').count()).toBe(0)
    },
    LIMIT_MS,
  )
})
