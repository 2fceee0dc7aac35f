import { findAccount } from '#app/db/accounts.server.ts'
import { db } from '#app/db/client.server.ts'
import { createOrganisationVerification } from '#app/db/organisation-verifications.server.ts'
import { findOrganisation } from '#app/db/organisations.server.ts'
import { appendEvents } from '#app/db/outbox.server.ts'
import { takeAttempt } from '#app/db/rate-limits.server.ts'
import { inTransaction } from '#app/db/transaction.server.ts'
import type { NameForm } from '#app/domain/organisation.schema.ts'
import { ok, type Result, refuse } from '#app/domain/result.ts'
import { codeExpiresAt, SIGN_IN_CODE } from '#app/domain/sign-in.ts'
import { newId } from '#app/system/id.server.ts'
import { giveOwnName } from './give-own-name.server.ts'
import { identifyOrganisation } from './look-up-organisation.server.ts'
import type { Registrant } from './register-organisation.server.ts'

const HOUR_S = 3600

async function organisationIdOf(actor: Registrant, number: string | null): Promise<string | null> {
  if (number === null) return actor.kind === 'recruiter' ? actor.organisationId : null
  const lookedUp = await identifyOrganisation(number)
  return lookedUp.ok && lookedUp.value.kind === 'known' ? lookedUp.value.organisation.id : null
}

/**
 * Sends a code to an organisation's own address, for whoever says she or he belongs to it: `number` names it, null is the one
 * whose hat is worn. Returns the id under which the code is typed. Refusals: `not_found` when there is no such organisation
 * or no address, `too_many_requests` beyond five an hour for the organisation or the person, `invalid_input` on the name.
 */
export async function requestOrganisationCode(options: {
  actor: Registrant
  number: string | null
  form: NameForm | null
  now: Date
}): Promise<Result<{ verificationId: string }>> {
  const { actor, number, form, now } = options
  const { accountId, territoryId } = actor
  const organisationId = await organisationIdOf(actor, number)
  const organisation =
    organisationId === null
      ? null
      : await findOrganisation(db(), { kind: 'territory', territoryId }, organisationId)
  if (!organisation?.email || organisation.state === 'closed') return refuse('not_found')
  for (const key of [`organisation-code:${accountId}`, `organisation-code:${organisation.id}`])
    if (!(await takeAttempt(db(), { key, windowSeconds: HOUR_S, max: SIGN_IN_CODE.maxPerHour }, now)))
      return refuse('too_many_requests')
  return inTransaction(async (tx) => {
    const account = await findAccount(tx, accountId)
    if (!account) return refuse('not_found')
    const named = form ? await giveOwnName(tx, account, { ...form, now }) : ok(null)
    if (!named.ok) return named
    const id = newId()
    const expiresAt = codeExpiresAt(now)
    await createOrganisationVerification(tx, {
      id,
      organisationId: organisation.id,
      accountId,
      createdAt: now,
      expiresAt,
    })
    await appendEvents(tx, [{ type: 'organisation_code.requested', payload: { verificationId: id } }], now)
    return ok({ verificationId: id })
  })
}
