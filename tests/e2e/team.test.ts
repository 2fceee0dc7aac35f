import { describe, expect, it } from 'vitest'
import { useBrowser } from '#tests/setup/browser.ts'
import { useE2eApp } from '#tests/setup/e2e-app.ts'
import { HANDS, type Hand } from './hands.ts'
import {
  arrive,
  enterWithCode,
  follow,
  goTo,
  invitationPath,
  pathOf,
  press,
  reads,
  sayWhoIAm,
  signInAs,
  titleOf,
  type Visit,
  write,
} from './visit.ts'
import { createEmployer, createGround, openDemoAccounts } from './world.ts'

const LIMIT_MS = 150_000
const TEAM = '/structure/equipe'

const RECRUITERS = ['Hélène Caron', 'Lucie Moreau', 'Denise Petit']
const organisationOf = (hand: Hand) => `Ferme ${HANDS.indexOf(hand)}`

const app = useE2eApp({
  async prepare() {
    const { territoryId } = await createGround()
    for (const hand of HANDS) {
      const recruiterName = RECRUITERS[HANDS.indexOf(hand)] ?? ''
      await createEmployer({ territoryId, name: organisationOf(hand), recruiterName })
    }
    await openDemoAccounts()
  },
})
const browser = useBrowser()

const memberCard = ({ page }: Visit, name: string) => page.locator('main li.card', { hasText: name })
const pressFor = (visit: Visit, name: string, button: string | RegExp) =>
  visit.hand.press(memberCard(visit, name).getByRole('button', { name: button }))

describe('an organisation’s team', () => {
  it.each(HANDS)(
    'takes in a colleague, changes hands, and is left, $name',
    async (hand) => {
      const rank = HANDS.indexOf(hand)
      const [owner = '', colleague, contact] = [
        RECRUITERS[rank],
        'Bruno Lacroix',
        `bruno.${rank}@example.org`,
      ]
      const head = await arrive({ browser, app: app(), hand })
      await signInAs(head, owner)
      await goTo(head, TEAM)
      await write(head, /^Son e-mail/, 'bruno')
      await press(head, 'Envoyer l’invitation')
      await head.page.locator('.error-summary').waitFor()
      await write(head, /^Son e-mail/, contact)
      await press(head, 'Envoyer l’invitation')
      await reads(head, 'b…@example.org')

      const invited = await arrive({ browser, app: app(), hand })
      const invitation = await invitationPath(invited, contact)
      await goTo(invited, invitation)
      await reads(invited, `${owner} vous invite.`)
      await follow(invited, 'Recevoir mon code')
      await enterWithCode(invited, contact)
      expect(pathOf(invited)).toBe(invitation)
      await sayWhoIAm(invited, colleague)
      await press(invited, 'J’accepte l’invitation')
      expect(pathOf(invited)).toBe('/structure')
      expect(await titleOf(invited).textContent()).toBe(organisationOf(hand))
      await goTo(invited, invitation)
      await reads(invited, 'Cette invitation ne sert plus')
      await goTo(invited, TEAM)
      expect(await invited.page.locator('#inviter').count()).toBe(0)

      await goTo(head, TEAM)
      await pressFor(head, colleague, /^Faire administrer/)
      await memberCard(head, colleague).getByText('Administre la structure').waitFor()
      await pressFor(head, colleague, /^Rendre simple membre/)
      await pressFor(head, colleague, /^Lui passer la main/)
      expect(await head.page.locator('#inviter').count()).toBe(0)
      await hand.unfold(head.page.locator('summary', { hasText: 'Je quitte cette structure' }))
      await press(head, 'Oui, je quitte')
      await reads(head, 'Vous avez quitté la structure')
      await goTo(head, TEAM)
      expect(pathOf(head)).not.toBe(TEAM)

      await goTo(invited, TEAM)
      await reads(invited, 'Membres (1)')
      await hand.unfold(invited.page.locator('summary', { hasText: 'Je quitte cette structure' }))
      await press(invited, 'Oui, je quitte')
      await invited.page.getByRole('alert').waitFor()
      expect(await memberCard(invited, colleague).count()).toBe(1)
    },
    LIMIT_MS,
  )
})
