import { spawn } from 'node:child_process'
import { chmodSync, existsSync, mkdtempSync, readdirSync, readFileSync, rmSync, writeFileSync } from 'node:fs'
import { tmpdir } from 'node:os'
import path from 'node:path'
import pg from 'pg'
import { afterEach, beforeEach, expect, test } from 'vitest'
import { isAlive, runningCluster, startPostgres } from '#scripts/services.mjs'

const services = new URL('../../scripts/services.mjs', import.meta.url).href
let dir = ''

beforeEach(() => {
  dir = mkdtempSync(path.join(tmpdir(), 'actifs-test-services-'))
  chmodSync(dir, 0o755)
})
afterEach(() => rmSync(dir, { recursive: true, force: true }))

async function query(url: string, text: string) {
  const client = new pg.Client({ connectionString: url.replace(/app$/, 'postgres') })
  await client.connect()
  try {
    return (await client.query(text)).rows
  } finally {
    await client.end()
  }
}

/** Another process that starts the cluster of `dir`, ready once it has written its address. */
async function startElsewhere() {
  const code = `import(${JSON.stringify(services)}).then(async (m) => console.log((await m.startPostgres({ dir: ${JSON.stringify(dir)} })).url))`
  const child = spawn(process.execPath, ['-e', code], { stdio: ['ignore', 'pipe', 'inherit'] })
  const url = await new Promise<string>((ready) =>
    child.stdout.once('data', (text) => ready(String(text).trim())),
  )
  return { child, url }
}

/** The processes whose command line holds these words, read where Linux keeps them. */
function processesWith(words: string) {
  return readdirSync('/proc')
    .filter((name) => /^\d+$/.test(name))
    .filter((pid) => {
      try {
        return readFileSync(`/proc/${pid}/cmdline`, 'utf8').replaceAll('\0', ' ').includes(words)
      } catch {
        return false
      }
    })
    .map(Number)
}

async function until(condition: () => boolean) {
  for (let i = 0; i < 200 && !condition(); i++) await new Promise((next) => setTimeout(next, 50))
  expect(condition()).toBe(true)
}

test('data stays from one start to the next, and a password guards it', async () => {
  const first = await startPostgres({ dir })
  await query(first.url, 'create table kept (n int)')
  const withoutPassword = first.url.replace(/:[0-9a-f]+@/, '@')
  expect(withoutPassword).not.toBe(first.url)
  await expect(query(withoutPassword, 'select 1')).rejects.toThrow(/password/)
  await first.stop()
  const second = await startPostgres({ dir })
  expect(await query(second.url, `select to_regclass('kept')::text as t`)).toEqual([{ t: 'kept' }])
  await second.stop()
  expect(runningCluster(dir)).toBeNull()
})

test('the server stops when the process that started it is killed', async () => {
  const { child } = await startElsewhere()
  const running = runningCluster(dir)
  expect(running).not.toBeNull()
  child.kill('SIGKILL')
  await until(() => !isAlive(running?.pid ?? 0))
})

test('a server that outlived its starter is stopped, and its data taken over', async () => {
  const { child, url } = await startElsewhere()
  await query(url, 'create table kept (n int)')
  const running = runningCluster(dir)
  // The watcher goes first, as when a whole session is killed.
  const watchers = processesWith(`guard ${running?.pid} `)
  expect(watchers).toHaveLength(1)
  for (const pid of watchers) process.kill(pid, 'SIGKILL')
  child.kill('SIGKILL')
  await until(() => child.signalCode !== null)
  expect(isAlive(running?.pid ?? 0)).toBe(true)
  const next = await startPostgres({ dir })
  expect(isAlive(running?.pid ?? 0)).toBe(false)
  expect(await query(next.url, `select to_regclass('kept')::text as t`)).toEqual([{ t: 'kept' }])
  await next.stop()
})

test('a cluster in use by another process is left alone', async () => {
  const { child, url } = await startElsewhere()
  await expect(startPostgres({ dir })).rejects.toThrow(`in use by process ${child.pid}`)
  expect(await query(url, 'select 1 as n')).toEqual([{ n: 1 }])
  child.kill('SIGKILL')
  await until(() => runningCluster(dir) === null)
})

test('a lock file that names a process of another kind counts for nothing', async () => {
  const first = await startPostgres({ dir })
  await first.stop()
  const lock = path.join(dir, 'data/postmaster.pid')
  writeFileSync(lock, `${process.pid}\n${path.join(dir, 'data')}\n0\n5432\n\n127.0.0.1\n`)
  expect(runningCluster(dir)).toBeNull()
  const second = await startPostgres({ dir })
  expect(readFileSync(lock, 'utf8')).not.toMatch(new RegExp(`^${process.pid}\n`))
  await second.stop()
})

test('a cluster for tests disappears with its server', async () => {
  const { url, port, stop } = await startPostgres({ fast: true })
  const [{ folder } = { folder: '' }] = await query(url, `select current_setting('data_directory') as folder`)
  expect(existsSync(folder)).toBe(true)
  expect(url).toContain(`:${port}/`)
  await stop()
  expect(existsSync(folder)).toBe(false)
})
