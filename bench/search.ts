// Delays of the search engine on PostgreSQL, over invented offers that are the same on each machine.
import { parseArgs } from 'node:util'
import { closeRaw, queryRows } from '#app/db/raw.server.ts'
import { migrate } from '#scripts/migrate.mjs'
import { startPostgres } from '#scripts/services.mjs'
import type { OfferSearch } from '#search/port.ts'
import { postgresEngine } from '#search/postgres/engine.server.ts'
import { countIndexed, fillIndex, readIntoMemory } from './search-index.ts'
import { SHAPES, searchesOf } from './search-shapes.ts'
import { printTable } from './table.ts'

const WARM_UP = 5
const round = (value: number) => Math.round(value * 100) / 100

async function timesOf(repeats: number, work: (i: number) => Promise<unknown>): Promise<number[]> {
  const times: number[] = []
  for (let i = -WARM_UP; i < repeats; i++) {
    const start = performance.now()
    await work(Math.abs(i))
    if (i >= 0) times.push(performance.now() - start)
  }
  return times.sort((a, b) => a - b)
}

const quantile = (sorted: readonly number[], share: number) =>
  sorted[Math.min(sorted.length - 1, Math.ceil(share * sorted.length) - 1)] ?? Number.NaN

// Work that depends on the machine alone: how many times longer a search takes says more than its milliseconds.
const reference = () => queryRows('select sum(sqrt(i)) from generate_series(1, 20000) i')

async function measure(searches: readonly OfferSearch[], repeats: number) {
  let found = 0
  const times = await timesOf(repeats, async (i) => {
    const search = searches[i % searches.length]
    if (search) found = Math.max(found, (await postgresEngine.search(search)).total)
  })
  return { times, found }
}

/** Some three kilobytes an offer: what is searched is in memory, as on a server made for it. */
const settingsFor = (offers: number) => ({
  shared_buffers: `${Math.max(128, Math.round(offers * 0.003))}MB`,
  maintenance_work_mem: '1GB',
  max_wal_size: '8GB',
  autovacuum: 'off',
})

/**
 * `npm run bench -- search [--offers 10000] [--repeats 100] [--keep FOLDER]`: a table in milliseconds, then one line of JSON.
 * With `--keep`, the offers stay in that folder and are used again by the next run that asks for as many.
 */
export async function run(args: string[]) {
  const { values } = parseArgs({
    args,
    options: {
      offers: { type: 'string', default: '10000' },
      repeats: { type: 'string', default: '100' },
      keep: { type: 'string' },
    },
  })
  const [offers, repeats] = [Number(values.offers), Number(values.repeats)]
  const postgres = await startPostgres({
    fast: true,
    settings: settingsFor(offers),
    ...(values.keep && { dir: values.keep }),
  })
  process.env.DATABASE_URL = postgres.url
  process.env.NODE_ENV ??= 'development'
  let measured = {}
  try {
    await migrate(postgres.url)
    const start = performance.now()
    if ((await countIndexed()) !== offers) await fillIndex(offers)
    const indexSeconds = round((performance.now() - start) / 1000)
    await readIntoMemory()
    const machine = quantile(await timesOf(repeats, reference), 0.5)
    console.log(`${offers} offers indexed in ${indexSeconds} s; reference query ${round(machine)} ms`)
    const rows = []
    for (const shape of Object.keys(SHAPES)) {
      const { times, found } = await measure(searchesOf(shape), repeats)
      const p50 = quantile(times, 0.5)
      rows.push({
        shape,
        found,
        p50_ms: round(p50),
        p95_ms: round(quantile(times, 0.95)),
        max_ms: round(quantile(times, 1)),
        ratio: round(p50 / machine),
      })
    }
    printTable(rows)
    const reference_ms = round(machine)
    measured = { bench: 'search', offers, repeats, index_s: indexSeconds, reference_ms, shapes: rows }
  } finally {
    await closeRaw()
    await postgres.stop()
  }
  console.log(JSON.stringify(measured))
}
