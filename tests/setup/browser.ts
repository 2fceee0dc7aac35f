import { type Browser, type BrowserContext, chromium, type Page } from 'playwright-core'
import { afterAll, afterEach, beforeAll } from 'vitest'
import { chromiumFlags, ensureChromium } from '#scripts/chromium.mjs'

const START_LIMIT_MS = 60_000
const STEP_LIMIT_MS = 20_000

export type Opened = {
  javaScript?: boolean
  width?: number
  height?: number
  dark?: boolean
}

type Watched = { problems: string[]; expected: RegExp[] }

// The address of a page that was refused is written to the console too: the tests look at its status themselves.
const isRefusedPage = (text: string, url: string, documents: Set<string>) =>
  text.startsWith('Failed to load resource') && documents.has(url)

function watch(context: BrowserContext, watched: Watched) {
  const documents = new Set<string>()
  const note = (text: string) => {
    if (!watched.expected.some((pattern) => pattern.test(text))) watched.problems.push(text)
  }
  context.on('request', (request) => {
    if (request.isNavigationRequest()) documents.add(request.url())
  })
  context.on('console', (message) => {
    const { url } = message.location()
    if (message.type() !== 'error' || isRefusedPage(message.text(), url, documents)) return
    note(`${message.text()} (${url})`)
  })
  context.on('weberror', (error) => note(error.error().stack ?? String(error.error())))
}

async function showPages(browser: Browser | undefined) {
  for (const page of browser?.contexts().flatMap((context) => context.pages()) ?? [])
    console.log(`${page.url()}\n${await page.locator('main').textContent({ timeout: 1000 }).catch(String)}\n`)
}

/**
 * Called at the top of an end-to-end file: one Chromium for its tests. `open` gives a new visitor, without cookies, who
 * leaves at the end of the test. Anything the browser's console calls an error fails the test unless it is `expect`ed.
 */
export function useBrowser(flags: readonly string[] = chromiumFlags) {
  let browser: Browser | undefined
  let watched: Watched = { problems: [], expected: [] }
  beforeAll(async () => {
    browser = await chromium.launch({ executablePath: ensureChromium(), args: [...flags] })
  }, START_LIMIT_MS)
  afterAll(() => browser?.close())
  afterEach(async ({ task }) => {
    if (task.result?.state === 'fail') await showPages(browser)
    await Promise.all(browser?.contexts().map((context) => context.close()) ?? [])
    const { problems } = watched
    watched = { problems: [], expected: [] }
    if (problems.length > 0) throw new Error(`The browser's console shows errors:\n${problems.join('\n')}`)
  })
  return {
    async open({ javaScript = true, width = 1280, height = 900, dark = false }: Opened = {}): Promise<Page> {
      if (!browser) throw new Error('Chromium is not started')
      const context = await browser.newContext({
        javaScriptEnabled: javaScript,
        viewport: { width, height },
        colorScheme: dark ? 'dark' : 'light',
        locale: 'fr-FR',
        timezoneId: 'Europe/Paris',
        reducedMotion: 'reduce',
      })
      context.setDefaultTimeout(STEP_LIMIT_MS)
      watch(context, watched)
      return context.newPage()
    },
    expectConsoleError(pattern: RegExp) {
      watched.expected.push(pattern)
    },
  }
}
