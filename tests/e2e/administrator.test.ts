import { describe, expect, it } from 'vitest'
import { recordReading } from '#app/db/access-log.server.ts'
import { db } from '#app/db/client.server.ts'
import { newId } from '#app/system/id.server.ts'
import { createProfessional } from '#tests/factories/professional.ts'
import { codeAt, createSecondFactor } from '#tests/factories/second-factor.ts'
import { useBrowser } from '#tests/setup/browser.ts'
import { useE2eApp } from '#tests/setup/e2e-app.ts'
import { messagesTo, reloadUntil, textOf } from './gestures.ts'
import { HANDS, type Hand } from './hands.ts'
import { arrive, enterWithCode, follow, goTo, pathOf, press, reads, signInAs, write } from './visit.ts'
import { createGround, openDemoAccounts } from './world.ts'

const LIMIT_MS = 150_000
const MANY_PEOPLE = 201
const SUPERVISOR = 'sophie.vasseur@example.org'

const NAMES = ['Paul Renard', 'Julie Morel', 'Odile Grand']
const nameOf = (hand: Hand) => NAMES[HANDS.indexOf(hand)] ?? ''
type Holder = { accountId: string; email: string; secret: string; territoryId: string }
const holders = new Map<string, Holder>()

const app = useE2eApp({
  async prepare() {
    const { territoryId } = await createGround()
    for (const name of NAMES) {
      const [firstName = '', lastName = ''] = name.split(' ')
      const { account } = await createProfessional('referent', { territoryId, firstName, lastName })
      const { secret } = await createSecondFactor(account.id)
      holders.set(name, { accountId: account.id, email: account.email ?? '', secret, territoryId })
    }
    const sophie = { territoryId, firstName: 'Sophie', lastName: 'Vasseur', email: SUPERVISOR }
    await createProfessional('administrator', sophie)
    await openDemoAccounts()
  },
})
const browser = useBrowser()

function holderOf(hand: Hand): Holder {
  const holder = holders.get(nameOf(hand))
  if (!holder) throw new Error('Nobody was made')
  return holder
}

describe('an administrator', () => {
  it.each(HANDS)(
    'sets a lost second code back to nothing, and its holder protects the account again, $name',
    async (hand) => {
      const { email, secret } = holderOf(hand)
      const holder = await arrive({ browser, app: app(), hand })
      await goTo(holder, '/portefeuille')
      await enterWithCode(holder, email)
      await write(holder, 'Votre code', codeAt(secret, app().now()))
      await press(holder, 'Continuer')
      expect(pathOf(holder)).toBe('/portefeuille')

      const administrator = await arrive({ browser, app: app(), hand }, true)
      await signInAs(administrator, 'Sophie Vasseur')
      await goTo(administrator, '/administration/second-facteur')
      await press(administrator, 'Remettre à zéro')
      await administrator.page.locator('.error-summary').waitFor()
      await hand.pick(administrator.page.getByLabel('Qui'), `${nameOf(hand)}, Référent·e`)
      await write(administrator, 'Pourquoi', 'Téléphone tombé dans l’Oise, dit de vive voix.')
      await press(administrator, 'Remettre à zéro')
      await reads(administrator, /C’est fait/)
      await goTo(holder, '/portefeuille')
      expect(pathOf(holder)).toBe('/connexion')
      await enterWithCode(holder, email)
      await reads(holder, 'Protégez votre compte')
      const fresh = (await textOf(holder.page.locator('.secret-key'))).replaceAll(' ', '')
      await write(holder, 'Les six chiffres', codeAt(fresh, app().now()))
      await press(holder, 'Continuer')
      await press(holder, 'Montrer dix codes')
      await follow(holder, 'C’est noté')
      expect(pathOf(holder)).toBe('/portefeuille')
    },
    LIMIT_MS,
  )

  it.each(HANDS)(
    'is told of somebody who reads too many people, $name',
    async (hand) => {
      const { accountId, territoryId } = holderOf(hand)
      const profileIds = Array.from({ length: MANY_PEOPLE }, newId)
      await recordReading(
        { kind: 'referent', accountId, territoryId },
        { purpose: 'list', at: app().now(), profileIds },
      )
      const administrator = await arrive({ browser, app: app(), hand }, true)
      const alarms = messagesTo(administrator.page, SUPERVISOR).filter({ hasText: 'Alerte' })
      await reloadUntil(administrator.page, `${app().url}/boite-d-envoi`, alarms.nth(HANDS.indexOf(hand)))
      await signInAs(administrator, 'Sophie Vasseur')
      await hand.press(administrator.page.getByRole('link', { name: 'Consultations' }))
      await reads(administrator, `${nameOf(hand)}, Référent·e`)
      expect(await administrator.page.locator('#alertes .notice').count()).toBe(HANDS.indexOf(hand) + 1)
      expect(await db().accessLog.count({ where: { accountId } })).toBe(MANY_PEOPLE)
    },
    LIMIT_MS,
  )
})
