import type { Db } from '#app/db/client.server.ts'
import { recordConsent, withdrawConsent } from '#app/db/consents.server.ts'
import type { ConsentPurpose, Said } from '#app/domain/consent.ts'
import { newId } from '#app/system/id.server.ts'

/**
 * Makes what is written down of a consent agree with what the person has just chosen, inside the caller's transaction, which
 * holds the row that the choice is written in. What stands already, or stood for nothing, stays as it is.
 */
export async function keepConsent(
  tx: Db,
  options: { accountId: string; purpose: ConsentPurpose; stands: boolean; said: Said; now: Date },
): Promise<void> {
  const { accountId, purpose, stands, said, now } = options
  const { how, byId: recordedById } = said
  if (stands) await recordConsent(tx, { id: newId(), accountId, purpose, how, recordedById, givenAt: now })
  else await withdrawConsent(tx, { accountId, purpose, said, now })
}
