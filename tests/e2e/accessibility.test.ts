import { describe, expect, it } from 'vitest'
import { useBrowser } from '#tests/setup/browser.ts'
import { useE2eApp } from '#tests/setup/e2e-app.ts'
import { signIn } from './gestures.ts'
import { findProblems } from './looks.ts'
import { createPages, type ShownPage } from './pages.ts'

const LIMIT_MS = 180_000

let shown: ShownPage[] = []
const app = useE2eApp({
  worker: false,
  prepare: async () => {
    shown = (await createPages()).pages
  },
})
const browser = useBrowser()

async function look(pages: ShownPage[]): Promise<string[]> {
  const found: string[] = []
  const page = await browser.open()
  let signedIn: string | undefined
  for (const { name, path, as, press, status = 200 } of pages) {
    if (as && as !== signedIn) await signIn(page, app(), as)
    signedIn = as
    const answer = await page.goto(app().url + path)
    if (answer?.status() !== status) found.push(`${name}: status ${answer?.status()} at ${path}`)
    if (press) {
      await page.getByRole('button', { name: press }).first().click()
      await page.locator('.error-summary').waitFor()
    }
    found.push(...(await findProblems(page)).map((problem) => `${name}: ${problem}`))
  }
  return found
}

describe('every page, narrow and wide, light and dark', () => {
  it.each([
    ['anybody', undefined],
    ['a candidate', 'Nadia Benali'],
    ['a candidate with nothing yet', 'Karim Nouveau'],
    ['an organisation', 'Hélène Caron'],
    ['a new organisation', 'Lucie Moreau'],
    ['a relation officer', 'Claire Dumont'],
  ])(
    'is accessible to %s',
    async (_, as) => {
      const pages = shown.filter((page) => page.as === as)
      expect(pages.length).toBeGreaterThan(0)
      expect(await look(pages)).toEqual([])
    },
    LIMIT_MS,
  )
})
