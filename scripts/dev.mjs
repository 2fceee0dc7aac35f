// Development: the demo's database, pages rebuilt on each change (Vite), the worker restarted on each change.
import { createRequire } from 'node:module'
import { openDemoDatabase, seed, takeFolder } from './demo-database.mjs'
import { writeGenerated } from './generated.mjs'
import { isPortTaken, keepRunning, say, stopAll, stopOnSignals, waitFor } from './processes.mjs'
import { readEnvFile } from './root.mjs'
import { keptSecret } from './services.mjs'

const tsx = createRequire(import.meta.url).resolve('tsx/cli')
const readyLimitMs = 120_000

async function main() {
  readEnvFile()
  const port = Number(process.env.PORT || 3000)
  takeFolder(port)
  if (await isPortTaken(port))
    throw new Error(`Port ${port} is taken: free it, or choose another one: PORT=${port + 1} npm run dev`)
  const DATABASE_URL = await openDemoDatabase({
    fresh: process.argv.includes('--fresh'),
    onExit: (code) => stopAll(code || 1),
  })
  const address = `http://127.0.0.1:${port}`
  const env = {
    SESSION_SECRET: keptSecret(),
    APP_URL: address,
    DEMO: '1',
    ...process.env,
    DATABASE_URL,
    PORT: String(port),
    NODE_ENV: 'development',
  }
  say(`Generated   ${writeGenerated() ? 'written' : 'up to date'}`)
  await seed(env)
  keepRunning(['--import', 'tsx', 'app/server.ts'], { env })
  keepRunning([tsx, 'watch', '--clear-screen=false', 'workers/main.ts'], { env })
  await waitFor(`${address}/readyz`, readyLimitMs)
  console.log(`ready ${address}`)
}

stopOnSignals()
main().catch((error) => {
  console.error(error.message)
  stopAll(1)
})
