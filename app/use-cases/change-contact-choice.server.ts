import { findAccount } from '#app/db/accounts.server.ts'
import { inTransaction } from '#app/db/transaction.server.ts'
import type { Actor } from '#app/domain/actor.ts'
import { SAID_ONLINE } from '#app/domain/consent.ts'
import type { ContactChoice } from '#app/domain/contact.decide.ts'
import { type Result, refuse } from '#app/domain/result.ts'
import { chooseContact } from './choose-contact.server.ts'

/** A candidate chooses the channel and how many offers a month. Refusals: `forbidden`, `invalid_input`. */
export function changeContactChoice(options: {
  actor: Actor
  choice: ContactChoice
  now: Date
}): Promise<Result<null>> {
  const { actor, choice, now } = options
  return inTransaction(async (tx) => {
    if (actor.kind !== 'candidate') return refuse('forbidden')
    const account = await findAccount(tx, actor.accountId)
    if (!account) return refuse('not_found')
    return chooseContact(tx, { account, profileId: actor.profileId, choice, said: SAID_ONLINE, now })
  })
}
