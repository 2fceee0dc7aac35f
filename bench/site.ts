// The built application over the demo's data, for the benches that look at it from outside.
import { spawn } from 'node:child_process'
import { mkdirSync, openSync } from 'node:fs'
import { isBuildStale } from '#scripts/build.mjs'
import { migrate } from '#scripts/migrate.mjs'
import { waitFor } from '#scripts/processes.mjs'
import { serviceArgs } from '#scripts/service-args.mjs'
import { freePort, startPostgres } from '#scripts/services.mjs'

const READY_LIMIT_MS = 60_000

export type Web = { address: string; pid: number; stop(): Promise<void> }

/** `beside` starts another web, from a script of its own, on the same database. */
export type Site = Web & { beside(script: string, more?: Record<string, string>): Promise<Web> }

const ended = (child: ReturnType<typeof spawn>) =>
  new Promise<number | null>((done) => child.once('exit', done))

async function runNode(args: string[], env: NodeJS.ProcessEnv) {
  const child = spawn(process.execPath, args, { env, stdio: ['ignore', 'ignore', 'inherit'] })
  if ((await ended(child)) !== 0) throw new Error(`node ${args.join(' ')} failed`)
}

async function startWeb(script: string, shared: NodeJS.ProcessEnv, log: number): Promise<Web> {
  const port = await freePort()
  const address = `http://127.0.0.1:${port}`
  const env = { ...shared, APP_URL: address, PORT: String(port) }
  const web = spawn(process.execPath, serviceArgs(script), { env, stdio: ['ignore', log, log] })
  const stop = async () => {
    const isGone = ended(web)
    web.kill('SIGTERM')
    await isGone
  }
  try {
    await waitFor(`${address}/readyz`, READY_LIMIT_MS)
  } catch (error) {
    await stop()
    throw error
  }
  return { address, pid: web.pid ?? 0, stop }
}

/** Starts the web process on a database of its own, seeded; what it logs goes to `.cache/bench-NAME.log`. */
export async function startSite(name: string): Promise<Site> {
  const postgres = await startPostgres({ fast: true })
  const env: NodeJS.ProcessEnv = {
    ...process.env,
    DATABASE_URL: postgres.url,
    NODE_ENV: 'production',
    DEMO: '1',
    LOG_LEVEL: 'warn',
  }
  const webs: Web[] = []
  const stop = async () => {
    for (const web of webs) await web.stop()
    await postgres.stop()
  }
  try {
    await migrate(postgres.url)
    if (isBuildStale()) await runNode(['scripts/build.mjs'], env)
    await runNode(['--import', 'tsx', 'prisma/seed.ts', '--scale', 'demo'], {
      ...env,
      APP_URL: 'http://127.0.0.1',
    })
    mkdirSync('.cache', { recursive: true })
    const log = openSync(`.cache/bench-${name}.log`, 'w')
    const beside: Site['beside'] = async (script, more = {}) => {
      const web = await startWeb(script, { ...env, ...more }, log)
      webs.push(web)
      return web
    }
    return { ...(await beside('app/server.ts')), beside, stop }
  } catch (error) {
    await stop()
    throw error
  }
}

/** The address of the first published offer: found on the list, as a person would. */
export async function findOfferPath({ address }: Web): Promise<string> {
  const html = await (await fetch(`${address}/offres`)).text()
  const path = /href="(\/offres\/[0-9a-f-]{36})"/.exec(html)?.[1]
  if (!path) throw new Error('No offer is published')
  return path
}
