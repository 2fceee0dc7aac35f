// How long the pool takes to be read from PostgreSQL and indexed, over people and offers made in the database itself.
import { cpus, loadavg } from 'node:os'
import { parseArgs } from 'node:util'
import { closeRaw } from '#app/db/raw.server.ts'
import { migrate } from '#scripts/migrate.mjs'
import { startPostgres } from '#scripts/services.mjs'
import { createPools } from '#workers/matching/pools.ts'
import { referenceLoop } from './matching-clock.ts'
import { fillPool } from './pool-rows.ts'
import { printTable } from './table.ts'

const AISNE = { profiles: 12_156, offers: 9614 }
const round = (value: number, digits = 2) => Math.round(value * 10 ** digits) / 10 ** digits
const seconds = (since: number) => round((performance.now() - since) / 1000)

/** `npm run bench -- pool [--profiles 100000] [--offers 80000] [--aisne]`: a table, then one line of JSON. */
export async function run(args: string[]) {
  const { values } = parseArgs({
    args,
    options: {
      profiles: { type: 'string', default: '100000' },
      offers: { type: 'string', default: '80000' },
      aisne: { type: 'boolean', default: false },
    },
  })
  const size = values.aisne ? AISNE : { profiles: Number(values.profiles), offers: Number(values.offers) }
  const postgres = await startPostgres({ fast: true })
  process.env.DATABASE_URL = postgres.url
  process.env.NODE_ENV ??= 'development'
  let measured = {}
  try {
    await migrate(postgres.url)
    const filling = performance.now()
    await fillPool(size)
    console.log(`${size.profiles} people and ${size.offers} offers written in ${seconds(filling)} s`)
    const reference = referenceLoop()
    const rows = []
    for (const time of ['first', 'again']) {
      const pools = createPools()
      const [start, taken] = [performance.now(), process.cpuUsage()]
      await pools.load()
      const load_s = seconds(start)
      const { user, system } = process.cpuUsage(taken)
      const own_processor_s = round((user + system) / 1e6)
      const caughtUp = performance.now()
      await pools.catchUp()
      const catch_up_ms = (performance.now() - caughtUp).toFixed(1)
      rows.push({ time, load_s, own_processor_s, ...pools.size(), catch_up_ms: Number(catch_up_ms) })
    }
    printTable(rows)
    const load_s = Math.min(...rows.map((row) => row.load_s))
    measured = {
      bench: 'pool',
      ...size,
      load_s,
      own_processor_s: Math.min(...rows.map((row) => row.own_processor_s)),
      rows_per_second: Math.round((size.profiles + size.offers) / load_s),
      catch_up_ms: rows[1]?.catch_up_ms,
      rss_mb: Math.round(process.resourceUsage().maxRSS / 1024),
      reference_mops: round(reference, 1),
      load_average: round(loadavg()[0] ?? 0),
      cores: cpus().length,
    }
  } finally {
    await closeRaw()
    await postgres.stop()
  }
  console.log(JSON.stringify(measured))
}
