import type { Locator, Page } from 'playwright-core'
import type { E2eApp } from '#tests/setup/e2e-app.ts'

const PATIENCE_MS = 45_000
const LOOK_MS = 300

/** What an element says. */
export const textOf = async (locator: Locator): Promise<string> => (await locator.textContent()) ?? ''

/** Signs in as one of the demo's people, from the page where people sign in. */
export async function signIn(page: Page, app: E2eApp, name: string): Promise<void> {
  await page.goto(`${app.url}/connexion`)
  await page.locator('.account-choice', { hasText: name }).click()
  await page.waitForURL((url) => url.pathname !== '/connexion')
}

/** Loads a page again and again until what is looked for is there: what the worker does comes after the answer. */
export async function reloadUntil(page: Page, url: string, wanted: Locator): Promise<Locator> {
  const limit = Date.now() + PATIENCE_MS
  await page.goto(url)
  while ((await wanted.count()) === 0) {
    if (Date.now() > limit)
      throw new Error(`Never seen at ${url}: ${wanted}\n${await textOf(page.locator('main'))}`)
    await page.waitForTimeout(LOOK_MS)
    await page.goto(url)
  }
  return wanted.first()
}

async function fillField(page: Page, name: string, value: string): Promise<void> {
  const field = page.locator(`form.offer-form [name="${name}"]:not([type=hidden])`)
  const kind = await field.first().evaluate((element) => element.getAttribute('type') ?? element.localName)
  if (kind === 'select') return void (await field.selectOption(value))
  if (kind !== 'checkbox' && kind !== 'radio') return field.fill(value)
  await field.and(page.locator(`[value="${value}"]`)).check()
}

/** Opens the part of an offer's form that is folded, when it is, once the form is there. */
async function unfold(page: Page): Promise<void> {
  await page.locator('form.offer-form').waitFor()
  const folded = page.locator('details.form-more:not([open]) > summary')
  if ((await folded.count()) > 0) await folded.click()
}

/** Fills each field by its name, folded ones too; a list ticks several boxes, an empty text leaves the field alone. */
export async function fillFields(page: Page, values: Record<string, string | string[]>): Promise<void> {
  await unfold(page)
  for (const [name, value] of Object.entries(values))
    for (const one of [value].flat()) if (one !== '') await fillField(page, name, one)
}

/** The messages that went out to somebody, as the demo's outbox shows them. */
export const messagesTo = (page: Page, recipient: string): Locator =>
  page.locator('.message').filter({ has: page.locator('.message-meta', { hasText: recipient }) })

/** Waits for a message to somebody that holds these words, and returns its text. */
export async function readMessage(
  page: Page,
  app: E2eApp,
  { to, words }: { to: string; words: string | RegExp },
): Promise<string> {
  const message = messagesTo(page, to).filter({ hasText: words })
  return textOf(await reloadUntil(page, `${app.url}/boite-d-envoi`, message))
}
