import pg from 'pg'
import { afterAll, afterEach, beforeAll } from 'vitest'
import { closeDb } from '#app/db/client.server.ts'
import { waitFor } from '#scripts/processes.mjs'
import { freePort } from '#scripts/services.mjs'
import { NOW } from '#tests/factories/now.ts'
import { createTestDatabase } from './database.ts'
import { ensureBuild } from './e2e-build.ts'
import { type E2eProcess, startProcess } from './e2e-process.ts'

const READY_LIMIT_MS = 60_000
const START_LIMIT_MS = 240_000

/** The real web server and the real worker on a database of their own; their clock starts at `NOW`. */
export type E2eApp = {
  url: string
  /** What the clock of the web server says. */
  now(): Date
  /** The worker started last. */
  worker(): E2eProcess
  /** Starts a worker when none runs. `laterMs`: by its clock, that much more time has passed. */
  startWorker(options?: { laterMs?: number }): void
  /** The lines that web and workers logged as errors since the last call; any left at the end of a test fails it. */
  takeErrors(): string[]
  /** Nobody can reach the database any more; `openDatabase` ends the outage. */
  closeDatabase(): Promise<void>
  openDatabase(): Promise<void>
  stop(): Promise<void>
}

async function switchDatabase(url: string, allowed: boolean) {
  const name = new URL(url).pathname.slice(1)
  const client = new pg.Client({ connectionString: url.replace(/[^/]+$/, 'postgres') })
  await client.connect()
  await client.query(`alter database ${client.escapeIdentifier(name)} allow_connections ${allowed}`)
  if (!allowed)
    await client.query('select pg_terminate_backend(pid) from pg_stat_activity where datname = $1', [name])
  await client.end()
}

async function start(settings: Record<string, string>): Promise<E2eApp> {
  await ensureBuild()
  const database = await createTestDatabase()
  process.env.DATABASE_URL = database.url
  const port = String(await freePort())
  const url = `http://127.0.0.1:${port}`
  const shiftMs = NOW.getTime() - Date.now()
  const env = {
    PORT: port,
    APP_URL: url,
    DATABASE_URL: database.url,
    CLOCK_SHIFT_MS: String(shiftMs),
    ...settings,
  }
  const web = startProcess('app/server.ts', env)
  const processes = [web]
  let worker: E2eProcess | undefined
  const stop = async () => {
    await Promise.all([web.stop(), worker?.stop()])
    await closeDb()
    await database.drop()
  }
  try {
    await waitFor(`${url}/favicon.svg`, READY_LIMIT_MS)
  } catch (error) {
    await stop()
    throw new Error(`${(error as Error).message}\n${web.output()}`)
  }
  return {
    url,
    now: () => new Date(Date.now() + shiftMs),
    worker() {
      if (!worker) throw new Error('The worker was not started')
      return worker
    },
    startWorker({ laterMs = 0 } = {}) {
      if (worker?.isRunning()) throw new Error('The worker runs already')
      worker = startProcess('workers/main.ts', { ...env, CLOCK_SHIFT_MS: String(shiftMs + laterMs) })
      processes.push(worker)
    },
    takeErrors: () => processes.flatMap((process) => process.takeErrors()),
    closeDatabase: () => switchDatabase(database.url, false),
    openDatabase: () => switchDatabase(database.url, true),
    stop,
  }
}

/**
 * Called at the top of an end-to-end file: one application for all its tests, DATABASE_URL set to its database so that
 * the factories fill it, then `prepare`, then the worker unless `worker` is false.
 */
export function useE2eApp(
  options: { worker?: boolean; prepare?: () => Promise<unknown>; settings?: Record<string, string> } = {},
): () => E2eApp {
  let app: E2eApp | undefined
  beforeAll(async () => {
    app = await start(options.settings ?? {})
    await options.prepare?.()
    if (options.worker !== false) app.startWorker()
  }, START_LIMIT_MS)
  afterEach(() => {
    const lines = app?.takeErrors() ?? []
    if (lines.length > 0) throw new Error(`The application logged errors:\n${lines.join('\n')}`)
  })
  afterAll(() => app?.stop())
  return () => {
    if (!app) throw new Error('The application is not started')
    return app
  }
}
