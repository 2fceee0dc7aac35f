import { findAccount } from '#app/db/accounts.server.ts'
import { db } from '#app/db/client.server.ts'
import { findOpenSession } from '#app/db/own-sessions.server.ts'
import { countRecoveryCodes, findSecondFactor } from '#app/db/second-factors.server.ts'
import { isProfessional } from '#app/domain/actor.ts'
import { isProofFresh } from '#app/domain/second-factor.ts'
import { hashToken } from '#app/system/secrets.server.ts'

/** How somebody's account and session stand towards a change: what proves who she or he is, and whether it was given just now. */
export async function getOwnStanding({
  actor: { accountId },
  reference,
  now,
}: {
  actor: { accountId: string }
  reference: string
  now: Date
}) {
  const [account, factor, recoveryCodeCount, session] = await Promise.all([
    findAccount(db(), accountId),
    findSecondFactor(db(), accountId),
    countRecoveryCodes(db(), accountId),
    findOpenSession(db(), { accountId, idHash: hashToken(reference), now }),
  ])
  return {
    needsFactor: account !== null && isProfessional(account.role),
    hasFactor: factor !== null,
    recoveryCodeCount,
    isProved: isProofFresh(session?.provedAt ?? null, now),
  }
}
