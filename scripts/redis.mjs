// Starts a Redis for the tests: the one on the PATH, else Debian's packages unpacked under .cache/ (no root needed).
import { spawn, spawnSync } from 'node:child_process'
import { accessSync, constants, existsSync, mkdirSync, readdirSync, rmSync } from 'node:fs'
import path from 'node:path'
import { isRoot } from './account.mjs'
import { cache } from './root.mjs'
import { freePort } from './services.mjs'

const packages = [
  'redis-tools',
  'libjemalloc2',
  'liblzf1',
  'liblua5.1-0',
  'lua-bitop',
  'lua-cjson',
  'libatomic1',
]

function onPath(names) {
  for (const folder of (process.env.PATH ?? '').split(path.delimiter))
    for (const name of names)
      try {
        accessSync(path.join(folder, name), constants.X_OK)
        return path.join(folder, name)
      } catch {}
  return undefined
}

function unpacked() {
  const folder = path.join(cache, 'redis')
  const file = path.join(folder, 'root/usr/bin/redis-check-rdb') // redis-server is a link to it
  const arch = process.arch === 'arm64' ? 'aarch64' : 'x86_64'
  const libraries = path.join(folder, 'root/usr/lib', `${arch}-linux-gnu`)
  if (!existsSync(file)) {
    mkdirSync(folder, { recursive: true })
    const run = (command, args) => spawnSync(command, args, { cwd: folder, stdio: 'ignore' }).status === 0
    const download = () => run('apt-get', ['-qq', 'download', ...packages])
    if (!download() && !(isRoot && run('apt-get', ['-qq', 'update']) && download())) return undefined
    for (const deb of readdirSync(folder).filter((name) => name.endsWith('.deb'))) {
      if (!run('dpkg-deb', ['-x', deb, 'root'])) return undefined
      rmSync(path.join(folder, deb))
    }
  }
  return { file, env: { ...process.env, LD_LIBRARY_PATH: libraries } }
}

/** `{ url, stop }` of a Redis that keeps nothing, or undefined when none can be had here. TEST_REDIS_URL wins. */
export async function startRedis() {
  if (process.env.TEST_REDIS_URL) return { url: process.env.TEST_REDIS_URL, async stop() {} }
  const installed = onPath(['redis-server', 'valkey-server'])
  const program = installed ? { file: installed, env: process.env } : unpacked()
  if (!program) return undefined
  const port = await freePort()
  const flags = ['--port', port, '--bind', '127.0.0.1', '--save', '', '--appendonly', 'no']
  const server = spawn(program.file, [...flags.map(String), '--maxmemory-policy', 'noeviction'], {
    argv0: 'redis-server',
    env: program.env,
    cwd: '/',
    stdio: ['ignore', 'pipe', 'ignore'],
  })
  const up = await new Promise((resolve) => {
    server.stdout.on('data', (text) => String(text).includes('Ready to accept connections') && resolve(true))
    server.once('error', () => resolve(false))
    server.once('exit', () => resolve(false))
  })
  if (!up) return undefined
  async function stop() {
    const gone = new Promise((resolve) => server.once('exit', resolve))
    if (server.exitCode === null && server.signalCode === null && server.kill('SIGTERM')) await gone
  }
  return { url: `redis://127.0.0.1:${port}`, stop }
}
