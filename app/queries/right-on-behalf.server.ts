import { accessesOf, logAccesses } from '#app/db/access-log.server.ts'
import { findAccount } from '#app/db/accounts.server.ts'
import { findProfileOfAccount } from '#app/db/profiles.server.ts'
import { findSoughtPerson } from '#app/db/sought-people.server.ts'
import { inTransaction } from '#app/db/transaction.server.ts'
import type { Actor } from '#app/domain/actor.ts'
import { messagesStand, visibilityStands } from '#app/domain/consent.ts'
import { profilesOf } from '#app/domain/found-person.ts'
import { canFindPeople } from '#app/domain/registration-on-behalf.policy.ts'
import { ok, refuse } from '#app/domain/result.ts'
import { RIGHTS_ON_BEHALF, type RightOnBehalf } from '#app/domain/right-on-behalf.ts'
import { canErase, canWithdrawConsent } from '#app/domain/rights.policy.ts'

/**
 * Somebody at whose request the hotline is about to take something back, and whether there is still something to take back. The
 * reading is logged. Refusals: `not_found`, `reading_stopped`.
 */
export const getRightOnBehalf = (
  actor: Actor,
  { accountId, right }: { accountId: string; right: RightOnBehalf },
  now: Date,
) =>
  inTransaction(async (tx) => {
    const person = canFindPeople(actor) ? await findSoughtPerson(tx, actor.territoryId, accountId) : null
    const account = person && (await findAccount(tx, accountId))
    const may = right === 'effacement' ? canErase : canWithdrawConsent
    if (!account || !may(actor, account)) return refuse('not_found')
    await logAccesses(
      tx,
      accessesOf(actor, { purpose: 'profile', at: now, profileIds: profilesOf([person]) }),
    )
    const profile = await findProfileOfAccount(tx, { kind: 'system' }, accountId)
    const stands = {
      registration: true,
      messages: messagesStand(account),
      visibility: visibilityStands(profile),
    }
    const name = `${account.firstName} ${account.lastName}`
    return ok({ accountId, right, name, stands: stands[RIGHTS_ON_BEHALF[right]] })
  })
