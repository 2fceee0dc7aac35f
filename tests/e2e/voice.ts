import type { Page } from 'playwright-core'

declare global {
  interface Window {
    said: string[]
    endSaying: () => void
  }
}

/** A device that says nothing aloud, keeps what it was asked to say, and ends each saying when it is told to. */
export const giveVoice = (page: Page) =>
  page.addInitScript(() => {
    let saying: SpeechSynthesisUtterance | null = null
    window.said = []
    window.endSaying = () => saying?.onend?.call(saying, new Event('end') as SpeechSynthesisEvent)
    Object.defineProperty(window, 'speechSynthesis', {
      value: {
        getVoices: () => [],
        cancel: () => {
          saying = null
        },
        speak: (words: SpeechSynthesisUtterance) => {
          saying = words
          window.said.push(`${words.lang} ${words.text}`)
        },
      },
    })
  })

/** All that a page of such a device says from now on, to its end. */
export async function hearAll(page: Page): Promise<string> {
  let count = -1
  while (count !== (await page.evaluate(() => window.said.length))) {
    count = await page.evaluate(() => window.said.length)
    await page.evaluate(() => window.endSaying())
  }
  return page.evaluate(() => window.said.join(' '))
}
