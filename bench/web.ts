// Requests a second and delays of the public pages, on the built application over a seeded database.
import { spawn } from 'node:child_process'
import { mkdirSync, openSync } from 'node:fs'
import { parseArgs } from 'node:util'
import autocannon from 'autocannon'
import { isBuildStale } from '#scripts/build.mjs'
import { migrate } from '#scripts/migrate.mjs'
import { freePort, startPostgres } from '#scripts/services.mjs'
import { printTable } from './table.ts'

const PAGES = [
  { name: 'reference', path: '/healthz' },
  { name: 'home', path: '/' },
  { name: 'method', path: '/comment-ca-marche/classement' },
  { name: 'offers', path: '/offres' },
  { name: 'near', path: '/offres?lieu=Laon&rayon=20' },
  { name: 'words', path: '/offres?q=vendanges' },
  { name: 'filters', path: '/offres?q=cuisine&genre=emploi&contrat=cdd&lieu=Soissons&rayon=50' },
]

const ended = (child: ReturnType<typeof spawn>) =>
  new Promise<number | null>((done) => child.once('exit', done))

async function runNode(args: string[], env: NodeJS.ProcessEnv) {
  const child = spawn(process.execPath, args, { env, stdio: ['ignore', 'ignore', 'inherit'] })
  if ((await ended(child)) !== 0) throw new Error(`node ${args.join(' ')} failed`)
}

async function waitFor(url: string) {
  for (let tries = 0; tries < 300; tries++) {
    if (
      await fetch(url).then(
        (answer) => answer.ok,
        () => false,
      )
    )
      return
    await new Promise((next) => setTimeout(next, 100))
  }
  throw new Error(`${url} does not answer`)
}

/** The first published offer's page: found on the list, as a person would. */
async function anOfferPath(address: string) {
  const html = await (await fetch(`${address}/offres`)).text()
  return /href="(\/offres\/[0-9a-f-]{36})"/.exec(html)?.[1] ?? '/offres'
}

const measure = (url: string, options: { seconds: number; connections: number }) =>
  autocannon({
    url,
    duration: options.seconds,
    connections: options.connections,
    headers: { 'accept-encoding': 'br' },
  })

/** `npm run bench -- web [--seconds 5] [--connections 10]`: a table, then one line of JSON. */
export async function run(args: string[]) {
  const { values } = parseArgs({
    args,
    options: { seconds: { type: 'string', default: '5' }, connections: { type: 'string', default: '10' } },
  })
  const load = { seconds: Number(values.seconds), connections: Number(values.connections) }
  const postgres = await startPostgres({ fast: true })
  const port = await freePort()
  const address = `http://127.0.0.1:${port}`
  const env: NodeJS.ProcessEnv = {
    ...process.env,
    DATABASE_URL: postgres.url,
    PORT: String(port),
    NODE_ENV: 'production',
    DEMO: '1',
    LOG_LEVEL: 'warn',
  }
  await migrate(postgres.url)
  if (isBuildStale()) await runNode(['scripts/build.mjs'], env)
  await runNode(['--import', 'tsx', 'prisma/seed.ts', '--scale', 'demo'], env)
  mkdirSync('.cache', { recursive: true })
  const log = openSync('.cache/bench-web.log', 'w')
  const web = spawn(process.execPath, ['--import', 'tsx', 'app/server.ts'], {
    env,
    stdio: ['ignore', log, log],
  })
  try {
    await waitFor(`${address}/healthz`)
    const pages = [...PAGES, { name: 'offer', path: await anOfferPath(address) }]
    const rows = []
    for (const { name, path } of pages) {
      await measure(address + path, { seconds: 1, connections: 4 })
      const { requests, latency, throughput, errors, non2xx } = await measure(address + path, load)
      const bytes = Math.round(throughput.average / Math.max(1, requests.average))
      rows.push({
        page: name,
        per_second: requests.average,
        p50_ms: latency.p50,
        p99_ms: latency.p99,
        bytes,
        failed: errors + non2xx,
      })
    }
    const reference = rows[0]?.per_second ?? 0
    const table = rows.map((row) => ({
      ...row,
      ratio: Math.round((row.per_second / reference) * 1000) / 1000,
    }))
    printTable(table)
    console.log(JSON.stringify({ bench: 'web', ...load, pages: table }))
  } finally {
    web.kill('SIGTERM')
    await ended(web)
    await postgres.stop()
  }
}
