import { recordAccountChange } from '#app/db/account-changes.server.ts'
import { changeAccountRole, findAccount } from '#app/db/accounts.server.ts'
import { lockThing } from '#app/db/lock.server.ts'
import { endSessionsOf, findHatOwner } from '#app/db/sessions.server.ts'
import { inTransaction } from '#app/db/transaction.server.ts'
import { type Actor, isProfessional } from '#app/domain/actor.ts'
import { canEndPost } from '#app/domain/invitation.policy.ts'
import { ok, type Result, refuse } from '#app/domain/result.ts'
import { newId } from '#app/system/id.server.ts'

/**
 * Ends somebody else's post in the territory: the account keeps its other hats, and every session of it ends. One end at a time,
 * and nobody ends her or his own, so that an administrator is always left. Refusals: `not_found`, `forbidden`.
 */
export const endPost = (options: {
  actor: Extract<Actor, { kind: 'administrator' }>
  accountId: string
  now: Date
}): Promise<Result<null>> =>
  inTransaction(async (tx) => {
    const { actor, accountId, now } = options
    await lockThing(tx, 'territory', actor.territoryId)
    const [account, own] = [await findAccount(tx, accountId), await findAccount(tx, actor.accountId)]
    if (account?.territoryId !== actor.territoryId || !isProfessional(account.role))
      return refuse('not_found')
    if (own?.role !== 'administrator' || !canEndPost(actor, account)) return refuse('forbidden')
    const owner = await findHatOwner(tx, accountId)
    const to = owner && owner.organisationIds.length > 0 ? 'recruiter' : 'candidate'
    await changeAccountRole(tx, accountId, { from: account.role, to })
    await endSessionsOf(tx, accountId, now)
    await recordAccountChange(tx, {
      id: newId(),
      accountId,
      action: 'post_ended',
      reason: account.role,
      byId: actor.accountId,
      at: now,
    })
    return ok(null)
  })
