// Requests a second and delays of public pages, and how far the search page is from the same page without a database.
import { readFileSync } from 'node:fs'
import { availableParallelism, loadavg } from 'node:os'
import { parseArgs } from 'node:util'
import autocannon from 'autocannon'
import { findOfferPath, startSite, type Web } from './site.ts'
import { printTable } from './table.ts'
import { receiveVisitors } from './web-arrivals.ts'
import { drawVisits, takeDifferent } from './web-visitors.ts'

const PAGES = [
  { name: 'probe', path: '/healthz' },
  { name: 'home', path: '/' },
  { name: 'method', path: '/comment-ca-marche/classement' },
]
const TOWN = '/offres?lieu=Laon&rayon=20'
const SEARCHES = [
  { name: 'offers', path: '/offres' },
  { name: 'near', path: TOWN },
  { name: 'words', path: '/offres?q=vendanges' },
  { name: 'filters', path: '/offres?q=cuisine&genre=emploi&contrat=cdd&lieu=Soissons&rayon=50' },
]
const STEADY_RATE = 100
const SAMPLES = 60
/** Seconds in which a process that has just started compiles what it runs most. */
const WARM_UP_S = 30
const headers = { 'accept-encoding': 'br' }

// A connection asks for so many addresses before it begins again.
const VISITS = 800

type Load = { seconds: number; connections: number }
type Answered = Pick<autocannon.Result, 'requests' | 'latency' | 'throughput' | 'errors' | 'non2xx'>

async function measure(url: string, { seconds, connections }: Load): Promise<Answered> {
  await autocannon({ url, duration: 1, connections: 4, headers })
  return autocannon({ url, duration: seconds, connections, headers })
}

const toRow = (page: string, { requests, latency, throughput, errors, non2xx }: Answered) => ({
  page,
  per_second: requests.average,
  p50_ms: latency.p50,
  p99_ms: latency.p99,
  bytes: Math.round(throughput.average / Math.max(1, requests.average)),
  failed: errors + non2xx,
})

const median = (values: readonly number[]) =>
  [...values].sort((a, b) => a - b)[Math.floor(values.length / 2)] ?? 0

/** What `ask` measures and a page from a constant, turn by turn, so that whatever else the machine does falls on both alike. */
async function compare(
  { name, ask, constant }: { name: string; ask: () => Promise<Answered>; constant: string },
  load: Load,
  rounds: number,
) {
  const ratios: number[] = []
  const rates: number[] = []
  let last: Answered | null = null
  for (let round = 0; round < rounds; round++) {
    const without = await measure(constant, load)
    last = await ask()
    rates.push(without.requests.average)
    ratios.push(last.requests.average / without.requests.average)
  }
  if (!last) throw new Error('No round was asked for')
  return {
    ...toRow(name, last),
    constant_per_second: median(rates),
    ratio: Math.round(median(ratios) * 100) / 100,
  }
}

/** Each connection asks for addresses of its own, one after the other. */
const visit = (take: (count: number) => string[]) => (client: autocannon.Client) =>
  client.setRequests(take(VISITS).map((path) => ({ path, headers })))

/** Each search beside itself from a constant; then addresses of many kinds beside the search around a town from a constant. */
async function compareSearches(site: Web, constant: Web, load: Load, rounds: number) {
  const { seconds: duration, connections } = load
  const many = (take: (count: number) => string[]) => () =>
    autocannon({ url: site.address, duration, connections, setupClient: visit(take) })
  const [visits, different] = [drawVisits(), takeDifferent()]
  const asked = [
    ...SEARCHES.map(({ name, path }) => ({ name, path, ask: () => measure(site.address + path, load) })),
    { name: 'visitors', path: TOWN, ask: many(visits) },
    { name: 'different', path: TOWN, ask: many(different) },
  ]
  const rows = []
  for (const { name, path, ask } of asked)
    rows.push(await compare({ name, ask, constant: constant.address + path }, load, rounds))
  return rows
}

type Steady = { name: string; draw: (count: number) => string[] }

/** One search that everybody asks for, and what visitors ask for. */
const STEADY: Steady[] = [
  { name: 'near', draw: (count) => Array.from({ length: count }, () => TOWN) },
  { name: 'visitors', draw: drawVisits() },
]

const childrenOf = (pid: number) =>
  readFileSync(`/proc/${pid}/task/${pid}/children`, 'utf8').split(' ').filter(Boolean).map(Number)

/** What a process and those it started hold of memory, in MB. */
const memoryMb = (pid: number) =>
  [pid, ...childrenOf(pid)]
    .map((one) => /VmRSS:\s+(\d+)/.exec(readFileSync(`/proc/${one}/status`, 'utf8'))?.[1])
    .reduce((sum, kb) => sum + Math.round(Number(kb ?? 0) / 1024), 0)

/** Visitors, 100 a second for so many minutes, once the processes are warm; memory is the median of each third of that time. */
async function keepSteady(
  web: Web,
  { name, draw, processes, minutes }: Steady & { processes: number; minutes: number },
) {
  await receiveVisitors(web.address, { paths: draw(STEADY_RATE * WARM_UP_S), rate: STEADY_RATE })
  const memory: number[] = []
  const every = setInterval(() => memory.push(memoryMb(web.pid)), (minutes * 60_000) / SAMPLES)
  const paths = draw(STEADY_RATE * minutes * 60)
  const answered = await receiveVisitors(web.address, { paths, rate: STEADY_RATE })
  clearInterval(every)
  const third = Math.ceil(memory.length / 3)
  return {
    asked: name,
    processes,
    rate: STEADY_RATE,
    minutes,
    ...answered,
    memory_mb: [0, 1, 2].map((part) => median(memory.slice(part * third, (part + 1) * third))),
  }
}

/** `npm run bench -- web [--seconds 5] [--connections 10] [--rounds 3] [--minutes 10, 0 for none] [--processes, one a core]`: tables, then one line of JSON. */
export async function run(args: string[]) {
  const { values } = parseArgs({
    args,
    options: {
      seconds: { type: 'string', default: '5' },
      connections: { type: 'string', default: '10' },
      rounds: { type: 'string', default: '3' },
      minutes: { type: 'string', default: '10' },
      processes: { type: 'string', default: String(availableParallelism()) },
    },
  })
  const load = { seconds: Number(values.seconds), connections: Number(values.connections) }
  const site = await startSite('web')
  try {
    const constant = await site.beside('bench/web-constant.ts')
    const pages = []
    for (const { name, path } of [...PAGES, { name: 'offer', path: await findOfferPath(site) }])
      pages.push(toRow(name, await measure(site.address + path, load)))
    printTable(pages)
    const searches = await compareSearches(site, constant, load, Number(values.rounds))
    printTable(searches)
    const minutes = Number(values.minutes)
    const { processes } = values
    const steady = []
    if (minutes > 0) {
      const web = await site.beside('app/server.ts', { WEB_PROCESSES: processes })
      for (const asked of STEADY)
        steady.push(await keepSteady(web, { ...asked, processes: Number(processes), minutes }))
    }
    printTable(steady.map((row) => ({ ...row, memory_mb: row.memory_mb.join(' → ') })))
    const load_average = loadavg()[0]
    console.log(JSON.stringify({ bench: 'web', ...load, pages, searches, steady, load_average }))
  } finally {
    await site.stop()
  }
}
