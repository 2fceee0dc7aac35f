import { findAccount } from '#app/db/accounts.server.ts'
import type { Db } from '#app/db/client.server.ts'
import { appendEvents } from '#app/db/outbox.server.ts'
import { findProfileOfAccount, saveProfile } from '#app/db/profiles.server.ts'
import { pauseSearchesOf } from '#app/db/saved-searches.server.ts'
import { inTransaction } from '#app/db/transaction.server.ts'
import type { Actor } from '#app/domain/actor.ts'
import {
  type ConsentPurpose,
  type ConsentWay,
  type Said,
  situationStands,
  visibilityStands,
} from '#app/domain/consent.ts'
import type { Profile } from '#app/domain/profile.ts'
import { ok, type Result, refuse } from '#app/domain/result.ts'
import { canWithdrawConsent, saidBy } from '#app/domain/rights.policy.ts'
import { withoutSituation } from '#app/domain/situation.ts'
import { chooseContact } from './choose-contact.server.ts'
import { keepConsent } from './keep-consent.server.ts'

/** How the profile stands, and what it becomes, for what is agreed about it. */
const IN_PROFILE = {
  visibility: {
    stands: visibilityStands,
    without: (profile: Profile): Profile => ({ ...profile, visibility: 'hidden' }),
  },
  situation: { stands: situationStands, without: (profile: Profile) => withoutSituation(profile) },
}

async function takeOut(
  tx: Db,
  { profile, purpose, now }: { profile: Profile | null; purpose: keyof typeof IN_PROFILE; now: Date },
): Promise<Result<null>> {
  const { stands, without } = IN_PROFILE[purpose]
  if (!profile || !stands(profile)) return ok(null)
  const next = { ...without(profile), version: profile.version + 1, updatedAt: now }
  if (!(await saveProfile(tx, next, profile.version))) return refuse('stale_version')
  await appendEvents(tx, [{ type: 'profile.changed', payload: { profileId: profile.id } }], now)
  return ok(null)
}

/**
 * Takes back a consent, with its effect at once: nobody writes about offers any more, nor of a search that she or he saved — the answers to the person's own
 * applications go on by the channel she or he chose —, or no organisation finds the profile, or the situation told for reserved
 * offers is cleared. Who wrote it down, and how it was
 * said, are kept. That of the registration is taken back by `eraseAccount`. The same twice is once. `how` is `online` unless
 * the hotline acts at the person's request. Refusals: `not_found`, `stale_version`.
 */
export function withdrawConsent(options: {
  actor: Actor
  accountId: string
  purpose: Exclude<ConsentPurpose, 'registration'>
  how?: ConsentWay
  now: Date
}): Promise<Result<null>> {
  const { actor, accountId, purpose, how = 'online', now } = options
  return inTransaction(async (tx) => {
    const account = await findAccount(tx, accountId)
    if (!account || !canWithdrawConsent(actor, account)) return refuse('not_found')
    const said: Said = saidBy(actor, account, how)
    const profile = await findProfileOfAccount(tx, { kind: 'system' }, accountId)
    if (purpose === 'messages') {
      if (profile) await pauseSearchesOf(tx, profile.id, now)
      const choice = { channel: account.channel, monthlySolicitations: 0 }
      return chooseContact(tx, { account, profileId: profile?.id ?? null, choice, said, now })
    }
    const taken = await takeOut(tx, { profile, purpose, now })
    if (taken.ok) await keepConsent(tx, { accountId, purpose, stands: false, said, now })
    return taken
  })
}
