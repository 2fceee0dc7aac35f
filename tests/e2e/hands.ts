import type { Locator, Page } from 'playwright-core'
import { tabTo } from './keyboard.ts'

const MOST_CHOICES = 12

/** How somebody uses the pages: what is pressed leads to another page, what is unfolded stays on the same. */
export type Hand = {
  name: string
  javaScript: boolean
  press(wanted: Locator): Promise<void>
  unfold(summary: Locator): Promise<void>
  write(field: Locator, text: string): Promise<void>
  /** Ticks a box, or chooses among others. */
  choose(option: Locator): Promise<void>
  /** Picks the line of a list that reads so. */
  pick(list: Locator, line: string): Promise<void>
}

async function untilLoaded(page: Page, gesture: () => Promise<void>) {
  const loaded = page.waitForEvent('domcontentloaded')
  await gesture()
  await loaded
}

const byMouse = {
  press: (wanted: Locator) => untilLoaded(wanted.page(), () => wanted.click()),
  unfold: (summary: Locator) => summary.click(),
  write: (field: Locator, text: string) => field.fill(text),
  choose: (option: Locator) => option.check(),
  async pick(list: Locator, line: string) {
    await list.selectOption({ label: line })
  },
}

// Tab enters a group of choices once; the arrows go through it.
async function chooseAmong(option: Locator, name: string) {
  const page = option.page()
  await tabTo(page, page.locator(`[type=radio][name="${name}"]`))
  for (let step = 0; step < MOST_CHOICES; step++) {
    if (await option.isChecked()) return
    const isHere = await option.evaluate((element) => element === document.activeElement)
    await page.keyboard.press(isHere ? 'Space' : 'ArrowDown')
  }
  throw new Error(`The arrows do not lead to ${option}`)
}

const byKeyboard = {
  press: (wanted: Locator) =>
    untilLoaded(wanted.page(), async () => {
      await tabTo(wanted.page(), wanted)
      await wanted.page().keyboard.press('Enter')
    }),
  async unfold(summary: Locator) {
    await tabTo(summary.page(), summary)
    await summary.page().keyboard.press('Enter')
  },
  async write(field: Locator, text: string) {
    const { keyboard } = field.page()
    await tabTo(field.page(), field)
    await keyboard.press('Control+A')
    await keyboard.type(text)
  },
  async choose(option: Locator) {
    const { type, name } = await option.evaluate((element: HTMLInputElement) => ({
      type: element.type,
      name: element.name,
    }))
    if (type === 'radio') return chooseAmong(option, name)
    await tabTo(option.page(), option)
    await option.page().keyboard.press('Space')
  },
  async pick(list: Locator, line: string) {
    await tabTo(list.page(), list)
    await list.page().keyboard.type(line.split(' ')[0] ?? '')
  },
}

export const withScripts: Hand = { name: 'with scripts', javaScript: true, ...byMouse }
export const withoutScripts: Hand = { name: 'without scripts', javaScript: false, ...byMouse }
export const withKeyboard: Hand = { name: 'with the keyboard alone', javaScript: true, ...byKeyboard }

/** The three ways each journey is gone through. */
export const HANDS: readonly Hand[] = [withScripts, withoutScripts, withKeyboard]
