// One command: PostgreSQL, migrations, build, seed, web and worker, on nothing but npm packages.
import { closeSync, mkdirSync, openSync, readFileSync } from 'node:fs'
import path from 'node:path'
import { parseArgs } from 'node:util'
import { isBuildStale } from './build.mjs'
import { openDemoDatabase, seed, takeFolder } from './demo-database.mjs'
import { writeGenerated } from './generated.mjs'
import { isPortTaken, keepRunning, runStep, say, stopAll, stopOnSignals, waitFor } from './processes.mjs'
import { cache, readEnvFile } from './root.mjs'
import { serviceArgs } from './service-args.mjs'
import { keptSecret } from './services.mjs'

const usage = 'npm run demo -- [--fresh] [--scale demo|aisne]'
const readyLimitMs = 120_000

function readOptions() {
  try {
    const { values } = parseArgs({ options: { fresh: { type: 'boolean' }, scale: { type: 'string' } } })
    if (values.scale && !['demo', 'aisne'].includes(values.scale)) throw new Error('unknown scale')
    return values
  } catch (error) {
    throw new Error(`${error.message}\nUsage: ${usage}`)
  }
}

function readPort() {
  const port = Number(process.env.PORT || 3000)
  if (Number.isInteger(port) && port > 0 && port < 65536) return port
  throw new Error(`PORT=${process.env.PORT} is not a port: choose a number from 1 to 65535`)
}

function startPart(name, file, env) {
  const log = path.join(cache, `${name}.log`)
  mkdirSync(cache, { recursive: true })
  const output = openSync(log, 'w')
  const onDeath = (code) =>
    console.error(`The ${name} process ended (code ${code}); its last lines, from ${log}:\n${lastLines(log)}`)
  keepRunning(serviceArgs(file), { env, output, onDeath })
  closeSync(output)
}

const lastLines = (file) => readFileSync(file, 'utf8').trimEnd().split('\n').slice(-15).join('\n')

async function main() {
  const { fresh = false, scale } = readOptions()
  readEnvFile()
  const port = readPort()
  takeFolder(port)
  if (await isPortTaken(port))
    throw new Error(`Port ${port} is taken: free it, or choose another one: PORT=${port + 1} npm run demo`)
  const DATABASE_URL = await openDemoDatabase({
    fresh,
    onExit: (code) => {
      console.error(`PostgreSQL stopped (code ${code})`)
      stopAll(code || 1)
    },
  })
  const address = `http://127.0.0.1:${port}`
  const env = {
    SESSION_SECRET: keptSecret(),
    APP_URL: address,
    ...process.env,
    DATABASE_URL,
    PORT: String(port),
    NODE_ENV: 'production',
    DEMO: '1',
  }
  say(`Generated   ${writeGenerated() ? 'written' : 'up to date'}`)
  if (isBuildStale()) {
    say('Build       building the pages')
    await runStep(['scripts/build.mjs'], env)
  }
  say('Build       up to date')
  await seed(env, scale)
  startPart('web', 'app/server.ts', env)
  startPart('worker', 'workers/main.ts', env)
  await waitFor(`${address}/readyz`, readyLimitMs)
  say('Web, worker started')
  console.log(`
  Look around   ${address}/offres
  Sign in as    ${address}/connexion      (choose one of the demo accounts)
  Messages      ${address}/boite-d-envoi  (every e-mail and SMS that went out)
  Logs          .cache/web.log, .cache/worker.log
  Stop          Ctrl-C
`)
  console.log(`ready ${address}`)
}

stopOnSignals()
main().catch((error) => {
  console.error(error.message)
  stopAll(1)
})
