import { expect, it } from 'vitest'
import { createCandidate } from '#tests/factories/candidate.ts'
import { useBrowser } from '#tests/setup/browser.ts'
import { useE2eApp } from '#tests/setup/e2e-app.ts'
import { signIn } from './gestures.ts'
import { createGround, openDemoAccounts } from './world.ts'

const LIMIT_MS = 120_000
const PAGES = ['/', '/offres', '/mon-profil', '/mes-candidatures']

const app = useE2eApp({
  worker: false,
  async prepare() {
    const { territoryId } = await createGround()
    await createCandidate({ account: { territoryId, firstName: 'Nadia', lastName: 'Benali' } })
    await openDemoAccounts()
  },
})
const browser = useBrowser()

/** Where the large parts of each page stand, on a browser that fetches the small scripts or waits for them for ever. */
async function places(width: number, hasScripts: boolean) {
  const page = await browser.open({ width })
  // A page is the same for somebody whose scripts have not come yet.
  if (!hasScripts)
    await page.route(/\/assets\/.*\.js$/, (route) =>
      route.fulfill({ contentType: 'text/javascript', body: '' }),
    )
  await signIn(page, app(), 'Nadia Benali')
  const found: Record<string, number[]> = {}
  for (const path of PAGES) {
    await page.goto(app().url + path, { waitUntil: 'load' })
    const parts = page.locator('h1, h2, form, main label, main > *, footer')
    found[path] = await parts.evaluateAll((all) =>
      all.map((one) => Math.round(one.getBoundingClientRect().top)),
    )
  }
  return found
}

it.each([360, 1280])(
  'nothing moves on a page of %i px when its small scripts come',
  async (width) => {
    expect(await places(width, true)).toEqual(await places(width, false))
  },
  LIMIT_MS,
)
