import { describe, expect, it } from 'vitest'
import { db } from '#app/db/client.server.ts'
import { displayPhone } from '#app/domain/phone.ts'
import { createCandidate } from '#tests/factories/candidate.ts'
import { createProfessional } from '#tests/factories/professional.ts'
import { useBrowser } from '#tests/setup/browser.ts'
import { useE2eApp } from '#tests/setup/e2e-app.ts'
import { readMessage } from './gestures.ts'
import { HANDS, type Hand } from './hands.ts'
import {
  arrive,
  enterWithCode,
  follow,
  goTo,
  pathOf,
  press,
  reads,
  signInAs,
  takeCode,
  type Visit,
  write,
} from './visit.ts'
import { createGround, openDemoAccounts } from './world.ts'

const LIMIT_MS = 180_000

const NAMES = ['Nadia Benali', 'Karim Roussel', 'Lina Robert']
const nameOf = (hand: Hand) => NAMES[HANDS.indexOf(hand)] ?? ''
const newPhoneOf = (hand: Hand) => `06 39 98 66 0${HANDS.indexOf(hand)}`
const people = new Map<string, { accountId: string; profileId: string; phone: string }>()

const app = useE2eApp({
  async prepare() {
    const { territoryId } = await createGround()
    for (const name of NAMES) {
      const [firstName = '', lastName = ''] = name.split(' ')
      const made = await createCandidate({ account: { territoryId, firstName, lastName, email: null } })
      const { account, profile } = made
      const phone = displayPhone(account.phone ?? '')
      people.set(name, { accountId: account.id, profileId: profile.id, phone })
    }
    await createProfessional('administrator', { firstName: 'Sophie', lastName: 'Vasseur' })
    await openDemoAccounts()
  },
})
const browser = useBrowser()

function personOf(hand: Hand) {
  const person = people.get(nameOf(hand))
  if (!person) throw new Error('Nobody was made')
  return person
}

/** The officer types a reason for somebody whom nobody handles; the supervisor reads it. */
async function readWithReason(hand: Hand, reason: string): Promise<void> {
  const { profileId } = personOf(hand)
  const officer = await arrive({ browser, app: app(), hand }, true)
  await signInAs(officer, 'Claire Dumont')
  await goTo(officer, `/personnes/${profileId}`)
  await reads(officer, 'Fiche d’une personne que vous ne suivez pas')
  expect(await officer.page.locator('main').textContent()).not.toContain(nameOf(hand))
  await press(officer, 'Ouvrir la fiche')
  await officer.page.locator('.error-summary').waitFor()
  await write(officer, /^Pourquoi ouvrez-vous/, reason)
  await press(officer, 'Ouvrir la fiche')
  await reads(officer, nameOf(hand))
  const supervisor = await arrive({ browser, app: app(), hand }, true)
  await signInAs(supervisor, 'Sophie Vasseur')
  await goTo(supervisor, '/administration/consultations')
  await reads(supervisor, reason)
  expect(await supervisor.page.locator('main').textContent()).not.toContain(nameOf(hand))
}

async function changePhone(visit: Visit, { from, to }: { from: string; to: string }): Promise<void> {
  await goTo(visit, '/mon-compte')
  await follow(visit, 'Changer de numéro')
  await reads(visit, 'C’est bien vous ?')
  await press(visit, /^Un code par SMS/)
  await write(visit, 'Les six chiffres', await takeCode(visit, from))
  await press(visit, 'Continuer')
  await write(visit, 'Numéro de téléphone portable', to)
  await press(visit, 'Recevoir un code')
  await write(visit, 'Les six chiffres', await takeCode(visit, to))
  await press(visit, 'Continuer')
  await reads(visit, /C’est changé/)
  const reader = await visit.page.context().newPage()
  await readMessage(reader, app(), { to: from, words: 'Votre numéro a changé' })
  await reader.close()
}

async function exportOf({ page }: Visit): Promise<string> {
  const answer = await page.request.get(`${app().url}/mes-donnees.json`)
  expect(answer.headers()['content-disposition']).toContain('attachment')
  const text = await answer.text()
  expect(Object.keys(JSON.parse(text))).toContain('account')
  return text
}

describe('a candidate', () => {
  it.each(HANDS)(
    'sees who read, takes her data away, ends a device, changes her number and erases everything, $name',
    async (hand) => {
      const { accountId, phone } = personOf(hand)
      const reason = `Elle m’a appelé ce matin (${HANDS.indexOf(hand)}).`
      await readWithReason(hand, reason)

      const visit = await arrive({ browser, app: app(), hand })
      const forgotten = await arrive({ browser, app: app(), hand })
      for (const one of [visit, forgotten]) {
        await goTo(one, '/connexion')
        await enterWithCode(one, phone)
        expect(pathOf(one)).toBe('/mes-offres')
      }
      await goTo(visit, '/mon-profil')
      await follow(visit, 'Qui a vu mon profil')
      await reads(visit, /^Claire/)
      await reads(visit, /Elle a dû écrire pourquoi/)

      await goTo(visit, '/mon-compte')
      expect(await visit.page.getByText('cet appareil').count()).toBe(1)
      await press(visit, 'Déconnecter tous les autres appareils')
      await reads(visit, 'Tous vos autres appareils sont déconnectés.')
      await goTo(forgotten, '/mon-compte')
      expect(pathOf(forgotten)).toBe('/connexion')

      await changePhone(visit, { from: phone, to: newPhoneOf(hand) })
      await goTo(visit, '/mes-donnees')
      await hand.unfold(visit.page.locator('summary', { hasText: /^Votre compte/ }))
      await reads(visit, nameOf(hand).split(' ')[1] ?? '')
      expect(await exportOf(visit)).toContain(newPhoneOf(hand).replaceAll(' ', '').slice(1))

      await follow(visit, 'Effacer mon compte')
      await follow(visit, 'Je garde mon compte')
      await follow(visit, 'Effacer mon compte')
      await press(visit, 'Oui, effacez tout')
      await reads(visit, 'Votre compte est effacé')
      await goTo(visit, '/mes-donnees')
      expect(pathOf(visit)).toBe('/connexion')
      expect(await db().account.findUnique({ where: { id: accountId } })).toMatchObject({
        firstName: '',
        phone: null,
      })
      await enterWithCode(visit, newPhoneOf(hand))
      await goTo(visit, '/mes-offres')
      expect(pathOf(visit)).toBe('/inscription/nom')
    },
    LIMIT_MS,
  )
})
