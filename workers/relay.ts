import { type Listener, listen } from '#app/db/listen.server.ts'
import { claimEvents, markRelayed } from '#app/db/outbox.server.ts'
import { inTransaction } from '#app/db/transaction.server.ts'
import { ok } from '#app/domain/result.ts'
import type { Clock } from '#app/system/clock.server.ts'
import { logger } from '#app/system/logger.server.ts'
import type { Queues } from './queues.ts'
import { jobsForAll, KNOWN_FACTS, reactionsTo } from './subscriptions.ts'

const SECONDS = 1000
const BATCH = 200
const POLL_MS = 2 * SECONDS
/**
 * From one turn that relays to the next: facts that come meanwhile share their jobs. The first of them never waits. Where a turn takes
 * long there is much to do: more of them then share what it costs.
 */
const GATHER_MS = 100
const GATHER_TURNS = 4
const MOST_GATHER_MS = 200
const gatherMs = (turnMs: number) => Math.min(MOST_GATHER_MS, Math.max(GATHER_MS, GATHER_TURNS * turnMs))
/** Held by a relay that is awake: facts then call nobody (`notify_outbox`). Some may be committed a little later: they are looked for this long. */
const AWAKE = 'relay awake'
const LOOK_AGAIN_MS = 500
const RETRY_MS = 1 * SECONDS

/**
 * Hands facts not yet relayed to the queues, then marks them, in one transaction: a crash in between adds the same jobs
 * again under the same ids. Several relays share the work. Returns how many facts were relayed.
 */
export async function relayOnce(queues: Pick<Queues, 'add'>, clock: Clock): Promise<number> {
  const result = await inTransaction(async (tx) => {
    const events = await claimEvents(tx, BATCH)
    if (events.length === 0) return ok(0)
    await queues.add(jobsForAll(events))
    await markRelayed(tx, {
      ids: events.map(({ id }) => id),
      settledIds: events
        .filter(({ event }) => KNOWN_FACTS.includes(event.type) && reactionsTo(event.type).length === 0)
        .map(({ id }) => id),
      now: clock(),
    })
    return ok(events.length)
  })
  return result.ok ? result.value : 0
}

/**
 * Relays facts as they come. Asleep, it looks every two seconds (`pollMs`), and is woken by NOTIFY. Awake, it looks every tenth of a second, until
 * none has come for half a second, and for half a second more once those who come call again. The function returned stops it.
 */
export function startRelay(queues: Queues, clock: Clock, pollMs = POLL_MS): () => Promise<void> {
  let stopped = false
  let wake = () => {}
  let listener: Listener | null = null
  let isAwake = false
  const pause = (ms: number) =>
    new Promise<void>((resolve) => {
      const timer = setTimeout(resolve, ms)
      wake = () => {
        clearTimeout(timer)
        resolve()
      }
    })
  const delay = (ms: number) => new Promise((resolve) => setTimeout(resolve, ms))
  let notified = false
  async function hear() {
    if (listener || stopped) return
    try {
      listener = await listen('outbox', {
        onNotify: () => {
          notified = true
          wake()
        },
        onLost: (err) => {
          listener = null
          isAwake = false
          logger.warn({ err }, 'relay: listening again')
        },
      })
    } catch (err) {
      logger.warn({ err }, 'relay: cannot listen, looking instead')
    }
  }
  let lookUntil = Number.NEGATIVE_INFINITY
  async function stayAwake(isSomethingNew: boolean, now: number) {
    if (isSomethingNew) {
      lookUntil = now + LOOK_AGAIN_MS
      if (!isAwake) isAwake = (await listener?.tryHold(AWAKE)) ?? false
    } else if (isAwake && now > lookUntil) {
      isAwake = false
      lookUntil = now + LOOK_AGAIN_MS
      await listener?.letGo(AWAKE)
    }
  }
  async function run() {
    while (!stopped) {
      try {
        await hear()
        notified = false
        const startedAt = performance.now()
        const relayed = await relayOnce(queues, clock)
        if (relayed > 0) logger.info({ relayed }, 'relay')
        const endedAt = performance.now()
        await stayAwake(relayed > 0, endedAt)
        if (relayed === BATCH || stopped) continue
        const turnMs = endedAt - startedAt
        if (relayed > 0) await delay(gatherMs(turnMs) - turnMs)
        else if (!notified) await pause(endedAt < lookUntil || isAwake ? GATHER_MS : pollMs)
      } catch (err) {
        logger.error({ err }, 'relay')
        if (!stopped) await pause(RETRY_MS)
      }
    }
  }
  const running = run()
  return async () => {
    stopped = true
    wake()
    await running
    await listener?.stop()
  }
}
