import { recordAccountChange } from '#app/db/account-changes.server.ts'
import { lockAccount } from '#app/db/account-states.server.ts'
import { saveContact } from '#app/db/accounts.server.ts'
import type { Db } from '#app/db/client.server.ts'
import { lockThing } from '#app/db/lock.server.ts'
import { appendEvents } from '#app/db/outbox.server.ts'
import { spendCodesOf } from '#app/db/sign-in-codes.server.ts'
import { inTransaction } from '#app/db/transaction.server.ts'
import { deleteUntouchedHolder, isContactTaken } from '#app/db/unproven-accounts.server.ts'
import { type Actor, accountIdOf } from '#app/domain/actor.ts'
import type { ContactProof } from '#app/domain/contact-proof.ts'
import { ok, type Result, refuse } from '#app/domain/result.ts'
import { readCode } from '#app/domain/sign-in.ts'
import { newId } from '#app/system/id.server.ts'
import { type ProofRefusal, takeContactProof } from './take-contact-proof.server.ts'

async function change(tx: Db, proof: ContactProof, now: Date): Promise<'code_wrong' | null> {
  const { accountId, channel } = proof
  const contact = channel === 'sms' ? { phone: proof.contact } : { email: proof.contact }
  // Of several who prove it at the same instant, the first has it.
  await lockThing(tx, 'contact', proof.contact)
  if (await isContactTaken(tx, contact, accountId)) return 'code_wrong'
  await deleteUntouchedHolder(tx, contact, accountId)
  await saveContact(tx, accountId, { contact, now })
  // A code that travels to the contact that was left opens nothing any more.
  await spendCodesOf(tx, accountId, now)
  const action = channel === 'sms' ? 'phone_changed' : 'email_changed'
  await recordAccountChange(tx, { id: newId(), accountId, action, reason: null, byId: accountId, at: now })
  await appendEvents(tx, [{ type: 'contact_proof.used', payload: { proofId: proof.id } }], now)
  return null
}

/**
 * The code sent to another phone or e-mail makes it the account's own; the contact that was left is told. Refusals:
 * `invalid_input` on `code`, `code_wrong` also when the contact is somebody else's, `code_expired`, `too_many_tries`.
 */
export async function changeContact(options: {
  actor: Actor
  code: string
  now: Date
}): Promise<Result<null>> {
  const { actor, now } = options
  const accountId = accountIdOf(actor)
  if (!accountId) return refuse('unauthenticated')
  const code = readCode(options.code)
  if (!code) return refuse('invalid_input', { code: ['Le code a six chiffres.'] })
  // A wrong try is counted: the transaction has to succeed, and the refusal is made of its outcome.
  const outcome = await inTransaction<ProofRefusal | null>(async (tx) => {
    await lockAccount(tx, accountId)
    const proof = await takeContactProof(tx, { accountId, purpose: 'change', code, now })
    return ok(typeof proof === 'string' ? proof : await change(tx, proof, now))
  })
  if (!outcome.ok) return outcome
  return outcome.value === null ? ok(null) : refuse(outcome.value)
}
