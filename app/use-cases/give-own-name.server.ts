import { saveAccountName } from '#app/db/accounts.server.ts'
import type { Db } from '#app/db/client.server.ts'
import { recordConsent } from '#app/db/consents.server.ts'
import type { Account } from '#app/domain/account.ts'
import { AGREEMENT_MISSING } from '#app/domain/organisation.schema.ts'
import { ok, type Result, refuse } from '#app/domain/result.ts'
import { newId } from '#app/system/id.server.ts'

/** True for an account that nobody has finished signing up with. */
export const isNameless = ({ firstName, lastName }: Pick<Account, 'firstName' | 'lastName'>): boolean =>
  firstName === '' && lastName === ''

/**
 * Writes the name and the agreement of somebody who signs up; an account that has a name keeps it. Refusal: `invalid_input`
 * on `consent`.
 */
export async function giveOwnName(
  tx: Db,
  account: Account,
  given: { firstName: string; lastName: string; consent: boolean; now: Date },
): Promise<Result<null>> {
  if (!isNameless(account)) return ok(null)
  const { firstName, lastName, consent, now } = given
  if (!consent) return refuse('invalid_input', { consent: [AGREEMENT_MISSING] })
  await saveAccountName(tx, account.id, { firstName, lastName })
  await recordConsent(tx, {
    id: newId(),
    accountId: account.id,
    purpose: 'registration',
    how: 'online',
    recordedById: null,
    givenAt: now,
  })
  return ok(null)
}
