import type { OfferFinder } from './port.ts'

type Log = { warn(fields: object, message: string): void; info(fields: object, message: string): void }

export type FallbackOptions = {
  primary: OfferFinder
  fallback: OfferFinder
  log: Log
  /** How long the primary engine is left alone after a failure, in milliseconds. */
  restMs?: number
  now?: () => number
}

/**
 * An engine that asks the primary one and, when it does not answer, the fallback. The log says so once, and once more when
 * the primary is back. Writes go to the fallback first, then to the primary; a failure of either rejects, to be retried.
 */
export function createFallbackEngine(options: FallbackOptions): OfferFinder {
  const { primary, fallback, log, restMs = 5000, now = Date.now } = options
  let isDown = false
  let askAgainAt = 0

  function failed(error: unknown) {
    askAgainAt = now() + restMs
    if (isDown) return
    isDown = true
    // The error itself may quote the request, and with it what the person typed.
    const reason = error instanceof Error ? error.name : 'unknown'
    log.warn({ engine: primary.name, fallback: fallback.name, reason }, 'search engine does not answer')
  }

  function answered() {
    if (!isDown) return
    isDown = false
    log.info({ engine: primary.name }, 'search engine answers again')
  }

  async function ask<T>(question: (engine: OfferFinder) => Promise<T>): Promise<T> {
    if (isDown && now() < askAgainAt) return question(fallback)
    try {
      const answer = await question(primary)
      answered()
      return answer
    } catch (error) {
      failed(error)
      return question(fallback)
    }
  }

  return {
    name: primary.name,
    search: (search) => ask((engine) => engine.search(search)),
    hits: (search) => ask((engine) => engine.hits(search)),
    points: (filter) => ask((engine) => engine.points(filter)),
    async upsert(documents) {
      await fallback.upsert(documents)
      await primary.upsert(documents)
    },
    async remove(offerIds) {
      await fallback.remove(offerIds)
      await primary.remove(offerIds)
    },
    isHealthy: () => primary.isHealthy(),
  }
}
