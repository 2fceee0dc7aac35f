import { accessesOf, logAccesses } from '#app/db/access-log.server.ts'
import { listAccountChanges } from '#app/db/account-changes.server.ts'
import { namesOf } from '#app/db/account-states.server.ts'
import type { Db } from '#app/db/client.server.ts'
import { listConsents } from '#app/db/consents.server.ts'
import { findHelpedAccount, type HelpedAccount } from '#app/db/helped-accounts.server.ts'
import { listCodesSince } from '#app/db/sign-in-codes.server.ts'
import { inTransaction } from '#app/db/transaction.server.ts'
import { accountPermissions } from '#app/domain/account.policy.ts'
import { toldChange } from '#app/domain/account.standing.labels.ts'
import { standingOf } from '#app/domain/account.transitions.ts'
import type { Actor } from '#app/domain/actor.ts'
import { isToldToOthers, messagesStand, visibilityStands } from '#app/domain/consent.ts'
import { displayPhone } from '#app/domain/phone.ts'
import { canFindPeople } from '#app/domain/registration-on-behalf.policy.ts'
import { ok, refuse } from '#app/domain/result.ts'
import { RIGHT_NAMES, type RightOnBehalf } from '#app/domain/right-on-behalf.ts'
import { canErase, canWithdrawConsent } from '#app/domain/rights.policy.ts'
import { closedUntil, SIGN_IN_CODE } from '#app/domain/sign-in.ts'

const HOUR_MS = 3_600_000

/** True when the person can neither ask for a code nor type one for some time. */
async function isLockedOut(tx: Db, accountId: string, now: Date): Promise<boolean> {
  const anHourAgo = new Date(now.getTime() - HOUR_MS)
  const codes = await listCodesSince(tx, accountId, new Date(now.getTime() - 24 * HOUR_MS))
  const lastHour = codes.filter(({ createdAt }) => createdAt > anHourAgo)
  const isSpent = lastHour.length >= SIGN_IN_CODE.maxPerHour || codes.length >= SIGN_IN_CODE.maxPerDay
  const live = codes.filter(({ usedAt, expiresAt }) => usedAt === null && expiresAt > now)
  return isSpent || closedUntil(live) !== null
}

/** What the hotline may take back at the person's request, as it stands now. */
function rightsOf(actor: Actor, { account, profile }: HelpedAccount): RightOnBehalf[] {
  const mayWithdraw = canWithdrawConsent(actor, account)
  const stands: Record<RightOnBehalf, boolean> = {
    messages: mayWithdraw && messagesStand(account),
    visibilite: mayWithdraw && visibilityStands(profile),
    effacement: canErase(actor, account),
  }
  return RIGHT_NAMES.filter((right) => stands[right])
}

/**
 * Somebody as the hotline helps her or him: how to reach the person, how the account stands, what was agreed to but for the
 * situation told for reserved offers, what happened to the account; never when or how the platform is used. The reading is logged. Refusals: `not_found`, `reading_stopped`.
 */
export const getHotlinePerson = (actor: Actor, accountId: string, now: Date) =>
  inTransaction(async (tx) => {
    if (!canFindPeople(actor)) return refuse('not_found')
    const helped = await findHelpedAccount(tx, actor.territoryId, accountId)
    if (!helped) return refuse('not_found')
    const { account, profile, duplicateOfId } = helped
    const profileIds = profile ? [profile.id] : []
    await logAccesses(tx, accessesOf(actor, { purpose: 'profile', at: now, profileIds }))
    const consents = (await listConsents(tx, accountId)).filter(isToldToOthers)
    const changes = await listAccountChanges(tx, accountId)
    const by = [
      duplicateOfId,
      ...changes.map(({ byId }) => byId),
      ...consents.flatMap(({ recordedById, withdrawnById }) => [recordedById, withdrawnById]),
    ]
    const names = await namesOf(
      tx,
      by.flatMap((id) => (id && id !== accountId ? [id] : [])),
    )
    const nameOf = (id: string | null) => (id ? (names.get(id) ?? null) : null)
    const goodName = nameOf(duplicateOfId)
    return ok({
      accountId,
      profileId: profile?.id ?? null,
      name: `${account.firstName} ${account.lastName}`.trim() || 'Sans nom',
      phone: account.phone && displayPhone(account.phone),
      email: account.email,
      communeName: profile?.communeName ?? null,
      birthMonth: helped.birthMonth,
      standing: standingOf(account),
      goodAccount: duplicateOfId && goodName !== null ? { id: duplicateOfId, name: goodName } : null,
      isWaiting: helped.isWaiting,
      isLockedOut: account.status === 'active' && (await isLockedOut(tx, accountId, now)),
      consents: consents.map(({ id, purpose, how, givenAt, withdrawnAt, withdrawnHow, ...consent }) => ({
        ...{ id, purpose, how, givenAt, withdrawnAt, withdrawnHow },
        recordedBy: nameOf(consent.recordedById),
        withdrawnBy: nameOf(consent.withdrawnById),
      })),
      rights: rightsOf(actor, helped),
      changes: changes.flatMap((change) => {
        const told = toldChange(change)
        return told ? [{ id: change.id, at: change.at, told, by: nameOf(change.byId) }] : []
      }),
      can: accountPermissions(actor, account),
    })
  })
