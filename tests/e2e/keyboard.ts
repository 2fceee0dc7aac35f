import type { Locator, Page } from 'playwright-core'

const MOST_STEPS = 120

const isFocused = (locator: Locator) =>
  locator.evaluateAll((elements) => elements.includes(document.activeElement as HTMLElement))

/** Whether something shows where the keyboard is: the element, or the card or row that it stands for. */
const hasOutline = (page: Page) =>
  page.evaluate(() => {
    const element = document.activeElement
    if (!element || element === document.body) return true
    const shown = [element, element.closest('article, li, label')].filter((one) => one !== null)
    return shown.some((one) =>
      [null, '::after'].some((part) => {
        const { outlineStyle, outlineWidth } = getComputedStyle(one, part)
        return outlineStyle !== 'none' && Number.parseFloat(outlineWidth) >= 2
      }),
    )
  })

/** Presses Tab until the element has the focus; each stop on the way has to be seen. */
export async function tabTo(page: Page, wanted: Locator): Promise<void> {
  for (let step = 0; step < MOST_STEPS; step++) {
    await page.keyboard.press('Tab')
    if (!(await hasOutline(page)))
      throw new Error(
        `Nothing shows the focus on ${await page.locator(':focus').evaluate((e) => e.outerHTML)}`,
      )
    if (await isFocused(wanted)) return
  }
  throw new Error(`Tab does not lead to ${wanted}`)
}
