import { env } from '#app/system/env.server.ts'
import { logger } from '#app/system/logger.server.ts'
import { startWorker } from './start-worker.ts'

const STOP_LIMIT_MS = 9000

const stop = startWorker(env())
logger.info({ queues: env().REDIS_URL ? 'redis' : 'postgresql' }, 'worker started')

let stopping = false
async function stopOnce(signal: string) {
  if (stopping) return
  stopping = true
  logger.info({ signal }, 'worker stops')
  // Whatever is cut short here is done again by the next worker.
  setTimeout(() => process.exit(0), STOP_LIMIT_MS).unref()
  await stop().catch((err: unknown) => logger.warn({ err }, 'worker stopped badly'))
  process.exit(0)
}
process.on('SIGTERM', () => void stopOnce('SIGTERM'))
process.on('SIGINT', () => void stopOnce('SIGINT'))
// Connections that break while nobody waits for them; the loops above connect again.
process.on('unhandledRejection', (err) => logger.error({ err }, 'unhandled rejection'))
