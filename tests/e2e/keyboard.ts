import type { Locator, Page } from 'playwright-core'

const MOST_STEPS = 120

const isFocused = (locator: Locator) =>
  locator.evaluateAll((elements) => elements.includes(document.activeElement as HTMLElement))

/** Whether something shows where the keyboard is: the element, or the card or row that it stands for. */
const hasOutline = (page: Page) =>
  page.evaluate(() => {
    const element = document.activeElement
    // Inside a date the browser itself shows which part has the focus.
    if (!element || element === document.body || element.matches('[type=date], [type=time]')) return true
    const shown = [element, element.closest('article, li, label')].filter((one) => one !== null)
    return shown.some((one) =>
      [null, '::after'].some((part) => {
        const { outlineStyle, outlineWidth } = getComputedStyle(one, part)
        return outlineStyle !== 'none' && Number.parseFloat(outlineWidth) >= 2
      }),
    )
  })

const focusedHtml = (page: Page) => page.evaluate(() => document.activeElement?.outerHTML)

/** Whether the element with the focus, or a part of it, can be seen where it stands in the window. */
const isInSight = (page: Page) =>
  page.evaluate(() => {
    const element = document.activeElement
    if (!element || element === document.body) return true
    const shown = element.matches('[type=checkbox], [type=radio]') ? element.closest('label') : element
    const isAt = (x: number, y: number) => {
      const found = document.elementFromPoint(x, y)
      return found !== null && (shown?.contains(found) || found.contains(element))
    }
    // Of a field taller than what is left of the window, the browser shows the line where one writes.
    const firstLine = 20
    return [...(shown ?? element).getClientRects()].some(({ left, top, width, height }) =>
      [firstLine, height / 2].some((down) => isAt(left + width / 2, top + Math.min(down, height / 2))),
    )
  })

/** Presses Tab until the element has the focus; each stop on the way has to be seen, and shown as such. */
export async function tabTo(page: Page, wanted: Locator): Promise<void> {
  for (let step = 0; step < MOST_STEPS; step++) {
    await page.keyboard.press('Tab')
    const isSeen = (await hasOutline(page)) && (await isInSight(page))
    if (!isSeen) throw new Error(`The focus cannot be seen on ${await focusedHtml(page)}`)
    if (await isFocused(wanted)) return
  }
  throw new Error(`Tab does not lead to ${wanted}`)
}
