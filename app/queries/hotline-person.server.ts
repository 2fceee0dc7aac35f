import { accessesOf, logAccesses } from '#app/db/access-log.server.ts'
import { listAccountChanges } from '#app/db/account-changes.server.ts'
import { findGoodAccount, findReachableAccount, namesOf } from '#app/db/account-states.server.ts'
import type { Db } from '#app/db/client.server.ts'
import { listConsents } from '#app/db/consents.server.ts'
import { findProfileOfAccount } from '#app/db/profiles.server.ts'
import { countCodes, listLiveCodes } from '#app/db/sign-in-codes.server.ts'
import { findSoughtPerson } from '#app/db/sought-people.server.ts'
import { findWaitingRequest } from '#app/db/suspension-requests.server.ts'
import { inTransaction } from '#app/db/transaction.server.ts'
import { accountPermissions } from '#app/domain/account.policy.ts'
import { toldChange } from '#app/domain/account.standing.labels.ts'
import { standingOf } from '#app/domain/account.transitions.ts'
import type { Account } from '#app/domain/account.ts'
import type { Actor } from '#app/domain/actor.ts'
import { messagesStand, visibilityStands } from '#app/domain/consent.ts'
import { profilesOf } from '#app/domain/found-person.ts'
import { displayPhone } from '#app/domain/phone.ts'
import { canFindPeople } from '#app/domain/registration-on-behalf.policy.ts'
import { ok, refuse } from '#app/domain/result.ts'
import { RIGHT_NAMES, type RightOnBehalf } from '#app/domain/right-on-behalf.ts'
import { canErase, canWithdrawConsent } from '#app/domain/rights.policy.ts'
import { closedUntil, SIGN_IN_CODE } from '#app/domain/sign-in.ts'

const HOUR_MS = 3_600_000

/** True when the person can neither ask for a code nor type one for some time. */
async function isLockedOut(tx: Db, accountId: string, now: Date): Promise<boolean> {
  const asked = await countCodes(tx, accountId, new Date(now.getTime() - HOUR_MS))
  const askedToday = await countCodes(tx, accountId, new Date(now.getTime() - 24 * HOUR_MS))
  const isSpent = asked >= SIGN_IN_CODE.maxPerHour || askedToday >= SIGN_IN_CODE.maxPerDay
  return isSpent || closedUntil(await listLiveCodes(tx, accountId, now)) !== null
}

/** What the hotline may take back at the person's request, as it stands now. */
async function rightsOf(tx: Db, actor: Actor, account: Account): Promise<RightOnBehalf[]> {
  const profile = await findProfileOfAccount(tx, { kind: 'system' }, account.id)
  const mayWithdraw = canWithdrawConsent(actor, account)
  const stands: Record<RightOnBehalf, boolean> = {
    messages: mayWithdraw && messagesStand(account),
    visibilite: mayWithdraw && visibilityStands(profile),
    effacement: canErase(actor, account),
  }
  return RIGHT_NAMES.filter((right) => stands[right])
}

/**
 * Somebody as the hotline helps her or him: how to reach the person, how the account stands, what was agreed to, what happened
 * to the account; never when or how the platform is used. The reading is logged. Refusals: `not_found`, `reading_stopped`.
 */
export const getHotlinePerson = (actor: Actor, accountId: string, now: Date) =>
  inTransaction(async (tx) => {
    if (!canFindPeople(actor)) return refuse('not_found')
    const person = await findSoughtPerson(tx, actor.territoryId, accountId)
    const account = person && (await findReachableAccount(tx, accountId))
    if (!account) return refuse('not_found')
    await logAccesses(
      tx,
      accessesOf(actor, { purpose: 'profile', at: now, profileIds: profilesOf([person]) }),
    )
    const [consents, changes, waiting, good] = [
      await listConsents(tx, accountId),
      await listAccountChanges(tx, accountId),
      await findWaitingRequest(tx, accountId),
      await findGoodAccount(tx, accountId),
    ]
    const by = [
      ...changes.map(({ byId }) => byId),
      ...consents.flatMap(({ recordedById, withdrawnById }) => [recordedById, withdrawnById]),
    ]
    const names = await namesOf(
      tx,
      by.flatMap((id) => (id && id !== accountId ? [id] : [])),
    )
    const authorOf = (id: string | null) => (id ? (names.get(id) ?? null) : null)
    return ok({
      accountId,
      profileId: person.profileId,
      name: `${account.firstName} ${account.lastName}`.trim() || 'Sans nom',
      phone: account.phone && displayPhone(account.phone),
      email: account.email,
      communeName: person.communeName,
      birthMonth: person.birthMonth,
      standing: standingOf(account),
      goodAccount: good && { id: good.id, name: `${good.firstName} ${good.lastName}` },
      isWaiting: waiting !== null,
      isLockedOut: account.status === 'active' && (await isLockedOut(tx, accountId, now)),
      consents: consents.map(({ id, purpose, how, givenAt, withdrawnAt, withdrawnHow, ...consent }) => ({
        ...{ id, purpose, how, givenAt, withdrawnAt, withdrawnHow },
        recordedBy: authorOf(consent.recordedById),
        withdrawnBy: authorOf(consent.withdrawnById),
      })),
      rights: await rightsOf(tx, actor, account),
      changes: changes.flatMap((change) => {
        const told = toldChange(change)
        return told ? [{ id: change.id, at: change.at, told, by: authorOf(change.byId) }] : []
      }),
      can: accountPermissions(actor, account),
    })
  })
