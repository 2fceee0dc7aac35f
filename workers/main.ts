import { env } from '#app/system/env.server.ts'
import { logger } from '#app/system/logger.server.ts'
import { startWorker } from './start-worker.ts'

const STOP_LIMIT_MS = 9000

let stop: () => Promise<void> = async () => {}
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

// A connection that the server ends while nobody waits for its answer; the loops connect again.
const isConnectionLost = (error: unknown): boolean =>
  error instanceof Error &&
  (/terminat|ECONNRE|EPIPE|closed/i.test(error.message) ||
    ['57P01', '57P02', '57P03', 'ECONNRESET', 'ECONNREFUSED', 'EPIPE'].includes(
      String((error as { code?: unknown }).code),
    ))

function survive(err: unknown) {
  if (isConnectionLost(err)) return logger.warn({ err }, 'connection lost')
  logger.fatal({ err }, 'worker crashes')
  process.exit(1)
}

process.on('uncaughtException', survive)
process.on('unhandledRejection', survive)
process.on('SIGTERM', () => void stopOnce('SIGTERM'))
process.on('SIGINT', () => void stopOnce('SIGINT'))

stop = await startWorker(env())
logger.info({ queues: env().REDIS_URL ? 'redis' : 'postgresql' }, 'worker started')
