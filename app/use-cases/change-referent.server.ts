import { recordAccountChange } from '#app/db/account-changes.server.ts'
import { lockAccount } from '#app/db/account-states.server.ts'
import { findAccount } from '#app/db/accounts.server.ts'
import type { Db } from '#app/db/client.server.ts'
import { findProfileOfAccount } from '#app/db/profiles.server.ts'
import { inTransaction } from '#app/db/transaction.server.ts'
import type { AccountAction } from '#app/domain/account-change.ts'
import type { Actor } from '#app/domain/actor.ts'
import { canNameReferent } from '#app/domain/portfolio.policy.ts'
import { ok, type Result, refuse } from '#app/domain/result.ts'
import { newId } from '#app/system/id.server.ts'

export type ReferentCommand = { actor: Actor; accountId: string; referentId: string; now: Date }

/** What is about to change: both are of the actor's territory. */
export type Pair = { profileId: string; referentId: string; now: Date }

/**
 * The steps common to naming a referent and ending it: the person is held, the change is kept in the account's history with who
 * wrote it. `work` says whether something changed. Refusals: `not_found` for a person out of reach or without a profile, and
 * those of `work`.
 */
export const changeReferent = (
  action: Extract<AccountAction, `referent_${string}`>,
  { actor, accountId, referentId, now }: ReferentCommand,
  work: (tx: Db, pair: Pair & { territoryId: string }) => Promise<Result<boolean>>,
): Promise<Result<null>> =>
  inTransaction(async (tx) => {
    await lockAccount(tx, accountId)
    const account = await findAccount(tx, accountId)
    const profile = account && (await findProfileOfAccount(tx, { kind: 'system' }, accountId))
    if (!profile || !canNameReferent(actor, account)) return refuse('not_found')
    const { territoryId } = account
    const changed = await work(tx, { profileId: profile.id, referentId, territoryId, now })
    if (!changed.ok) return changed
    const line = { id: newId(), accountId, action, reason: null, byId: actor.accountId, at: now }
    if (changed.value) await recordAccountChange(tx, line)
    return ok(null)
  })
