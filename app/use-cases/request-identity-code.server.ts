import { lockAccount } from '#app/db/account-states.server.ts'
import { inTransaction } from '#app/db/transaction.server.ts'
import { type Actor, accountIdOf, isProfessional } from '#app/domain/actor.ts'
import type { MessageChannel } from '#app/domain/contact.ts'
import { contactOn } from '#app/domain/contact-proof.ts'
import { ok, type Result, refuse } from '#app/domain/result.ts'
import { askContactProof } from './ask-contact-proof.server.ts'

/**
 * Somebody signed in asks for a code to a contact of her or his own, to show again who is there. Refusals: `forbidden` for a
 * professional, who gives the second factor, `not_found` without such a contact, `too_many_requests`, `unauthenticated`.
 */
export async function requestIdentityCode(options: {
  actor: Actor
  channel: MessageChannel
  now: Date
}): Promise<Result<null>> {
  const { actor, channel, now } = options
  const accountId = accountIdOf(actor)
  if (!accountId) return refuse('unauthenticated')
  return inTransaction(async (tx) => {
    const account = await lockAccount(tx, accountId)
    if (!account) return refuse('unauthenticated')
    if (isProfessional(account.role)) return refuse('forbidden')
    const contact = contactOn(account, channel)
    if (!contact) return refuse('not_found')
    const asked = await askContactProof(
      tx,
      { accountId, purpose: 'identity', channel, contact, previous: null },
      now,
    )
    return asked.ok ? ok(null) : asked
  })
}
