import { findAccount } from '#app/db/accounts.server.ts'
import { withdrawConsent as withdrawRow } from '#app/db/consents.server.ts'
import { appendEvents } from '#app/db/outbox.server.ts'
import { findProfileOfAccount, saveProfile } from '#app/db/profiles.server.ts'
import { inTransaction } from '#app/db/transaction.server.ts'
import type { Actor } from '#app/domain/actor.ts'
import type { ConsentPurpose } from '#app/domain/consent.ts'
import { ok, type Result, refuse } from '#app/domain/result.ts'
import { canWithdrawConsent } from '#app/domain/rights.policy.ts'
import { chooseContact } from './choose-contact.server.ts'

/**
 * Takes back a consent, with its effect at once: nobody writes any more, or no organisation finds the profile. That of the
 * registration is taken back by `eraseAccount`. The same twice is once. Refusals: `not_found`, `stale_version`.
 */
export function withdrawConsent(options: {
  actor: Actor
  accountId: string
  purpose: Exclude<ConsentPurpose, 'registration'>
  now: Date
}): Promise<Result<null>> {
  const { actor, accountId, purpose, now } = options
  return inTransaction(async (tx) => {
    const account = await findAccount(tx, accountId)
    if (!account || !canWithdrawConsent(actor, account)) return refuse('not_found')
    await withdrawRow(tx, { accountId, purpose, now })
    const profile = await findProfileOfAccount(tx, { kind: 'system' }, accountId)
    if (purpose === 'messages') {
      const choice = { channel: 'none', monthlySolicitations: account.monthlySolicitations } as const
      return chooseContact(tx, { account, profileId: profile?.id ?? null, choice, now })
    }
    if (!profile || profile.visibility === 'hidden') return ok(null)
    const next = { ...profile, visibility: 'hidden' as const, version: profile.version + 1, updatedAt: now }
    if (!(await saveProfile(tx, next, profile.version))) return refuse('stale_version')
    await appendEvents(tx, [{ type: 'profile.changed', payload: { profileId: profile.id } }], now)
    return ok(null)
  })
}
