import { findAccount } from '#app/db/accounts.server.ts'
import { db } from '#app/db/client.server.ts'
import { findSecondFactor } from '#app/db/second-factors.server.ts'
import { getTerritory } from '#app/db/territories.server.ts'
import { inGroups } from '#app/domain/second-factor.ts'
import { authenticatorUri, proposedSecret } from '#app/system/one-time-password.server.ts'

/** What an authenticator is tied with: the address of the QR code, and the secret to be typed by hand. */
export type ProposedFactor = { uri: string; secret: string }

/** True when the account has a second factor. */
export const hasSecondFactor = async (accountId: string): Promise<boolean> =>
  (await findSecondFactor(db(), accountId)) !== null

/** The second factor proposed to an account in the session of this reference. Nothing is kept of it before it is confirmed. */
export async function getProposedFactor(of: {
  accountId: string
  territoryId: string
  reference: string
}): Promise<ProposedFactor> {
  const [account, territory] = await Promise.all([
    findAccount(db(), of.accountId),
    getTerritory(db(), of.territoryId),
  ])
  const secret = proposedSecret(of.accountId, of.reference)
  const label = account?.email ?? account?.phone ?? 'compte'
  return { uri: authenticatorUri(secret, { issuer: territory.name, label }), secret: inGroups(secret) }
}
