import { lockAccount } from '#app/db/account-states.server.ts'
import { inTransaction } from '#app/db/transaction.server.ts'
import { type Actor, accountIdOf } from '#app/domain/actor.ts'
import type { MessageChannel } from '#app/domain/contact.ts'
import { contactOn } from '#app/domain/contact-proof.ts'
import { ok, type Result, refuse } from '#app/domain/result.ts'
import { isProofFresh } from '#app/domain/second-factor.ts'
import { askContactProof } from './ask-contact-proof.server.ts'
import { readContact } from './read-contact.server.ts'
import { findOwnSession } from './renew-own-session.server.ts'

const OTHER_KIND: Record<MessageChannel, string> = {
  sms: 'Écrivez ici un numéro de téléphone. Exemple : 06 39 98 00 01',
  email: 'Écrivez ici une adresse e-mail. Exemple : prenom.nom@exemple.fr',
}

function readOn(channel: MessageChannel, typed: string): { contact: string } | string {
  const read = readContact(typed)
  if (typeof read === 'string') return typed.trim() === '' ? OTHER_KIND[channel] : read
  if (channel === 'sms') return 'phone' in read ? { contact: read.phone } : OTHER_KIND.sms
  return 'email' in read ? { contact: read.email } : OTHER_KIND.email
}

/**
 * Somebody asks for another phone or e-mail: a code goes to it, and nothing changes before it is given. The answer is the same
 * when that contact is somebody else's. Refusals: `proof_needed`, `invalid_input` on `contact`, `too_many_requests`,
 * `unauthenticated`.
 */
export async function requestContactChange(options: {
  actor: Actor
  reference: string
  channel: MessageChannel
  contact: string
  now: Date
}): Promise<Result<null>> {
  const { actor, reference, channel, now } = options
  const accountId = accountIdOf(actor)
  if (!accountId) return refuse('unauthenticated')
  const read = readOn(channel, options.contact)
  return inTransaction(async (tx) => {
    const account = await lockAccount(tx, accountId)
    const session = await findOwnSession(tx, { accountId, reference, now })
    if (!account || !session) return refuse('unauthenticated')
    if (!isProofFresh(session.provedAt, now)) return refuse('proof_needed')
    if (typeof read === 'string') return refuse('invalid_input', { contact: [read] })
    const previous = contactOn(account, channel)
    if (previous === read.contact) return refuse('invalid_input', { contact: ['C’est déjà le vôtre.'] })
    const asked = await askContactProof(tx, { accountId, purpose: 'change', channel, ...read, previous }, now)
    return asked.ok ? ok(null) : asked
  })
}
