// Builds the web application into build/: Prisma client, Remix, then compressed twins of the static files.
import { spawnSync } from 'node:child_process'
import { createHash } from 'node:crypto'
import { existsSync, mkdirSync, readdirSync, readFileSync, statSync, writeFileSync } from 'node:fs'
import { createRequire } from 'node:module'
import path from 'node:path'
import { promisify } from 'node:util'
import zlib from 'node:zlib'
import { writeGenerated } from './generated.mjs'
import { cache, isMain, root } from './root.mjs'

const stamp = path.join(cache, 'build.sha256')
const built = path.join(root, 'build/server/index.js')
const client = path.join(root, 'build/client')
const sources = [
  'app',
  'search',
  'public',
  'prisma/schema.prisma',
  'package-lock.json',
  'package.json',
  'remix.config.js',
  'scripts/build.mjs',
  'tsconfig.json',
  'vite.config.ts',
]
const compressible = /\.(css|html|js|json|mjs|pbf|svg|txt|webmanifest|xml)$/
const smallestBytes = 1024

function filesOf(name) {
  const file = path.join(root, name)
  if (!existsSync(file)) return []
  if (statSync(file).isFile()) return [name]
  return readdirSync(file)
    .sort()
    .map((child) => path.posix.join(name, child))
    .filter((child) => child !== 'app/db/generated')
    .flatMap(filesOf)
}

function fingerprint() {
  const hash = createHash('sha256').update(process.version)
  for (const name of sources.flatMap(filesOf)) hash.update(name).update(readFileSync(path.join(root, name)))
  return hash.digest('hex')
}

/** Whether build/ is missing or older than the sources. */
export const isBuildStale = () =>
  !existsSync(built) || !existsSync(stamp) || readFileSync(stamp, 'utf8') !== fingerprint()

async function compressClient() {
  const brotli = promisify(zlib.brotliCompress)
  const gzip = promisify(zlib.gzip)
  const quality = { params: { [zlib.constants.BROTLI_PARAM_QUALITY]: 11 } }
  for (const name of readdirSync(client, { recursive: true })) {
    const file = path.join(client, String(name))
    if (!compressible.test(file) || !statSync(file).isFile()) continue
    const content = readFileSync(file)
    if (content.length < smallestBytes) continue
    const [br, gz] = await Promise.all([brotli(content, quality), gzip(content, { level: 9 })])
    if (br.length < content.length) writeFileSync(`${file}.br`, br)
    if (gz.length < content.length) writeFileSync(`${file}.gz`, gz)
  }
}

/** Builds everything; throws with the builder's own words when it fails. */
export async function build() {
  writeGenerated()
  const wanted = fingerprint()
  const cli = createRequire(import.meta.url).resolve('@remix-run/dev/dist/cli.js')
  const { status, stdout, stderr } = spawnSync(process.execPath, [cli, 'vite:build'], {
    cwd: root,
    encoding: 'utf8',
    env: { ...process.env, NODE_ENV: 'production' },
  })
  if (status !== 0) throw new Error(`remix vite:build failed:\n${stdout}${stderr}`)
  await compressClient()
  mkdirSync(cache, { recursive: true })
  writeFileSync(stamp, wanted)
}

if (isMain(import.meta)) {
  try {
    if (process.argv.includes('--if-stale') && !isBuildStale()) console.log('build/ is up to date')
    else {
      await build()
      console.log('Built into build/')
    }
  } catch (error) {
    console.error(error.message)
    process.exitCode = 1
  }
}
