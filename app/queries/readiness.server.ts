import { db } from '#app/db/client.server.ts'
import { findOldestWaiting } from '#app/db/health.server.ts'
import { searchHealth } from '#search/engine.server.ts'

const PATIENCE_MS = 3000
/** A fact that waits longer than this, in seconds, says that no worker takes them. */
const LATE_SECONDS = 60

function inTime<T>(work: Promise<T>): Promise<T | null> {
  let timer: NodeJS.Timeout | undefined
  const late = new Promise<null>((resolve) => {
    timer = setTimeout(() => resolve(null), PATIENCE_MS)
  })
  return Promise.race([work.catch(() => null), late]).finally(() => clearTimeout(timer))
}

const searchState = (health: { postgres: boolean; meilisearch: boolean | null } | null) => {
  if (!health?.postgres) return health?.meilisearch ? 'up' : 'down'
  return health.meilisearch === false ? 'fallback' : 'up'
}

/**
 * Whether this process can answer: database, queue and search each with its state. The queue is read from the facts that
 * wait in the database: `late` says that no worker takes them, while pages still work. Seconds are whole.
 */
export async function getReadiness(now: Date) {
  const [waiting, health] = await Promise.all([
    inTime(findOldestWaiting(db()).then((since) => ({ since }))),
    inTime(searchHealth()),
  ])
  const waitingSeconds = waiting?.since
    ? Math.max(0, Math.floor((now.getTime() - waiting.since.getTime()) / 1000))
    : 0
  const database = { state: waiting ? 'up' : 'down' }
  const queueState = waiting ? (waitingSeconds > LATE_SECONDS ? 'late' : 'up') : 'unknown'
  const search = {
    state: searchState(health),
    postgres: health?.postgres ?? false,
    meilisearch: health?.meilisearch ?? null,
  }
  return {
    isReady: database.state === 'up' && search.state !== 'down',
    parts: { database, queue: { state: queueState, oldestWaitingSeconds: waitingSeconds }, search },
  }
}
