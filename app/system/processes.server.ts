import cluster, { type Worker } from 'node:cluster'
import { logger } from './logger.server.ts'

const RESTART_MS = 1000

/** True in the process that starts the others, and answers nobody. */
export const isFirstProcess = (): boolean => cluster.isPrimary

/**
 * Runs this script in `count` more processes, which share its port. One that ends is replaced a second later; when none has ever
 * listened, all end. SIGTERM and SIGINT ask each to stop, and this process ends once all have.
 */
export function runProcesses(count: number): void {
  const alive = new Set<Worker>()
  let hasListened = false
  let isStopping = false
  const start = () => {
    if (!isStopping) alive.add(cluster.fork())
  }
  const stop = () => {
    isStopping = true
    for (const { process: child } of alive) child.kill('SIGTERM')
    if (alive.size === 0) process.exit()
  }
  cluster.on('listening', () => {
    hasListened = true
  })
  cluster.on('exit', (worker, code, signal) => {
    alive.delete(worker)
    if (isStopping) return stop()
    if (!hasListened) {
      process.exitCode = 1
      return stop()
    }
    logger.error({ ended: worker.process.pid, code, signal }, 'a web process ended, another starts')
    setTimeout(start, RESTART_MS)
  })
  process.on('SIGTERM', stop)
  process.on('SIGINT', stop)
  for (let next = 0; next < count; next++) start()
}
