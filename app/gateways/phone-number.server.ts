import { parsePhoneNumberFromString } from 'libphonenumber-js/min'

// The full metadata refuse 06 39 98 xx xx, the range ARCEP keeps for fiction, and numbers opened since it was compiled.

/** What a person typed as a telephone number, in E.164 ("+33639980001"), a French one when no country is given; null when it is not one. */
export function normalisePhone(typed: string): string | null {
  const number = parsePhoneNumberFromString(typed.trim().slice(0, 40), 'FR')
  return number?.isValid() ? number.number : null
}
