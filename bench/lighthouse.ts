// What Lighthouse says of the pages that a person goes through first, on its mobile preset: npm run bench -- lighthouse.
import { cpus, loadavg } from 'node:os'
import { parseArgs } from 'node:util'
import lighthouse, { type Flags, type Result } from 'lighthouse'
import { type BrowserContext, chromium } from 'playwright-core'
import { chromiumFlags, ensureChromium } from '#scripts/chromium.mjs'
import { freePort } from '#scripts/services.mjs'
import { findOfferPath, type Site, startSite } from './site.ts'
import { printTable } from './table.ts'

const LEAST_SCORE = 95
const MOST_LCP_MS = 1200
const MOST_SHIFT = 0
const CATEGORIES = ['performance', 'accessibility', 'best-practices', 'seo'] as const
const CANDIDATE = 'Nadia Benali'

type Look = { name: string; path: string; isSignedIn: boolean }

const pagesOf = async (site: Site): Promise<Look[]> => {
  const offer = await findOfferPath(site)
  return [
    { name: 'home', path: '/', isSignedIn: false },
    { name: 'search', path: '/offres?q=cuisine&lieu=Laon&rayon=50', isSignedIn: false },
    { name: 'offer', path: offer, isSignedIn: false },
    { name: 'apply', path: `${offer}/postuler`, isSignedIn: true },
    { name: 'profile', path: '/mon-profil', isSignedIn: true },
  ]
}

async function signIn(context: BrowserContext, { address }: Site) {
  const page = await context.newPage()
  await page.goto(`${address}/connexion`)
  await page.locator('.account-choice', { hasText: CANDIDATE }).click()
  await page.waitForURL((url) => url.pathname !== '/connexion')
  await page.close()
}

/** What is measured once; a page of a person's own asks not to be indexed, which is no fault. */
async function look(
  url: string,
  { port, isSignedIn }: { port: number; isSignedIn: boolean },
): Promise<Result> {
  const flags: Flags = {
    port,
    logLevel: 'error',
    onlyCategories: [...CATEGORIES],
    skipAudits: isSignedIn ? ['is-crawlable'] : [],
  }
  const made = await lighthouse(url, flags)
  if (!made || made.lhr.runtimeError) throw new Error(made?.lhr.runtimeError?.message ?? `Nothing of ${url}`)
  if (made.lhr.finalDisplayedUrl !== url) throw new Error(`${url} led to ${made.lhr.finalDisplayedUrl}`)
  return made.lhr
}

const middle = (values: number[]) => [...values].sort((a, b) => a - b)[Math.floor(values.length / 2)] ?? 0

const measured = (result: Result, audit: string) => result.audits[audit]?.numericValue ?? Number.NaN

const rowOf = (name: string, results: Result[]) => {
  const score = (id: string) => middle(results.map(({ categories }) => (categories[id]?.score ?? 0) * 100))
  return {
    page: name,
    performance: Math.round(score('performance')),
    accessibility: Math.round(score('accessibility')),
    best_practices: Math.round(score('best-practices')),
    seo: Math.round(score('seo')),
    lcp_ms: Math.round(middle(results.map((one) => measured(one, 'largest-contentful-paint')))),
    shift: Math.max(...results.map((one) => measured(one, 'cumulative-layout-shift'))),
    answer_ms: Math.round(middle(results.map((one) => measured(one, 'server-response-time')))),
  }
}

type Row = ReturnType<typeof rowOf>

const isGood = ({ performance, accessibility, best_practices, seo, lcp_ms, shift }: Row) =>
  Math.min(performance, accessibility, best_practices, seo) >= LEAST_SCORE &&
  lcp_ms <= MOST_LCP_MS &&
  shift <= MOST_SHIFT

/** The audits that took points away, a line each. */
const faultsOf = (name: string, { categories, audits }: Result) =>
  CATEGORIES.flatMap((id) => categories[id]?.auditRefs ?? [])
    .filter(({ weight, id }) => weight > 0 && (audits[id]?.score ?? 1) < 0.9)
    .map(({ id }) => `${name}: ${id} ${audits[id]?.displayValue ?? ''} ${audits[id]?.title}`)

/** `npm run bench -- lighthouse [--rounds 3]`: a table of medians, then one line of JSON; fails under the scores that are asked. */
export async function run(args: string[]) {
  const { values } = parseArgs({ args, options: { rounds: { type: 'string', default: '3' } } })
  const rounds = Number(values.rounds)
  const site = await startSite('lighthouse')
  const port = await freePort()
  const browser = await chromium.launchPersistentContext('', {
    executablePath: ensureChromium(),
    args: [...chromiumFlags, `--remote-debugging-port=${port}`],
  })
  try {
    const rows: Row[] = []
    const faults: string[] = []
    const pages = await pagesOf(site)
    for (const isSignedIn of [false, true]) {
      if (isSignedIn) await signIn(browser, site)
      for (const { name, path } of pages.filter((page) => page.isSignedIn === isSignedIn)) {
        const results: Result[] = []
        for (let round = 0; round < rounds; round++)
          results.push(await look(site.address + path, { port, isSignedIn }))
        rows.push(rowOf(name, results))
        faults.push(...results.slice(-1).flatMap((result) => faultsOf(name, result)))
      }
    }
    printTable(rows)
    for (const fault of faults) console.log(fault)
    const load = { cores: cpus().length, load: loadavg().map((one) => Math.round(one * 10) / 10) }
    console.log(JSON.stringify({ bench: 'lighthouse', rounds, ...load, pages: rows }))
    if (!rows.every(isGood)) process.exitCode = 1
  } finally {
    await browser.close()
    await site.stop()
  }
}
