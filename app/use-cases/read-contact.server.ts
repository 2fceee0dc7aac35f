import { canReceiveSms } from '#app/domain/phone.ts'
import { normalisePhone } from '#app/gateways/phone-number.server.ts'

export type Contact = { phone: string } | { email: string }

const EMAIL = /^[^\s@]+@[^\s@]+\.[^\s@]{2,}$/

function phoneSentence(typed: string): string {
  const digits = typed.replace(/\D/g, '').length
  return digits < 10 && digits > 0
    ? 'Ce numéro n’a pas 10 chiffres.'
    : 'Ce numéro n’existe pas. Exemple : 06 39 98 00 01'
}

/** A phone or an e-mail somebody typed, as accounts are known by it; else the sentence to show. A landline receives no SMS. */
export function readContact(typed: string): Contact | string {
  const text = typed.trim()
  if (text === '') return 'Écrivez un numéro de téléphone ou une adresse e-mail.'
  if (text.includes('@'))
    return text.length <= 200 && EMAIL.test(text)
      ? { email: text.toLowerCase() }
      : 'Cette adresse e-mail n’est pas complète. Exemple : prenom.nom@exemple.fr'
  const phone = normalisePhone(text)
  if (!phone) return phoneSentence(text)
  return canReceiveSms(phone)
    ? { phone }
    : 'Un téléphone fixe ne reçoit pas de SMS. Donnez un portable ou une adresse e-mail, ou appelez-nous.'
}
