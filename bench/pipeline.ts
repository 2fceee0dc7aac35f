// From the POST that publishes an offer to its proposals in the database, on the running application: web and one worker.
import { type ChildProcess, spawn } from 'node:child_process'
import { mkdirSync, mkdtempSync, openSync, rmSync } from 'node:fs'
import { cpus, loadavg, tmpdir } from 'node:os'
import path from 'node:path'
import { parseArgs } from 'node:util'
import pg from 'pg'
import { closeDb } from '#app/db/client.server.ts'
import { closeRaw, queryRows } from '#app/db/raw.server.ts'
import { isBuildStale } from '#scripts/build.mjs'
import { migrate } from '#scripts/migrate.mjs'
import { waitFor } from '#scripts/processes.mjs'
import { serviceArgs } from '#scripts/service-args.mjs'
import { freePort, runningCluster, startPostgres } from '#scripts/services.mjs'
import { referenceLoop } from './matching-clock.ts'
import { publishAll, type Sent } from './pipeline-load.ts'
import {
  commitTimes,
  countUnsettled,
  type Draft,
  factTimes,
  skipNight,
  writeDrafts,
} from './pipeline-world.ts'
import { processorMs } from './process-cpu.ts'
import { printTable } from './table.ts'

const START_LIMIT_MS = 60_000
const END_LIMIT_MS = 120_000
const TARGET_P99_MS = 300
/** Published at the same rate before what is measured: a service that runs has compiled its code and opened its connections. */
const WARM_SECONDS = 5

const pause = (ms: number) => new Promise((resolve) => setTimeout(resolve, ms))
const ended = (child: ChildProcess) => new Promise<number | null>((done) => child.once('exit', done))

async function runNode(args: string[], env: NodeJS.ProcessEnv) {
  const child = spawn(process.execPath, args, { env, stdio: ['ignore', 'ignore', 'inherit'] })
  if ((await ended(child)) !== 0) throw new Error(`node ${args.join(' ')} failed`)
}

/** A server that records when each transaction was committed, and waits for the disk as in production. */
async function startRecordingPostgres(dir: string) {
  const first = await startPostgres({ dir })
  await migrate(first.url)
  const client = new pg.Client({ connectionString: first.url })
  await client.connect()
  await client.query('alter system set track_commit_timestamp = on')
  await client.end()
  await first.stop()
  const postgres = await startPostgres({ dir })
  process.env.DATABASE_URL = postgres.url
  return postgres
}

async function untilSettled() {
  const end = Date.now() + END_LIMIT_MS
  while (Date.now() < end && (await countUnsettled()) > 0) await pause(200)
}

const round = (value: number) => Math.round(value * 10) / 10
function stage(name: string, times: number[]) {
  times.sort((a, b) => a - b)
  const at = (share: number) =>
    round(times[Math.min(times.length - 1, Math.ceil(times.length * share) - 1)] ?? Number.NaN)
  return { stage: name, count: times.length, p50_ms: at(0.5), p99_ms: at(0.99), max_ms: at(1) }
}

async function measure(address: string, drafts: readonly Draft[], rate: number) {
  const sent = await publishAll(address, drafts, rate)
  const accepted = sent.filter(({ status }) => status === 302)
  const ids = accepted.map(({ offerId }) => offerId)
  await untilSettled()
  const committed = await commitTimes(ids)
  const facts = new Map((await factTimes(ids)).map((fact) => [fact.id, fact]))
  const times = (end: (one: Sent) => number | null | undefined) =>
    accepted.flatMap((one) => {
      const ms = end(one)
      return ms ? [ms - one.sentMs] : []
    })
  const rows = [
    stage(
      'answered',
      times(({ answeredMs }) => answeredMs),
    ),
    stage(
      'relayed',
      times(({ offerId }) => facts.get(offerId)?.relayedMs),
    ),
    stage(
      'proposals',
      times(({ offerId }) => committed.get(offerId)),
    ),
    stage(
      'settled',
      times(({ offerId }) => facts.get(offerId)?.settledMs),
    ),
  ]
  const statuses: Record<number, number> = {}
  for (const { status } of sent) statuses[status] = (statuses[status] ?? 0) + 1
  return { rows, statuses, unmatched: ids.length - committed.size }
}

type Times = Record<string, number>
function processorTimes(pids: Record<string, number | undefined>): Times {
  const { user, system } = process.cpuUsage()
  const others = Object.entries(pids).map(([name, pid]) => [name, pid ? processorMs(pid) : 0] as const)
  return { ...Object.fromEntries(others), bench: (user + system) / 1000 }
}
const eachOf = (before: Times, after: Times, count: number): Times =>
  Object.fromEntries(
    Object.entries(after).map(([name, ms]) => [name, round((ms - (before[name] ?? 0)) / count)]),
  )

/** `npm run bench -- pipeline [--rate 50] [--seconds 60] [--aisne]`: a table in milliseconds, then one line of JSON. */
export async function run(args: string[]) {
  const { values } = parseArgs({
    args,
    options: {
      rate: { type: 'string', default: '50' },
      seconds: { type: 'string', default: '60' },
      aisne: { type: 'boolean', default: false },
    },
  })
  const load = { rate: Number(values.rate), seconds: Number(values.seconds) }
  const scale = values.aisne ? 'aisne' : 'demo'
  const dir = mkdtempSync(path.join(tmpdir(), 'actifs-pipeline-'))
  process.env.NODE_ENV ??= 'development'
  const postgres = await startRecordingPostgres(dir)
  const port = await freePort()
  const address = `http://127.0.0.1:${port}`
  const env: NodeJS.ProcessEnv = {
    ...process.env,
    PORT: String(port),
    APP_URL: address,
    NODE_ENV: 'production',
    DEMO: '1',
    LOG_LEVEL: 'warn',
  }
  const children: ChildProcess[] = []
  let measured = {}
  try {
    if (isBuildStale()) await runNode(['scripts/build.mjs'], env)
    await runNode(['--import', 'tsx', 'prisma/seed.ts', '--scale', scale], env)
    const warm = load.rate * WARM_SECONDS
    const drafts = await writeDrafts(load.rate * load.seconds + warm)
    await skipNight()
    await queryRows('vacuum analyze')
    // What the seed has written is on the disk before the first publication: a service has not just written a whole territory.
    await queryRows('checkpoint')
    mkdirSync('.cache', { recursive: true })
    for (const file of ['app/server.ts', 'workers/main.ts']) {
      const log = openSync(`.cache/bench-pipeline-${path.basename(path.dirname(file))}.log`, 'w')
      children.push(
        spawn(process.execPath, ['--import', './scripts/follow-parent.mjs', ...serviceArgs(file)], {
          env,
          stdio: ['ignore', log, log, 'ipc'],
          // As services are: each has its own share of the processors.
          detached: true,
        }),
      )
    }
    await waitFor(`${address}/healthz`, START_LIMIT_MS)
    const reference_mops = round(referenceLoop())
    await measure(address, drafts.slice(0, warm), load.rate)
    const pids = {
      web: children[0]?.pid,
      worker: children[1]?.pid,
      postgres: runningCluster(dir)?.pid,
    }
    const before = processorTimes(pids)
    const { rows, statuses, unmatched } = await measure(address, drafts.slice(warm), load.rate)
    const processor_ms_each = eachOf(before, processorTimes(pids), load.rate * load.seconds)
    printTable(rows)
    const proposals = rows.find(({ stage }) => stage === 'proposals')
    measured = {
      bench: 'pipeline',
      scale,
      ...load,
      p50_ms: proposals?.p50_ms,
      p99_ms: proposals?.p99_ms,
      target_p99_ms: TARGET_P99_MS,
      statuses,
      unmatched,
      stages: rows,
      processor_ms_each,
      reference_mops,
      load_average: round(loadavg()[0] ?? 0),
      cores: cpus().length,
    }
  } finally {
    for (const child of children) child.kill('SIGTERM')
    await Promise.all(children.map(ended))
    await closeDb()
    await closeRaw()
    await postgres.stop()
    rmSync(dir, { recursive: true, force: true })
  }
  console.log(JSON.stringify(measured))
}
