import type { RefusalCode } from '#app/domain/errors.ts'
import { type Result, refuse } from '#app/domain/result.ts'
import { type Db, db } from './client.server.ts'

class Refused extends Error {
  constructor(
    readonly result: Result<never>,
    readonly afterwards?: (db: Db) => Promise<unknown>,
  ) {
    super('refused')
  }
}

/** Ends the caller's transaction with a refusal. `afterwards` writes what is kept although everything else is rolled back. */
export function endRefused(code: RefusalCode, afterwards?: (db: Db) => Promise<unknown>): never {
  throw new Refused(refuse(code), afterwards)
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
    if (!(error instanceof Refused)) throw error
    await error.afterwards?.(db())
    return error.result
  }
}
