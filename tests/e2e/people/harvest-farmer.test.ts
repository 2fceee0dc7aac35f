import { expect, it } from 'vitest'
import { displayPhone } from '#app/domain/phone.ts'
import { readMessage, textOf } from '#tests/e2e/gestures.ts'
import { type Hand, withKeyboard, withoutScripts } from '#tests/e2e/hands.ts'
import { arrive, enterWithCode, follow, press, reads, write } from '#tests/e2e/visit.ts'
import { createEmployer, createGround } from '#tests/e2e/world.ts'
import { createCandidate } from '#tests/factories/candidate.ts'
import { OCCUPATIONS } from '#tests/factories/occupation.ts'
import { useBrowser } from '#tests/setup/browser.ts'
import { useE2eApp } from '#tests/setup/e2e-app.ts'

const LIMIT_MS = 300_000
const PICKERS = 6
/** Gestures between the page of her offers and the offer on line: five seconds each make a minute. */
const MOST_GESTURES = 12
const SENTENCE = 'Nous passons vous prendre à la gare de Laon.'

const FARMERS = [
  { hand: withKeyboard, name: 'Anne Colin', title: 'Vendanges à la main en coteau' },
  { hand: withoutScripts, name: 'Yves Garnier', title: 'Cueillette des pommes au verger' },
]
const reach = new Map<string, string>()
const pickers: string[] = []

const app = useE2eApp({
  async prepare() {
    const { territoryId } = await createGround()
    for (const { name } of FARMERS) {
      const { account } = await createEmployer({
        territoryId,
        name: `Domaine de ${name}`,
        recruiterName: name,
      })
      reach.set(name, account.email ?? '')
    }
    const projects = [{ occupationCode: OCCUPATIONS.grapePicker.romeCode, experience: 'months' as const }]
    for (let rank = 0; rank < PICKERS; rank++) {
      const { account } = await createCandidate({ account: { territoryId }, profile: { projects } })
      pickers.push(displayPhone(account.phone ?? ''))
    }
  },
})
const browser = useBrowser()

/** The same hand, and how often it moved: a field written, a choice made, a button pressed, each is one. */
function counting(hand: Hand) {
  let count = 0
  const one =
    <Args extends unknown[]>(gesture: (...args: Args) => Promise<void>) =>
    (...args: Args) => {
      count++
      return gesture(...args)
    }
  const { press: pressing, unfold, write: writing, choose, pick } = hand
  return {
    hand: {
      ...hand,
      press: one(pressing),
      unfold: one(unfold),
      write: one(writing),
      choose: one(choose),
      pick: one(pick),
    },
    count: () => count,
  }
}

it.each(FARMERS)(
  'at harvest a farmer asks for twelve pickers in a dozen gestures, sees who is near and asks for a word, $hand.name',
  async ({ hand, name, title }) => {
    const counted = counting(hand)
    const visit = await arrive({ browser, app: app(), hand: counted.hand })
    const { page } = visit
    await page.goto(app().url)
    await follow(visit, 'Publier une offre')
    await enterWithCode(visit, reach.get(name) ?? '')
    const before = counted.count()
    await follow(visit, /Publier une offre/)
    await follow(visit, 'Saisonnier')
    await write(visit, /^Titre$/, title)
    await write(visit, /^Culture ou métier/, 'fruits')
    await write(visit, /^Saison$/, 'septembre')
    await write(visit, /^Description$/, 'Douze personnes pour cueillir, en équipe. Le matériel est fourni.')
    await write(visit, /^Commune$/, 'Laon')
    await counted.hand.unfold(page.locator('summary', { hasText: 'Ajouter des précisions' }))
    await write(visit, 'Combien de postes ?', '12')
    await press(visit, 'Enregistrer et relire')
    await press(visit, 'Publier l’offre')
    expect(counted.count() - before).toBeLessThanOrEqual(MOST_GESTURES)

    await reads(visit, 'Votre offre est en ligne')
    expect(await textOf(page.locator('main'))).toContain('12')
    const people = page.locator('#personnes .person-card')
    expect(await people.count()).toBeGreaterThanOrEqual(5)
    for (const phone of pickers) expect(await textOf(page.locator('main'))).not.toContain(phone)
    await follow(visit, 'Demander à lui parler')
    await write(visit, /^Votre phrase/, SENTENCE)
    await press(visit, 'Demander à lui parler')
    await reads(visit, `« ${SENTENCE} »`)

    const reader = await browser.open({ javaScript: hand.javaScript, width: 360 })
    const text = await readMessage(reader, app(), { to: '06 39 98', words: `${name} aimerait vous parler` })
    const picker = await arrive({ browser, app: app(), hand })
    await picker.page.goto(text.match(/http:\/\/\S+\/r\/\S+/)?.[0] ?? '')
    await reads(picker, SENTENCE)
    await press(picker, 'Ça m’intéresse')
    await page.reload()
    await reads(visit, 'La personne est d’accord')
    const numbers = (await textOf(page.locator('#contacts'))).replace(/\s/g, '')
    expect(pickers.filter((phone) => numbers.includes(phone.replace(/\s/g, '')))).toHaveLength(1)
  },
  LIMIT_MS,
)
