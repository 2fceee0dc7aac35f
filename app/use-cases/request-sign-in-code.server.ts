import { findAccountByContact } from '#app/db/accounts.server.ts'
import { appendEvents } from '#app/db/outbox.server.ts'
import { createSignInCode } from '#app/db/sign-in-codes.server.ts'
import { inTransaction } from '#app/db/transaction.server.ts'
import { ok, type Result, refuse } from '#app/domain/result.ts'
import { codeExpiresAt, SIGN_IN_CODE } from '#app/domain/sign-in.ts'
import { normalisePhone } from '#app/gateways/phone-number.server.ts'
import { newId } from '#app/system/id.server.ts'

export type AskedCode = { codeId: string; channel: 'sms' | 'email' }

const EMAIL = /^[^\s@]+@[^\s@]+\.[^\s@]{2,}$/

function readContact(typed: string): { phone: string } | { email: string } | null {
  const text = typed.trim()
  if (text.includes('@')) return text.length <= 200 && EMAIL.test(text) ? { email: text.toLowerCase() } : null
  const phone = normalisePhone(text)
  return phone ? { phone } : null
}

function sentenceFor(typed: string): string {
  if (typed.trim() === '') return 'Écrivez votre numéro de téléphone ou votre adresse e-mail.'
  if (typed.includes('@')) return 'Cette adresse e-mail n’est pas complète. Exemple : prenom.nom@exemple.fr'
  const digits = typed.replace(/\D/g, '').length
  return digits < 10 && digits > 0
    ? 'Ce numéro n’a pas 10 chiffres.'
    : 'Ce numéro n’existe pas. Exemple : 06 39 98 00 01'
}

/**
 * Asks for a code to sign in. The answer is the same for an unknown contact and beyond five codes an hour: an id that opens
 * nothing. Refusal: `invalid_input` on `contact`.
 */
export async function requestSignInCode(options: { contact: string; now: Date }): Promise<Result<AskedCode>> {
  const contact = readContact(options.contact)
  if (!contact) return refuse('invalid_input', { contact: [sentenceFor(options.contact)] })
  const channel = 'phone' in contact ? 'sms' : 'email'
  const { now } = options
  return inTransaction(async (tx) => {
    const codeId = newId()
    const account = await findAccountByContact(tx, contact)
    if (!account) return ok({ codeId, channel })
    const code = {
      id: codeId,
      accountId: account.id,
      channel,
      createdAt: now,
      expiresAt: codeExpiresAt(now),
    } as const
    if (await createSignInCode(tx, code, SIGN_IN_CODE.maxPerHour))
      await appendEvents(tx, [{ type: 'sign_in_code.requested', payload: { codeId } }], now)
    return ok({ codeId, channel })
  })
}
