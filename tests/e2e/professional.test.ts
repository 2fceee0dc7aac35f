import { describe, expect, it } from 'vitest'
import { db } from '#app/db/client.server.ts'
import { createProfessional } from '#tests/factories/professional.ts'
import { codeAt, wrongCodeAt } from '#tests/factories/second-factor.ts'
import { useBrowser } from '#tests/setup/browser.ts'
import { useE2eApp } from '#tests/setup/e2e-app.ts'
import { readMessage, textOf } from './gestures.ts'
import { HANDS } from './hands.ts'
import {
  arrive,
  choose,
  enterWithCode,
  follow,
  goTo,
  invitationPath,
  pathOf,
  press,
  reads,
  sayWhoIAm,
  signInAs,
  takeCode,
  type Visit,
  write,
} from './visit.ts'
import { createGround, openDemoAccounts } from './world.ts'

const LIMIT_MS = 180_000
const MINUTE_MS = 60_000
const STEP_MS = 30_000
const PROFESSIONALS = '/administration/professionnels'

const app = useE2eApp({
  async prepare() {
    await createGround()
    await createProfessional('administrator', { firstName: 'Sophie', lastName: 'Vasseur' })
    await openDemoAccounts()
  },
})
const browser = useBrowser()

/** Time goes by for the sessions of this address: gestures and proofs are that much older. */
async function passMinutes(email: string, minutes: number) {
  const sessions = await db().session.findMany({ where: { account: { email }, endedAt: null } })
  const back = (instant: Date | null) => instant && new Date(instant.getTime() - minutes * MINUTE_MS)
  for (const { idHash, lastSeenAt, confirmedAt, provedAt } of sessions)
    await db().session.update({
      where: { idHash },
      data: {
        lastSeenAt: back(lastSeenAt) ?? lastSeenAt,
        confirmedAt: back(confirmedAt),
        provedAt: back(provedAt),
      },
    })
}

/** What the authenticator of this page's key shows, `steps` codes from now. */
const authenticator = (secret: string) => ({
  now: (steps = 0) => codeAt(secret, new Date(app().now().getTime() + steps * STEP_MS)),
  wrong: () => wrongCodeAt(secret, app().now()),
})

async function enrol(visit: Visit) {
  await reads(visit, 'Protégez votre compte')
  const secret = (await textOf(visit.page.locator('.secret-key'))).replaceAll(' ', '')
  const shown = authenticator(secret)
  await goTo(visit, '/bureau')
  expect(pathOf(visit)).toBe('/connexion/verification')
  await write(visit, 'Les six chiffres', shown.wrong())
  await press(visit, 'Continuer')
  await visit.page.locator('.error-summary').waitFor()
  await write(visit, 'Les six chiffres', shown.now())
  await press(visit, 'Continuer')
  await press(visit, 'Montrer dix codes')
  const codes = await visit.page.locator('.recovery-codes code').allTextContents()
  await follow(visit, 'C’est noté')
  return { shown, codes }
}

describe('somebody invited to a post', () => {
  it.each(HANDS)(
    'sees nothing before the second code, and shows again who is there, $name',
    async (hand) => {
      const rank = HANDS.indexOf(hand)
      const [contact, other] = [`paul.renard.${rank}@example.org`, `nouvelle.adresse.${rank}@example.org`]
      const administrator = await arrive({ browser, app: app(), hand }, true)
      await signInAs(administrator, 'Sophie Vasseur')
      await goTo(administrator, PROFESSIONALS)
      await write(administrator, /^Son e-mail/, contact)
      await choose(administrator, 'Chargé·e de relations employeurs')
      await press(administrator, 'Envoyer l’invitation')
      await reads(administrator, 'p…@example.org')

      const visit = await arrive({ browser, app: app(), hand })
      await goTo(visit, await invitationPath(visit, contact))
      await follow(visit, 'Recevoir mon code')
      await enterWithCode(visit, contact)
      await sayWhoIAm(visit, 'Paul Renard')
      await press(visit, 'J’accepte l’invitation')
      const { shown, codes } = await enrol(visit)
      expect(pathOf(visit)).toBe('/bureau')
      expect(new Set(codes).size).toBe(10)
      await goTo(administrator, PROFESSIONALS)
      await reads(administrator, 'Paul Renard')

      await passMinutes(contact, 31)
      await goTo(visit, '/bureau/structures')
      expect(pathOf(visit)).toBe('/connexion')
      await enterWithCode(visit, contact)
      await reads(visit, 'Un second code')
      await write(visit, 'Votre code', codes[0] ?? '')
      await press(visit, 'Continuer')
      expect(pathOf(visit)).toBe('/bureau/structures')
      await goTo(visit, '/mon-compte')
      await reads(visit, /Il vous reste 9 codes de secours/)

      await passMinutes(contact, 6)
      await follow(visit, 'Changer d’adresse e-mail')
      await reads(visit, 'C’est bien vous ?')
      await write(visit, 'Votre code', codes[0] ?? '')
      await press(visit, 'Continuer')
      await visit.page.locator('.error-summary').waitFor()
      await write(visit, 'Votre code', shown.now(1))
      await press(visit, 'Continuer')
      await write(visit, 'Adresse e-mail', other)
      await press(visit, 'Recevoir un code')
      await write(visit, 'Les six chiffres', await takeCode(visit, other))
      await press(visit, 'Continuer')
      await reads(visit, /C’est changé/)
      await reads(visit, other)
      const reader = await browser.open({ javaScript: hand.javaScript })
      await readMessage(reader, app(), { to: contact, words: 'Votre adresse e-mail a changé' })

      await db().session.updateMany({
        where: { account: { email: other } },
        data: { expiresAt: new Date(app().now().getTime() - 1) },
      })
      await goTo(visit, '/bureau')
      expect(pathOf(visit)).toBe('/connexion')
    },
    LIMIT_MS,
  )
})
