import type { Locator, Page } from 'playwright-core'
import type { Opened } from '#tests/setup/browser.ts'
import type { E2eApp } from '#tests/setup/e2e-app.ts'
import { readMessage } from './gestures.ts'
import type { Hand } from './hands.ts'

/** Somebody at a browser, and the way she or he uses it. */
export type Visit = { page: Page; hand: Hand; app: E2eApp }

type Browser = { open(options?: Opened): Promise<Page> }

const PHONE = { width: 360, height: 740 }

/** A new visitor on a phone, or on a desk when `isWide`. */
export const arrive = async (
  { browser, app, hand }: { browser: Browser; app: E2eApp; hand: Hand },
  isWide = false,
): Promise<Visit> => ({
  page: await browser.open({ javaScript: hand.javaScript, ...(isWide ? {} : PHONE) }),
  hand,
  app,
})

export const goTo = ({ page, app }: Visit, path: string) => page.goto(app.url + path)
/** Presses the button of this name, and waits for the page that answers. */
export const press = ({ page, hand }: Visit, name: string | RegExp) =>
  hand.press(page.locator('main').getByRole('button', { name }).first())
/** Follows the link of this name within the content of the page. */
export const follow = ({ page, hand }: Visit, name: string | RegExp) =>
  hand.press(page.locator('main').getByRole('link', { name }).first())
/** Writes in the field of this label. */
export const write = ({ page, hand }: Visit, label: string | RegExp, text: string) =>
  hand.write(page.locator('main').getByLabel(label), text)
/** Ticks what has this label. */
export const choose = ({ page, hand }: Visit, label: string | RegExp) =>
  hand.choose(page.locator('main').getByLabel(label))
/** Waits until the page says so. */
export const reads = ({ page }: Visit, words: string | RegExp): Promise<void> =>
  page.locator('main').getByText(words).first().waitFor()
export const titleOf = ({ page }: Visit): Locator => page.locator('main h1')
export const pathOf = ({ page }: Visit): string => new URL(page.url()).pathname

/** Chooses one of the demo's people on the page where one signs in. */
export async function signInAs(visit: Visit, name: string): Promise<void> {
  await goTo(visit, '/connexion')
  await press(visit, new RegExp(name))
}

const taken = new Set<string>()

/** The newest code sent to somebody that nobody has taken yet, as its receiver reads it. */
export async function takeCode({ page, app }: Visit, to: string): Promise<string> {
  const reader = await page.context().newPage()
  const unused = [...taken].map((code) => `(?!${code})`).join('')
  const words = new RegExp(`${unused}\\d{6} est (votre|le) code`)
  const text = await readMessage(reader, app, { to, words })
  await reader.close()
  const code = text.match(/(\d{6}) est (votre|le) code/)?.[1] ?? ''
  taken.add(code)
  return code
}

/** Asks for a code where one signs in, and enters with it. */
export async function enterWithCode(visit: Visit, contact: string): Promise<void> {
  await write(visit, 'Votre numéro de téléphone ou votre adresse e-mail', contact)
  await press(visit, 'Recevoir mon code')
  await write(visit, 'Les six chiffres', await takeCode(visit, contact))
  await press(visit, 'Entrer')
}

/** The link of an invitation that was sent to somebody, as a path. */
export async function invitationPath({ page, app }: Visit, to: string): Promise<string> {
  const reader = await page.context().newPage()
  const text = await readMessage(reader, app, { to, words: '/invitation/' })
  await reader.close()
  return text.match(/\/invitation\/[\w-]{22}/)?.[0] ?? ''
}

/** Gives a name, and the agreement without which there is no account. */
export async function sayWhoIAm(visit: Visit, name: string): Promise<void> {
  const [firstName = '', lastName = ''] = name.split(' ')
  await write(visit, 'Votre prénom', firstName)
  await write(visit, 'Votre nom', lastName)
  await choose(visit, /^J’accepte que mon nom/)
}
