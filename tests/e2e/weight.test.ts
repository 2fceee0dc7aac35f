import { expect, it } from 'vitest'
import { useBrowser } from '#tests/setup/browser.ts'
import { useE2eApp } from '#tests/setup/e2e-app.ts'
import { signIn } from './gestures.ts'
import { createPages } from './pages.ts'
import type { ShownPage } from './show.ts'

const MOST_BYTES = 60_000
const MOST_TOOL_BYTES = 130_000
const RECRUITER = 'Hélène Caron'
/** What an organisation opens most; its map is not opened yet. */
const TOOLS = [
  '/structure',
  '/structure/offres/nouvelle?genre=emploi',
  '/structure/personnes',
  '/structure/personnes/carte',
]
const LIMIT_MS = 180_000

let shown: ShownPage[] = []
const app = useE2eApp({
  worker: false,
  prepare: async () => {
    shown = (await createPages()).publicPages
  },
})
const browser = useBrowser()

/** Bytes that came over the wire for a first visit, heads included. */
async function weigh(path: string, as?: string) {
  const page = await browser.open({ width: 360 })
  if (as) await signIn(page, app(), as)
  const session = await page.context().newCDPSession(page)
  await session.send('Network.enable')
  await session.send('Network.clearBrowserCache')
  let bytes = 0
  session.on('Network.loadingFinished', ({ encodedDataLength }) => {
    bytes += encodedDataLength
  })
  await page.goto(app().url + path, { waitUntil: 'networkidle' })
  await page.context().close()
  return bytes
}

it(
  'a first visit of a public page weighs at most 60 kB, everything counted',
  async () => {
    const weights: { name: string; bytes: number }[] = []
    // The map is fetched with its drawing library.
    for (const { name, path } of shown.filter((page) => page.path !== '/carte'))
      weights.push({ name, bytes: await weigh(path) })
    expect(weights.every(({ bytes }) => bytes > 1000)).toBe(true)
    expect(weights.filter(({ bytes }) => bytes > MOST_BYTES)).toEqual([])
  },
  LIMIT_MS,
)

it.each(TOOLS)(
  'a first visit of %s by an organisation weighs at most 130 kB',
  async (path) => {
    const bytes = await weigh(path, RECRUITER)
    expect(bytes).toBeGreaterThan(1000)
    expect(bytes).toBeLessThanOrEqual(MOST_TOOL_BYTES)
  },
  LIMIT_MS,
)
