import { type ChildProcess, spawn } from 'node:child_process'

/** A worker as it runs in production, in a process of its own. */
export type WorkerProcess = {
  /** Everything it has written so far, one JSON line each. */
  lines: string[]
  kill(signal: NodeJS.Signals): Promise<{ code: number | null; ms: number }>
  isAlive(): boolean
}

const running = new Set<ChildProcess>()

/** Starts `workers/main.ts` with this environment on top of the test's, and resolves once it says that it has started. */
export async function startWorkerProcess(env: Record<string, string>): Promise<WorkerProcess> {
  const child = spawn(process.execPath, ['--import', 'tsx', 'workers/main.ts'], {
    env: { ...process.env, NODE_ENV: 'test', LOG_LEVEL: 'info', ...env },
    stdio: ['ignore', 'pipe', 'pipe'],
  })
  running.add(child)
  const lines: string[] = []
  let left = ''
  const read = (chunk: Buffer) => {
    const parts = (left + chunk).split('\n')
    left = parts.pop() ?? ''
    lines.push(...parts)
  }
  child.stdout?.on('data', read)
  child.stderr?.on('data', read)
  const exited = new Promise<number | null>((resolve) =>
    child.once('exit', (code) => {
      running.delete(child)
      resolve(code)
    }),
  )
  const isAlive = () => child.exitCode === null && child.signalCode === null
  const end = Date.now() + 60_000
  while (!lines.some((line) => line.includes('worker started'))) {
    if (!isAlive() || Date.now() > end)
      throw new Error(`the worker did not start:\n${lines.join('\n')}\n${left}`)
    await new Promise((resolve) => setTimeout(resolve, 20))
  }
  return {
    lines,
    isAlive,
    async kill(signal) {
      const startedAt = Date.now()
      child.kill(signal)
      return { code: await exited, ms: Date.now() - startedAt }
    },
  }
}

/** Ends the workers that a failed test has left behind. */
export function endWorkerProcesses(): void {
  for (const child of running) child.kill('SIGKILL')
}

/** Waits until something is true, looking every few milliseconds. */
export async function until(
  isTrue: () => Promise<boolean>,
  options: { ms: number; every?: number; what: string },
) {
  const end = Date.now() + options.ms
  while (!(await isTrue())) {
    if (Date.now() > end) throw new Error(`not in ${options.ms} ms: ${options.what}`)
    await new Promise((resolve) => setTimeout(resolve, options.every ?? 50))
  }
}
