// Steps and long-lived children of the demo and of development: whatever happens, everything started here stops.
import { spawn } from 'node:child_process'
import { createServer } from 'node:net'
import path from 'node:path'
import { pathToFileURL } from 'node:url'
import { root } from './root.mjs'

const started = Date.now()
const follow = pathToFileURL(path.join(root, 'scripts/follow-parent.mjs')).href
const cleanups = []
const running = new Set()
let stopping = false
const patienceMs = 15_000

/** Prints a line with the seconds since the start. */
export const say = (text) =>
  console.log(`[${((Date.now() - started) / 1000).toFixed(1).padStart(5)} s] ${text}`)

/** Registers work for the end; the last registered runs first. */
export const atEnd = (work) => cleanups.push(work)

const gone = (child) =>
  child.exitCode !== null || child.signalCode !== null
    ? Promise.resolve()
    : new Promise((resolve) => child.once('exit', resolve))

async function end(child) {
  child.kill('SIGTERM')
  const timer = setTimeout(() => child.kill('SIGKILL'), patienceMs)
  await gone(child)
  clearTimeout(timer)
}

/** Stops every child, then runs what was registered, then ends this process with `code`. */
export async function stopAll(code) {
  if (stopping) return
  stopping = true
  await Promise.all([...running].map(end))
  for (const work of cleanups.splice(0).reverse())
    try {
      await work()
    } catch (error) {
      console.error(error.message)
    }
  process.exit(code)
}

/** Ctrl-C, a closed terminal, an ordinary kill and the end of npm all stop everything. */
export function stopOnSignals() {
  for (const signal of ['SIGINT', 'SIGTERM', 'SIGHUP']) process.on(signal, () => stopAll(0))
  // A kill of npm ends the shell between npm and this process, and tells this process nothing.
  const parent = process.ppid
  if (process.env.npm_lifecycle_event) setInterval(() => process.ppid !== parent && stopAll(0), 500).unref()
}

function startNode(args, { env, stdio }) {
  const child = spawn(process.execPath, ['--import', follow, ...args], {
    cwd: root,
    env,
    stdio: [...stdio, 'ipc'],
    detached: true,
  })
  running.add(child)
  child.once('exit', () => running.delete(child))
  return child
}

/** Runs `node <args>` to its end, its output on ours; rejects when it fails. */
export async function runStep(args, env = process.env) {
  const child = startNode(args, { env, stdio: ['ignore', 'inherit', 'inherit'] })
  await gone(child)
  if (stopping) return new Promise(() => {})
  if (child.exitCode !== 0) throw new Error(`node ${args.join(' ')} failed`)
}

/** Starts `node <args>` and stops everything, with the same code, as soon as it ends. `output` is a file descriptor. */
export function keepRunning(args, { env, output = 'inherit', onDeath = () => {} }) {
  const child = startNode(args, { env, stdio: ['ignore', output, output] })
  child.once('exit', (code) => {
    if (stopping) return
    onDeath(code)
    stopAll(code || 1)
  })
}

/** Whether somebody listens to this port already. */
export const isPortTaken = (port, host = '127.0.0.1') =>
  new Promise((resolve) => {
    const probe = createServer()
    probe.once('error', () => resolve(true))
    probe.listen(port, host, () => probe.close(() => resolve(false)))
  })

/** Waits until the address answers 2xx. */
export async function waitFor(url, limitMs) {
  const limit = Date.now() + limitMs
  let last = 'no answer'
  while (Date.now() < limit) {
    try {
      const response = await fetch(url, { signal: AbortSignal.timeout(5000) })
      if (response.ok) return
      last = `status ${response.status}: ${(await response.text()).slice(0, 300)}`
    } catch (error) {
      last = error.cause?.message ?? error.message
    }
    await new Promise((next) => setTimeout(next, 150))
  }
  throw new Error(`${url} is not ready after ${limitMs / 1000} s (${last})`)
}
