import { findAccount } from '#app/db/accounts.server.ts'
import { db } from '#app/db/client.server.ts'
import { listConsents } from '#app/db/consents.server.ts'
import { readOwnData } from '#app/db/own-data.server.ts'
import { findProfileOfAccount } from '#app/db/profiles.server.ts'
import type { Actor } from '#app/domain/actor.ts'
import { CONSENT_PURPOSES, messagesStand, situationStands, visibilityStands } from '#app/domain/consent.ts'
import { canErase, canWithdrawConsent } from '#app/domain/rights.policy.ts'

type Owner = Extract<Actor, { accountId: string }>

/** Everything kept about the actor, as it is handed over; null when the account is gone. */
export async function getOwnCopy(actor: Owner) {
  const account = await findAccount(db(), actor.accountId)
  return account && (await readOwnData(db(), account.id))
}

/** The same with what the actor agreed to and what she or he may do; null when the account is gone. */
export async function getOwnDataPage(actor: Owner) {
  const account = await findAccount(db(), actor.accountId)
  if (!account) return null
  const [data, consents, profile] = await Promise.all([
    readOwnData(db(), account.id),
    listConsents(db(), account.id),
    findProfileOfAccount(db(), { kind: 'system' }, account.id),
  ])
  const stands = {
    registration: true,
    messages: messagesStand(account),
    visibility: visibilityStands(profile),
    situation: situationStands(profile),
  }
  return {
    data,
    consents: CONSENT_PURPOSES.map((purpose) => ({
      purpose,
      stands: stands[purpose],
      givenAt:
        consents.find((one) => one.purpose === purpose && !one.withdrawnAt)?.givenAt.toISOString() ?? null,
    })),
    can: { erase: canErase(actor, account), withdrawConsent: canWithdrawConsent(actor, account) },
  }
}
