import type { Page } from 'playwright-core'
import { db } from '#app/db/client.server.ts'
import { signInCode } from '#app/system/secrets.server.ts'
import { openSessionFor } from '#tests/factories/session.ts'
import type { E2eApp } from '#tests/setup/e2e-app.ts'
import { signIn } from './gestures.ts'

/** A page in one of its states. `as`: who looks at it; nobody in particular when left out. */
export type ShownPage = {
  name: string
  path: string
  as?: string
  /** The account of who looks, signed in without choosing a name: with the second code unless `isUnconfirmed`. */
  by?: { accountId: string; isUnconfirmed?: boolean }
  status?: number
  /** What leads from the path to the page that is looked at. */
  reach?: (page: Page) => Promise<unknown>
  /** A field emptied before. */
  clear?: string
  /** A button whose form is then refused. */
  press?: string | RegExp
}

async function enterBy(page: Page, app: E2eApp, { accountId, isUnconfirmed }: NonNullable<ShownPage['by']>) {
  const now = app.now()
  const times = isUnconfirmed ? { now } : { now, confirmedAt: now, provedAt: now }
  const value = await openSessionFor(accountId, times)
  await page.context().addCookies([{ name: 'session', value, url: app.url }])
}

/** Opens a page as who looks at it, `present` being who looked at the page before, and returns how it was answered. */
export async function openShown(
  page: Page,
  app: E2eApp,
  { shown, present }: { shown: ShownPage; present: string | undefined },
): Promise<number | undefined> {
  const { as, by, path, reach } = shown
  if (by) await enterBy(page, app, by)
  else if (as && as !== present) await signIn(page, app, as)
  const answer = await page.goto(app.url + path)
  await reach?.(page)
  return answer?.status()
}

/** Clicks the button of this name, and waits for the page that answers. */
export async function click(page: Page, name: string | RegExp): Promise<void> {
  const loaded = page.waitForEvent('domcontentloaded')
  await page.locator('main').getByRole('button', { name }).last().click()
  await loaded
}

/** Asks for a code where one signs in. */
export const askCode = (contact: string) => async (page: Page) => {
  await page.locator('main [name=contact]').fill(contact)
  await click(page, 'Recevoir mon code')
}

/** Asks for a code, and enters with it: the one drawn last. */
export const enterWith = (contact: string) => async (page: Page) => {
  await askCode(contact)(page)
  const { id } = await db().signInCode.findFirstOrThrow({ orderBy: { createdAt: 'desc' } })
  await page.locator('main [name=code]').fill(signInCode(id))
  await click(page, 'Entrer')
}
