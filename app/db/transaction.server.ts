import type { Result } from '#app/domain/result.ts'
import { type Db, db } from './client.server.ts'

class Refused extends Error {
  constructor(readonly result: Result<never>) {
    super('refused')
  }
}

const SECONDS = 1000

/**
 * Runs work in one transaction and returns its result. A refusal rolls everything back and is returned; anything thrown
 * rolls back and is thrown on, as is work that takes longer than `timeoutMs`. No network call belongs inside.
 */
export async function inTransaction<T>(
  work: (tx: Db) => Promise<Result<T>>,
  { timeoutMs = 15 * SECONDS } = {},
): Promise<Result<T>> {
  try {
    return await db().$transaction(
      async (tx) => {
        const result = await work(tx)
        if (!result.ok) throw new Refused(result)
        return result
      },
      { timeout: timeoutMs, maxWait: 10 * SECONDS },
    )
  } catch (error) {
    if (error instanceof Refused) return error.result
    throw error
  }
}
