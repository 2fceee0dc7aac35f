import { describe, expect, it } from 'vitest'
import { displayPhone } from '#app/domain/phone.ts'
import { createOfficer } from '#tests/factories/account.ts'
import { createCandidate } from '#tests/factories/candidate.ts'
import { createProfessional } from '#tests/factories/professional.ts'
import { useBrowser } from '#tests/setup/browser.ts'
import { useE2eApp } from '#tests/setup/e2e-app.ts'
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
  titleOf,
  type Visit,
  write,
} from './visit.ts'
import { createGround, openDemoAccounts } from './world.ts'

const LIMIT_MS = 180_000
const REASON = 'A menacé une recruteuse au téléphone, le 3 mai.'

const NAMES = ['Ludovic Carlier', 'Fatou Diallo', 'Sylvie Lemaire']
const nameOf = (hand: Hand) => NAMES[HANDS.indexOf(hand)] ?? ''
const phones = new Map<string, string>()

const app = useE2eApp({
  async prepare() {
    const { territoryId } = await createGround()
    for (const name of NAMES) {
      const [firstName = '', lastName = ''] = name.split(' ')
      const { account } = await createCandidate({ account: { territoryId, firstName, lastName } })
      phones.set(name, displayPhone(account.phone ?? ''))
    }
    await createProfessional('hotline', { firstName: 'Samira', lastName: 'Bouzid' })
    await createOfficer({ firstName: 'Karim', lastName: 'Haddad' })
    await openDemoAccounts()
  },
})
const browser = useBrowser()

async function comeIn(visit: Visit, phone: string): Promise<void> {
  await goTo(visit, '/connexion')
  await enterWithCode(visit, phone)
}

async function openAtHotline(agent: Visit, name: string): Promise<void> {
  await goTo(agent, '/accueil')
  await write(agent, 'Qui cherchez-vous ?', name)
  await press(agent, 'Chercher')
  await follow(agent, name)
}

/** What is proposed by the hotline is decided by an officer. */
async function decide(hand: Hand, button: RegExp): Promise<void> {
  const officer = await arrive({ browser, app: app(), hand }, true)
  await signInAs(officer, 'Karim Haddad')
  await goTo(officer, '/accueil/decisions')
  await press(officer, button)
  await reads(officer, 'Rien n’attend de décision.')
}

describe('an account that is stopped', () => {
  it.each(HANDS)(
    'goes on as its reason lets it: by the person, or by two others, $name',
    async (hand) => {
      const name = nameOf(hand)
      const phone = phones.get(name) ?? ''
      const agent = await arrive({ browser, app: app(), hand }, true)
      const person = await arrive({ browser, app: app(), hand })
      await signInAs(agent, 'Samira Bouzid')
      await comeIn(person, phone)
      expect(pathOf(person)).toBe('/mes-offres')

      await openAtHotline(agent, name)
      await press(agent, 'Arrêter le compte, à sa demande')
      await reads(agent, 'Compte arrêté à la demande de la personne')
      await goTo(person, '/mes-offres')
      expect(pathOf(person)).toBe('/connexion')
      await comeIn(person, phone)
      expect(await titleOf(person).textContent()).toBe('Vous avez arrêté votre compte')
      await press(person, 'Rouvrir mon compte')
      expect(pathOf(person)).toBe('/mes-offres')

      await openAtHotline(agent, name)
      await follow(agent, 'Proposer une suspension')
      await write(agent, 'Que s’est-il passé ?', REASON)
      await press(agent, 'Proposer la suspension')
      await reads(agent, 'Une proposition attend une deuxième personne')
      await goTo(person, '/mes-offres')
      expect(pathOf(person)).toBe('/mes-offres')
      await decide(hand, /^Suspendre/)
      await goTo(person, '/mes-offres')
      expect(pathOf(person)).toBe('/connexion')
      await comeIn(person, phone)
      expect(await titleOf(person).textContent()).toBe('Votre compte est suspendu')
      await reads(person, REASON)
      expect(await person.page.locator('main button').count()).toBe(0)

      await openAtHotline(agent, name)
      await follow(agent, 'Proposer de lever la suspension')
      await write(agent, 'Que s’est-il passé ?', 'La personne s’est excusée par courrier.')
      await press(agent, 'Proposer de lever la suspension')
      await decide(hand, /^Lever la suspension/)
      await comeIn(person, phone)
      expect(pathOf(person)).toBe('/mes-offres')
    },
    LIMIT_MS,
  )
})
