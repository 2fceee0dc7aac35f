import { endSession as saveEnd } from '#app/db/sessions.server.ts'
import { inTransaction } from '#app/db/transaction.server.ts'
import { ok, type Result } from '#app/domain/result.ts'
import { hashToken } from '#app/system/secrets.server.ts'

/** Ends the session of this reference. Signing out twice is the same as once. */
export async function endSession(options: { reference: string | null; now: Date }): Promise<Result<null>> {
  const { reference, now } = options
  return inTransaction(async (tx) => {
    if (reference) await saveEnd(tx, hashToken(reference), now)
    return ok(null)
  })
}
