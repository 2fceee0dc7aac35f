import { logger } from '#app/system/logger.server.ts'
import type { JobName, JobToAdd } from './jobs.ts'
import type { Queues } from './queues.ts'

const SECONDS = 1000
const MINUTES = 60 * SECONDS

/** What time alone brings about, and how often it is looked at. */
export const SCHEDULES = {
  'send-due-messages': 10 * SECONDS,
  'reconcile-messages': 1 * MINUTES,
  'requeue-events': 1 * MINUTES,
  'expire-offers': 5 * MINUTES,
  'plan-rematch': 5 * MINUTES,
  'remind-offers': 30 * MINUTES,
  'remind-applications': 30 * MINUTES,
  'close-unanswered-applications': 30 * MINUTES,
  'suspend-inactive': 60 * MINUTES,
  'purge-unproven': 60 * MINUTES,
  'notice-erasures': 30 * MINUTES,
  'erase-inactive-accounts': 30 * MINUTES,
  'tell-new-offers': 5 * MINUTES,
  'pause-old-searches': 30 * MINUTES,
  'delete-old-records': 30 * MINUTES,
} as const satisfies Partial<Record<JobName, number>>

/** The job of a schedule at an instant. Its id names the slot of time, so that several workers add it once. */
export const scheduledJob = (name: keyof typeof SCHEDULES, at: Date): JobToAdd => ({
  name,
  data: {},
  id: `${name}-${Math.floor(at.getTime() / SCHEDULES[name])}`,
})

/** Adds each scheduled job at once and then at its interval. The function returned stops. */
export function startSchedules(queues: Pick<Queues, 'add'>): () => void {
  const names = Object.keys(SCHEDULES) as (keyof typeof SCHEDULES)[]
  const timers = names.map((name) => {
    const tick = () =>
      queues
        .add([scheduledJob(name, new Date())])
        .catch((err: unknown) => logger.warn({ err, job: name }, 'schedule'))
    void tick()
    return setInterval(tick, SCHEDULES[name])
  })
  return () => {
    for (const timer of timers) clearInterval(timer)
  }
}
