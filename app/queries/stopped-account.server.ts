import { findAccountOfUsedCode, findGoodAccount } from '#app/db/account-states.server.ts'
import { db } from '#app/db/client.server.ts'
import { findDecisionReason } from '#app/db/suspension-requests.server.ts'
import { getTerritory } from '#app/db/territories.server.ts'
import { isOwnToClear, PROOF_MINUTES } from '#app/domain/account.stopped.ts'
import type { SuspensionReason } from '#app/domain/account.ts'
import { maskedEmail, maskedPhone } from '#app/domain/found-person.ts'

/** What a person who gave a right code is told about her or his stopped account. */
export type StoppedAccount = {
  reason: SuspensionReason
  /** How many months without a visit put an account to sleep here. */
  inactivityMonths: number
  /** What was decided, in the words of who proposed it; null for the other reasons. */
  decision: string | null
  /** The contact of the good account, its ends only; null when there is none to show. */
  goodContact: string | null
  canReactivate: boolean
}

/** The stopped account that a right code was given for, or null when the code is too old or the account goes on. */
export async function getStoppedAccount(codeId: string, now: Date): Promise<StoppedAccount | null> {
  const since = new Date(now.getTime() - PROOF_MINUTES * 60_000)
  const account = await findAccountOfUsedCode(db(), codeId, since)
  if (account?.status !== 'suspended') return null
  const reason = account.suspensionReason ?? 'reasoned_decision'
  const { settings } = await getTerritory(db(), account.territoryId)
  const good = reason === 'duplicate' ? await findGoodAccount(db(), account.id) : null
  const isDecision = reason === 'reasoned_decision'
  return {
    reason,
    inactivityMonths: settings.inactivityMonths,
    decision: isDecision ? await findDecisionReason(db(), account.id) : null,
    goodContact: good?.phone ? maskedPhone(good.phone) : good?.email ? maskedEmail(good.email) : null,
    canReactivate: isOwnToClear(reason),
  }
}
