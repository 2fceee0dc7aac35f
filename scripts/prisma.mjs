// Runs Prisma's command line. Its generator works without the schema engine, which the other commands download.
import { spawnSync } from 'node:child_process'
import { createHash } from 'node:crypto'
import { existsSync, readFileSync, writeFileSync } from 'node:fs'
import { createRequire } from 'node:module'
import path from 'node:path'
import { isMain, root } from './root.mjs'

const require = createRequire(import.meta.url)
const folder = path.join(root, 'app/db/generated')
const stamp = path.join(folder, 'schema.sha256')
const withoutEngine = new Set(['generate', 'validate', 'format', 'version', '--version', '-v'])

/** Runs `prisma <args>` in the project's folder and returns the result of `spawnSync`. */
export function prisma(args, options = {}) {
  const env = { CHECKPOINT_DISABLE: '1', PRISMA_HIDE_UPDATE_MESSAGE: '1', ...process.env }
  // Any executable will do here: these commands look for the engine and never start it.
  if (withoutEngine.has(args[0])) env.PRISMA_SCHEMA_ENGINE_BINARY ??= process.execPath
  return spawnSync(process.execPath, [require.resolve('prisma/build/index.js'), ...args], {
    cwd: root,
    stdio: 'inherit',
    env,
    ...options,
  })
}

const fingerprint = () =>
  createHash('sha256')
    .update(readFileSync(path.join(root, 'prisma/schema.prisma')))
    .update(require('prisma/package.json').version)
    .digest('hex')

/** Writes the Prisma client to app/db/generated unless it is there for the present schema; returns whether it wrote. */
export function generateClient({ force = false } = {}) {
  const wanted = fingerprint()
  const present = existsSync(stamp) && existsSync(path.join(folder, 'client.ts'))
  if (!force && present && readFileSync(stamp, 'utf8') === wanted) return false
  const { status, stdout, stderr } = prisma(['generate'], { stdio: 'pipe', encoding: 'utf8' })
  if (status !== 0) throw new Error(`prisma generate failed:\n${stdout}${stderr}`)
  writeFileSync(stamp, wanted)
  return true
}

if (isMain(import.meta)) {
  const args = process.argv.slice(2)
  try {
    if (args.length === 1 && args[0] === 'generate') {
      generateClient({ force: true })
      console.log('Prisma client written to app/db/generated')
    } else process.exitCode = prisma(args).status ?? 1
  } catch (error) {
    console.error(error.message)
    process.exitCode = 1
  }
}
