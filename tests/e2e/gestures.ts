import type { Page } from 'playwright-core'
import type { E2eApp } from '#tests/setup/e2e-app.ts'

/** Signs in as one of the demo's people, from the page where people sign in. */
export async function signIn(page: Page, app: E2eApp, name: string): Promise<void> {
  await page.goto(`${app.url}/connexion`)
  await page.locator('.account-choice', { hasText: name }).click()
  await page.waitForURL((url) => url.pathname !== '/connexion')
}
