import type { Page } from 'playwright-core'
import { loadAxe, violations } from './axe.ts'
import { noteProblems } from './fields-note.ts'
import { controlProblems, linkProblems } from './links-and-controls.ts'

const SMALLEST_TARGET = 44
const MAIN_ACTIONS =
  'a.button, button, summary, select, textarea, .nav a, .home-link, .help-bar a, .offer-card, input:not([type=hidden])'

const LOOKS = [
  { width: 360, dark: false },
  { width: 360, dark: true },
  { width: 1280, dark: true },
  { width: 1280, dark: false },
] as const

const TALLEST = 8000

// The window is as tall as the page: what sticks to its bottom then covers nothing.
async function resize(page: Page, { width, dark }: { width: number; dark: boolean }) {
  await page.setViewportSize({ width, height: 600 })
  const height = await page.evaluate(() => document.documentElement.scrollHeight)
  await page.setViewportSize({ width, height: Math.min(height, TALLEST) })
  await page.emulateMedia({ colorScheme: dark ? 'dark' : 'light', reducedMotion: 'reduce' })
}

const smallTargets = (page: Page): Promise<string[]> =>
  page.evaluate(
    ({ selector, smallest }) =>
      [...document.querySelectorAll<HTMLElement>(selector)].flatMap((element) => {
        const target = element.matches('[type=checkbox], [type=radio]') ? element.closest('label') : element
        const { width, height } = (target ?? element).getBoundingClientRect()
        const isShown = width > 0 && height > 0 && element.checkVisibility({ visibilityProperty: true })
        // Half a pixel: what is drawn is rounded.
        if (!isShown || (width >= smallest - 0.5 && height >= smallest - 0.5)) return []
        return [
          `target of ${Math.round(width)} × ${Math.round(height)} px: ${element.outerHTML.slice(0, 140)}`,
        ]
      }),
    { selector: MAIN_ACTIONS, smallest: SMALLEST_TARGET },
  )

const frameProblems = (page: Page): Promise<string[]> =>
  page.evaluate(() => {
    const headings = document.querySelectorAll('h1').length
    const skip = document.querySelector<HTMLAnchorElement>('body a')
    const target = skip?.hash ? document.querySelector(skip.hash) : null
    return [
      ...(headings === 1 ? [] : [`${headings} h1`]),
      ...(document.title.trim().length > 3 ? [] : [`title "${document.title}"`]),
      ...(document.documentElement.lang === 'fr' ? [] : ['not in French']),
      ...(target?.tagName === 'MAIN' ? [] : ['the first link does not lead to the content']),
    ]
  })

const widthProblem = (page: Page): Promise<string[]> =>
  page.evaluate(() => {
    const { scrollWidth, clientWidth } = document.documentElement
    if (scrollWidth <= clientWidth) return []
    const guilty = [...document.querySelectorAll('main *')].find(
      (element) =>
        element.getBoundingClientRect().right > clientWidth + 1 &&
        !element.closest('.slots-wrap, .table-wrap'),
    )
    return [`scrolls sideways at 320 px (${scrollWidth}): ${guilty?.outerHTML.slice(0, 140)}`]
  })

/** What no longer fits when a person spaces letters, words and lines as RGAA 10.12 lets her or him do. */
async function spacingProblem(page: Page): Promise<string[]> {
  await page.evaluate(() => {
    const sheet = new CSSStyleSheet()
    sheet.replaceSync(
      `* { line-height: 1.5 !important; letter-spacing: 0.12em !important; word-spacing: 0.16em !important }
       p { margin-bottom: 2em !important }`,
    )
    document.adoptedStyleSheets = [sheet]
  })
  const found = await widthProblem(page)
  await page.evaluate(() => {
    document.adoptedStyleSheets = []
  })
  return found.map((line) => `spaced: ${line}`)
}

/** Everything wrong with the page that is open, in every way it is looked at; a line each. */
export async function findProblems(page: Page): Promise<string[]> {
  await resize(page, { width: 320, dark: false })
  const found = [
    ...(await frameProblems(page)),
    ...(await widthProblem(page)),
    ...(await spacingProblem(page)),
    ...(await linkProblems(page)),
    ...(await noteProblems(page)),
  ]
  await loadAxe(page)
  for (const look of LOOKS) {
    await resize(page, look)
    if (look.width === 360 && !look.dark) found.push(...(await smallTargets(page)))
    const words = `${look.width} px, ${look.dark ? 'dark' : 'light'}`
    const seen = [...(await violations(page)), ...(look.width === 360 ? await controlProblems(page) : [])]
    found.push(...seen.map((line) => `${words}: ${line}`))
  }
  return found
}
