// Starts the PostgreSQL that the demo, the tests and the tools need, without touching the system.
import { spawn, spawnSync } from 'node:child_process'
import { randomBytes } from 'node:crypto'
import { chownSync, existsSync, mkdirSync, mkdtempSync, readFileSync, rmSync, writeFileSync } from 'node:fs'
import { createServer } from 'node:net'
import { tmpdir } from 'node:os'
import path from 'node:path'
import { isRoot, mayEnter, outsideFolder, serverAccount } from './account.mjs'
import { postgresBinaries } from './postgres-binaries.mjs'
import { cache } from './root.mjs'

/** A TCP port that nobody listens to on the loopback address. */
export const freePort = () =>
  new Promise((resolve, reject) => {
    const server = createServer()
    server.once('error', reject)
    server.listen(0, '127.0.0.1', () => {
      const { port } = server.address()
      server.close(() => resolve(port))
    })
  })

/** Whether a process of this id runs. */
export function isAlive(pid) {
  try {
    process.kill(pid, 0)
    return true
  } catch (error) {
    return error.code === 'EPERM'
  }
}

const own = (target, who) => who.uid !== undefined && chownSync(target, who.uid, who.gid)

/** The folder of the checkout's own cluster: under `.cache/`, or outside when its account cannot enter there. */
export function clusterFolder() {
  const inside = path.join(cache, 'postgres')
  if (!isRoot) return inside
  mkdirSync(cache, { recursive: true })
  if (mayEnter(cache, serverAccount(inside))) return inside
  return path.join(outsideFolder(), 'postgres')
}

/** `{ pid, port, url }` of the server running in `dir`, else null: a file left by a killed server counts for nothing. */
export function runningCluster(dir = clusterFolder()) {
  let lines
  try {
    lines = readFileSync(path.join(dir, 'data/postmaster.pid'), 'utf8').split('\n')
  } catch (error) {
    if (error.code === 'EACCES')
      throw new Error(`${dir} was made by another user: remove it, or set DATABASE_URL`)
    return null
  }
  const [pid, port] = [Number(lines[0]), Number(lines[3])]
  if (!pid || !port || !isAlive(pid) || !isPostgres(pid)) return null
  return { pid, port, url: urlOf(dir, port) }
}

// A process id is given again after a restart of the machine or of a container.
function isPostgres(pid) {
  try {
    return readFileSync(`/proc/${pid}/cmdline`, 'utf8').includes('postgres')
  } catch {
    return process.platform !== 'linux'
  }
}

function urlOf(dir, port) {
  const file = path.join(dir, 'password')
  const secret = existsSync(file) ? `:${readFileSync(file, 'utf8').trim()}` : ''
  return `postgresql://app${secret}@127.0.0.1:${port}/app`
}

function createCluster({ dir, bin, who, env, fast }) {
  const data = path.join(dir, 'data')
  if (existsSync(path.join(data, 'PG_VERSION'))) return
  rmSync(data, { recursive: true, force: true })
  mkdirSync(data, { recursive: true, mode: 0o700 })
  own(dir, who)
  own(data, who)
  const flags = ['-D', data, '-U', 'app', '-E', 'UTF8', '--locale=C.UTF-8', '--no-sync', '--no-instructions']
  if (fast) flags.push('-A', 'trust')
  else {
    const file = path.join(dir, 'password')
    writeFileSync(file, randomBytes(18).toString('hex'), { mode: 0o600 })
    own(file, who)
    flags.push('-A', 'scram-sha-256', `--pwfile=${file}`)
  }
  const made = spawnSync(path.join(bin, 'initdb'), flags, { ...who, env, cwd: '/', encoding: 'utf8' })
  if (made.status === 0) return
  rmSync(data, { recursive: true, force: true })
  throw new Error(`initdb failed: ${made.stderr || made.error?.message}`)
}

// Stops the server when this process dies without a word: `cat` ends with the pipe that this process holds.
function guard(pid, folder) {
  const last = 'cat >/dev/null; kill -INT "$1"; [ -z "$2" ] || { sleep 2; rm -rf "$2"; }'
  const watcher = spawn('/bin/sh', ['-c', last, 'guard', String(pid), folder ?? ''], {
    stdio: ['pipe', 'ignore', 'ignore'],
    detached: true,
    cwd: '/',
  })
  watcher.on('error', () => {})
  watcher.stdin.on('error', () => {})
  watcher.stdin.unref?.()
  watcher.unref()
  return watcher
}

const exited = (child) =>
  child.exitCode !== null || child.signalCode !== null
    ? Promise.resolve()
    : new Promise((resolve) => child.once('exit', resolve))

/**
 * Starts a PostgreSQL server on a free port of the loopback address and returns `{ url, port, stop }`.
 * - `dir`: where its data lives and stays; without it, the checkout's own cluster.
 * - `fast`: for tests; a new folder that disappears with the server, and nothing waits for the disk.
 * - `settings`: settings of the server, by name.
 * - `onExit`: called with the code when the server ends by itself.
 * A server left behind in `dir` by a killed process is stopped first; one in use by another process is left alone.
 * @param {{ dir?: string, fast?: boolean, settings?: Record<string, string>, onExit?: (code: number) => void }} [options]
 */
export async function startPostgres({ dir, fast = false, settings: wanted, onExit } = {}) {
  const temporary = fast && !dir
  if (temporary) dir = mkdtempSync(path.join(tmpdir(), 'actifs-test-'))
  dir ??= clusterFolder()
  const who = serverAccount(path.join(dir, 'data'))
  const bin = postgresBinaries(who)
  mkdirSync(dir, { recursive: true })
  await stopLeftover(dir)
  const owner = path.join(dir, 'owner')
  writeFileSync(owner, String(process.pid))
  const env = { ...process.env, LC_MESSAGES: 'C' }
  createCluster({ dir, bin, who, env, fast })
  const port = await freePort()
  const settings = {
    listen_addresses: '127.0.0.1',
    unix_socket_directories: '',
    max_connections: '200',
    ...(fast && { fsync: 'off', synchronous_commit: 'off', full_page_writes: 'off' }),
    ...wanted,
  }
  const flags = Object.entries(settings).flatMap(([name, value]) => ['-c', `${name}=${value}`])
  const server = spawn(
    path.join(bin, 'postgres'),
    ['-D', path.join(dir, 'data'), '-p', String(port), ...flags],
    {
      ...who,
      env,
      cwd: '/',
      stdio: ['ignore', 'ignore', 'pipe'],
      detached: true,
    },
  )
  await new Promise((resolve, reject) => {
    let log = ''
    server.stderr.on('data', (text) => {
      log = (log + text).slice(-4000)
      if (log.includes('ready to accept connections')) resolve()
    })
    server.once('error', reject)
    server.once('exit', (code) => reject(new Error(`PostgreSQL stopped with code ${code}:\n${log}`)))
  })
  const watcher = guard(server.pid, temporary ? dir : undefined)
  let stopping = false
  server.once('exit', (code) => stopping || onExit?.(code ?? 1))
  async function stop() {
    stopping = true
    watcher.kill('SIGKILL')
    server.kill('SIGINT')
    await exited(server)
    rmSync(owner, { force: true })
    if (temporary) rmSync(dir, { recursive: true, force: true })
  }
  return { url: urlOf(dir, port), port, stop }
}

function ownerOf(dir) {
  try {
    return Number(readFileSync(path.join(dir, 'owner'), 'utf8'))
  } catch {
    return 0
  }
}

async function stopLeftover(dir) {
  const left = runningCluster(dir)
  if (!left) {
    rmSync(path.join(dir, 'data/postmaster.pid'), { force: true })
    return
  }
  const owner = ownerOf(dir)
  if (owner && owner !== process.pid && isAlive(owner))
    throw new Error(`The database of this folder is in use by process ${owner}: let it end, or stop it`)
  for (const signal of ['SIGINT', 'SIGQUIT']) {
    process.kill(left.pid, signal)
    for (let i = 0; i < 100 && isAlive(left.pid); i++) await new Promise((next) => setTimeout(next, 50))
    if (!isAlive(left.pid)) return
  }
  throw new Error(`PostgreSQL (process ${left.pid}) does not stop: end it, then start again`)
}

/** A secret that signs sessions and links, kept in `.cache/` from one start to the next. */
export function keptSecret() {
  const file = path.join(cache, 'session-secret')
  mkdirSync(cache, { recursive: true })
  if (!existsSync(file)) writeFileSync(file, randomBytes(32).toString('hex'), { mode: 0o600 })
  return readFileSync(file, 'utf8').trim()
}

/**
 * The database of a command-line tool, as `{ url, settings, stop }`: DATABASE_URL, else the checkout's running cluster,
 * else that cluster started until `stop` is called. `settings` are the variables that the application then runs with.
 */
export async function openDatabase() {
  const nothing = async () => {}
  const given = process.env.DATABASE_URL
  if (given) return { url: given, settings: { DATABASE_URL: given, NODE_ENV: 'development' }, stop: nothing }
  const { url, stop } = runningCluster() ?? (await startPostgres())
  const settings = { DATABASE_URL: url, NODE_ENV: 'development', DEMO: '1', SESSION_SECRET: keptSecret() }
  return { url, settings, stop: stop ?? nothing }
}
