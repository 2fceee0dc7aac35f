import type { Page } from 'playwright-core'
import { expect } from 'vitest'

type Refused = { fields: readonly string[]; summary?: RegExp }

/**
 * The page shows a refused form: a summary on top that leads to each field named, each marked and with its sentence
 * beside it. Returns the sentences of the summary.
 */
export async function expectRefused(page: Page, { fields, summary }: Refused): Promise<string[]> {
  const box = page.locator('.error-summary')
  await box.waitFor()
  await page.waitForLoadState('domcontentloaded')
  if (summary) await box.getByText(summary).first().waitFor()
  const hrefs = await box.locator('a').evaluateAll((links) => links.map((link) => link.getAttribute('href')))
  const problems: string[] = []
  const named: string[] = []
  for (const href of hrefs) {
    const control = page.locator(`${href}`)
    if ((await control.count()) !== 1) {
      problems.push(`${href} leads to ${await control.count()} fields`)
      continue
    }
    named.push((await control.getAttribute('name')) ?? '')
    if ((await control.getAttribute('aria-invalid')) !== 'true') problems.push(`${href} is not marked`)
    if (!(await page.locator(`${href}-erreur`).isVisible())) problems.push(`${href} says nothing beside it`)
  }
  const isOnTop = await box.evaluate((element) => {
    const first = document.querySelector('main [aria-invalid="true"]')
    return first !== null && (element.compareDocumentPosition(first) & Node.DOCUMENT_POSITION_FOLLOWING) > 0
  })
  expect(isOnTop).toBe(true)
  expect(problems).toEqual([])
  expect([...new Set(named)].sort()).toEqual([...fields].sort())
  return box.locator('li').allTextContents()
}

/** What the fields hold now, by name. */
export async function typedIn(page: Page, names: readonly string[]): Promise<Record<string, string>> {
  const entries: [string, string][] = []
  for (const name of names)
    entries.push([name, await page.locator(`main [name="${name}"]:not([type=hidden])`).first().inputValue()])
  return Object.fromEntries(entries)
}
