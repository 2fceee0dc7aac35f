import { createServer } from 'node:http'
import { afterAll, beforeAll, expect, test } from 'vitest'
import { waitFor } from '#scripts/processes.mjs'
import { freePort } from '#scripts/services.mjs'
import { createTestDatabase, type TestDatabase } from '#tests/setup/database.ts'
import { ensureBuild } from '#tests/setup/e2e-build.ts'
import { type E2eProcess, startProcess } from '#tests/setup/e2e-process.ts'

const LIMIT_MS = 240_000
const START_MS = 60_000
const LOOK_MS = 50

let database: TestDatabase
beforeAll(async () => {
  await ensureBuild()
  database = await createTestDatabase()
}, LIMIT_MS)
afterAll(() => database.drop())

const started: E2eProcess[] = []
afterAll(() => Promise.all(started.map((web) => web.stop())))

function startWeb(port: number) {
  const web = startProcess('app/server.ts', {
    WEB_PROCESSES: '2',
    PORT: String(port),
    APP_URL: `http://127.0.0.1:${port}`,
    DATABASE_URL: database.url,
  })
  started.push(web)
  return web
}

/** The processes that said they listen, first to last. */
const listening = (web: E2eProcess): number[] =>
  web
    .output()
    .split('\n')
    .filter((line) => line.includes('web listening'))
    .map((line) => (JSON.parse(line) as { pid: number }).pid)

const isAlive = (pid: number) => {
  try {
    return process.kill(pid, 0)
  } catch {
    return false
  }
}

/** How long Caddy keeps an idle connection; nginx and others a minute. */
const LONGEST_PROXY_SECONDS = 120

const keptAliveSeconds = async (address: string) =>
  /timeout=(\d+)/.exec((await fetch(address)).headers.get('keep-alive') ?? '')?.[1]

async function until(isSo: () => boolean, web: E2eProcess) {
  for (const limit = Date.now() + START_MS; !isSo(); ) {
    if (Date.now() > limit) throw new Error(web.output())
    await new Promise((next) => setTimeout(next, LOOK_MS))
  }
}

test(
  'several processes answer on one port; one that is killed is replaced, and all stop together',
  async () => {
    const port = await freePort()
    const web = startWeb(port)
    const address = `http://127.0.0.1:${port}/healthz`
    await waitFor(address, START_MS)
    await until(() => listening(web).length === 2, web)
    const [killed, other] = listening(web)
    expect(new Set([killed, other]).size).toBe(2)
    expect(Number(await keptAliveSeconds(address))).toBeGreaterThan(LONGEST_PROXY_SECONDS)

    process.kill(killed ?? 0, 'SIGKILL')
    await until(() => listening(web).length === 3, web)
    expect(isAlive(killed ?? 0)).toBe(false)
    expect((await fetch(address)).status).toBe(200)
    expect(web.takeErrors()).toEqual([expect.stringContaining(`"ended":${killed}`)])

    await web.stop()
    expect(listening(web).filter(isAlive)).toEqual([])
    expect(web.takeErrors()).toEqual([])
  },
  LIMIT_MS,
)

test(
  'when the port is taken, all processes end and say why',
  async () => {
    const taken = createServer()
    const port = await freePort()
    await new Promise<void>((done) => taken.listen(port, '127.0.0.1', done))
    const web = startWeb(port)
    await until(() => !web.isRunning(), web)
    expect(web.output()).toContain('web cannot listen')
    expect(web.output()).not.toContain('another starts')
    await new Promise((done) => taken.close(done))
  },
  LIMIT_MS,
)
