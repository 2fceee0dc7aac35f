import { findReachableAccount } from '#app/db/account-states.server.ts'
import { db } from '#app/db/client.server.ts'
import { canReceiveSms } from '#app/domain/phone.ts'
import { type Result, refuse } from '#app/domain/result.ts'
import { readCardToken } from '#app/system/secrets.server.ts'
import { type AskedCode, requestSignInCode } from './request-sign-in-code.server.ts'

/**
 * Asks for a code on behalf of whoever holds a printed card: it goes to the phone or the e-mail of the card's account, within
 * the same limits as any other. Refusals: `not_found` for a card not made here or whose account cannot be written to, and
 * those of `requestSignInCode`.
 */
export async function requestCardCode(options: {
  token: string
  address: string
  now: Date
}): Promise<Result<AskedCode>> {
  const { token, address, now } = options
  const accountId = readCardToken(token)
  const account = accountId === null ? null : await findReachableAccount(db(), accountId)
  const contact = account?.phone && canReceiveSms(account.phone) ? account.phone : account?.email
  return contact ? requestSignInCode({ contact, address, now }) : refuse('not_found')
}
