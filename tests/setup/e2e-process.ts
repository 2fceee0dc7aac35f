import { type ChildProcess, spawn } from 'node:child_process'
import path from 'node:path'
import { pathToFileURL } from 'node:url'
import { root } from '#scripts/root.mjs'

const PATIENCE_MS = 15_000
const fileUrl = (file: string) => pathToFileURL(path.join(root, file)).href
const preloads = [fileUrl('scripts/follow-parent.mjs'), fileUrl('tests/setup/shifted-clock.mjs'), 'tsx']

export type E2eProcess = {
  /** Everything it wrote so far. */
  output(): string
  /** The new lines of its log at the level error or above, and what is no log at all. */
  takeErrors(): string[]
  isRunning(): boolean
  /** Asks it to stop, as an operator does, and waits. */
  stop(): Promise<void>
  /** kill -9, and waits until it is gone. */
  kill(): Promise<void>
}

const isError = (line: string) => {
  try {
    return ['error', 'fatal'].includes((JSON.parse(line) as { level: string }).level)
  } catch {
    return line.trim() !== ''
  }
}

const gone = (child: ChildProcess) =>
  child.exitCode !== null || child.signalCode !== null
    ? Promise.resolve()
    : new Promise<void>((resolve) => child.once('exit', () => resolve()))

/** Starts `node file` with the clock of the end-to-end tests; it ends with the process of the test. */
export function startProcess(file: string, env: Record<string, string>): E2eProcess {
  // Prisma reads the relations of a row side by side inside a transaction, which pg announces it will refuse one day.
  const quiet = '--disable-warning=DeprecationWarning'
  const args = [quiet, ...preloads.flatMap((preload) => ['--import', preload]), file]
  const child = spawn(process.execPath, args, {
    cwd: root,
    env: { PATH: process.env.PATH, TZ: 'Europe/Paris', NODE_ENV: 'production', DEMO: '1', ...env },
    stdio: ['ignore', 'pipe', 'pipe', 'ipc'],
  })
  let output = ''
  let taken = 0
  const read = (text: Buffer) => {
    output += text
  }
  child.stdout?.on('data', read)
  child.stderr?.on('data', read)
  const end = async (signal: NodeJS.Signals) => {
    child.kill(signal)
    const timer = setTimeout(() => child.kill('SIGKILL'), PATIENCE_MS)
    await gone(child)
    clearTimeout(timer)
  }
  return {
    output: () => output,
    takeErrors() {
      const lines = output.split('\n').filter(isError)
      const fresh = lines.slice(taken)
      taken = lines.length
      return fresh
    },
    isRunning: () => child.exitCode === null && child.signalCode === null,
    stop: () => end('SIGTERM'),
    kill: () => end('SIGKILL'),
  }
}
