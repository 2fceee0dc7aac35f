import { findAccount } from '#app/db/accounts.server.ts'
import { db } from '#app/db/client.server.ts'
import { createJoinRequest } from '#app/db/join-requests.server.ts'
import { findMembership } from '#app/db/memberships.server.ts'
import { appendEvents } from '#app/db/outbox.server.ts'
import { takeAttempt } from '#app/db/rate-limits.server.ts'
import { inTransaction } from '#app/db/transaction.server.ts'
import type { NameForm } from '#app/domain/organisation.schema.ts'
import { ok, type Result, refuse } from '#app/domain/result.ts'
import { newId } from '#app/system/id.server.ts'
import { giveOwnName } from './give-own-name.server.ts'
import { identifyOrganisation } from './look-up-organisation.server.ts'
import type { Registrant } from './register-organisation.server.ts'

const DAY_S = 86_400
const MOST_A_DAY = 5

/**
 * Asks the administrators of an organisation, known by its number, for a place in it. Asking again while an answer is awaited
 * changes nothing. Refusals: `invalid_input`, `not_found`, `already_member`, `too_many_requests`.
 */
export async function requestToJoin(options: {
  actor: Registrant
  number: string
  form: NameForm
  now: Date
}): Promise<Result<null>> {
  const { actor, number, form, now } = options
  const { accountId } = actor
  const lookedUp = await identifyOrganisation(number)
  if (!lookedUp.ok) return lookedUp
  if (lookedUp.value.kind !== 'known') return refuse('not_found')
  const { id: organisationId, territoryId } = lookedUp.value.organisation
  if (territoryId !== actor.territoryId) return refuse('not_found')
  const limit = { key: `join:${accountId}`, windowSeconds: DAY_S, max: MOST_A_DAY }
  if (!(await takeAttempt(db(), limit, now))) return refuse('too_many_requests')
  return inTransaction(async (tx) => {
    if (await findMembership(tx, { accountId, organisationId })) return refuse('already_member')
    const account = await findAccount(tx, accountId)
    if (!account) return refuse('not_found')
    const named = await giveOwnName(tx, account, { ...form, now })
    if (!named.ok) return named
    const request = { id: newId(), organisationId, accountId, createdAt: now }
    if (await createJoinRequest(tx, request))
      await appendEvents(tx, [{ type: 'join.requested', payload: { joinRequestId: request.id } }], now)
    return ok(null)
  })
}
