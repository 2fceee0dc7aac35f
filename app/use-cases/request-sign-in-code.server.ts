import { type Db, db } from '#app/db/client.server.ts'
import { appendEvents } from '#app/db/outbox.server.ts'
import { takeAttempt } from '#app/db/rate-limits.server.ts'
import { createSignInCode, listLiveCodes, lockCodesOf } from '#app/db/sign-in-codes.server.ts'
import { findHomeTerritory } from '#app/db/territories.server.ts'
import { inTransaction } from '#app/db/transaction.server.ts'
import { findOrCreateAccount } from '#app/db/unproven-accounts.server.ts'
import { ok, type Result, refuse } from '#app/domain/result.ts'
import { addressSpentSentence, codesSpentSentence } from '#app/domain/sign-in.labels.ts'
import {
  COUNTED_SECONDS,
  codeExpiresAt,
  countedUntil,
  minutesUntil,
  SIGN_IN_CODE,
} from '#app/domain/sign-in.ts'
import type { Territory } from '#app/domain/territory.ts'
import { newId } from '#app/system/id.server.ts'
import { networkOf } from '#app/system/network.server.ts'
import { attemptKey } from '#app/system/secrets.server.ts'
import { type Contact, readContact } from './read-contact.server.ts'

export type AskedCode = { codeId: string; channel: 'sms' | 'email' }

/** The same statements whether the account exists, is suspended, or is created here. */
async function askFor(tx: Db, contact: Contact, { territory, now }: { territory: Territory; now: Date }) {
  const channel = 'phone' in contact ? 'sms' : 'email'
  const { id: territoryId, settings } = territory
  const { monthlySolicitations, codesPerHour } = settings
  const unproven = { id: newId(), territoryId, channel, monthlySolicitations, contact } as const
  const accountId = await findOrCreateAccount(tx, unproven, now)
  await lockCodesOf(tx, accountId)
  const code = { id: newId(), accountId, channel, createdAt: now, expiresAt: codeExpiresAt(now) } as const
  if (!(await createSignInCode(tx, code, SIGN_IN_CODE))) {
    const [newest] = await listLiveCodes(tx, accountId, now)
    return ok({ codeId: newest?.id ?? code.id, channel } as const)
  }
  const sent = { key: `code-sent:${channel}`, windowSeconds: COUNTED_SECONDS, max: codesPerHour }
  if (!(await takeAttempt(tx, sent, now)))
    return refuse('too_many_requests', {
      contact: [codesSpentSentence(minutesUntil(countedUntil(now), now))],
    })
  await appendEvents(tx, [{ type: 'sign_in_code.requested', payload: { codeId: code.id } }], now)
  return ok({ codeId: code.id, channel } as const)
}

/**
 * Asks for a code to sign in, for whoever has this contact: an account is made for one nobody knows. Beyond the codes an
 * account may have, the answer is the same and the last live code stays good. `address` is the client's. Refusals, on
 * `contact`: `invalid_input`, `too_many_requests` when the address, or the platform, has had its codes of the hour.
 */
export async function requestSignInCode(options: {
  contact: string
  address: string
  now: Date
}): Promise<Result<AskedCode>> {
  const contact = readContact(options.contact)
  if (typeof contact === 'string') return refuse('invalid_input', { contact: [contact] })
  const { address, now } = options
  const territory = await findHomeTerritory(db())
  if (!territory) throw new Error('There is no territory to sign in to')
  const asking = { key: attemptKey('code-asked', networkOf(address)), windowSeconds: COUNTED_SECONDS }
  // Counted outside the transaction: what is refused afterwards counts too.
  if (!(await takeAttempt(db(), { ...asking, max: territory.settings.codesPerAddress }, now)))
    return refuse('too_many_requests', {
      contact: [addressSpentSentence(minutesUntil(countedUntil(now), now))],
    })
  return inTransaction((tx) => askFor(tx, contact, { territory, now }))
}
