import { closeDb } from '#app/db/client.server.ts'
import { closeRaw } from '#app/db/raw.server.ts'
import { systemClock } from '#app/system/clock.server.ts'
import type { Env } from '#app/system/env.server.ts'
import { logger } from '#app/system/logger.server.ts'
import { prepareSearch } from '#search/reindex.server.ts'
import { chooseGateways } from './gateways/choose-gateways.ts'
import { createThreadMatcher } from './matching/thread-matcher.ts'
import { openQueues } from './queues.ts'
import { startRelay } from './relay.ts'
import { createRunJob } from './run-job.ts'
import { startSchedules } from './schedules.ts'

/**
 * Starts relay, workers and schedules, once the queues can be reached. The function returned stops them, jobs under way
 * finished first.
 */
export async function startWorker(env: Env): Promise<() => Promise<void>> {
  const matcher = createThreadMatcher()
  const queues = await openQueues({ databaseUrl: env.DATABASE_URL, redisUrl: env.REDIS_URL })
  const stopWorkers = queues.start(
    createRunJob({
      clock: systemClock,
      queues,
      matcher,
      ...chooseGateways(env, systemClock),
      appUrl: env.APP_URL,
      mailFrom: env.MAIL_FROM,
      smsSender: env.SMS_SENDER,
      isAnyHour: env.DEMO && !env.SMTP_URL && env.SMS_PROVIDER === 'local',
    }),
  )
  const stopRelay = startRelay(queues, systemClock)
  const stopSchedules = startSchedules(queues)
  prepareSearch()
    .then((built) => built.length > 0 && logger.info({ engines: built }, 'search built'))
    .catch((err: unknown) => logger.error({ err }, 'search not prepared'))
  return async () => {
    stopSchedules()
    await stopRelay()
    await stopWorkers()
    await queues.close()
    await matcher.close()
    await closeDb()
    await closeRaw()
  }
}
