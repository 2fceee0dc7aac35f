import { accessesOf, logAccesses } from '#app/db/access-log.server.ts'
import { findReachableAccount } from '#app/db/account-states.server.ts'
import { findLookAlikes, findSoughtPerson } from '#app/db/sought-people.server.ts'
import { inTransaction } from '#app/db/transaction.server.ts'
import { canChangeAccount } from '#app/domain/account.policy.ts'
import type { Actor } from '#app/domain/actor.ts'
import { profilesOf } from '#app/domain/found-person.ts'
import { canFindPeople } from '#app/domain/registration-on-behalf.policy.ts'
import { ok, refuse } from '#app/domain/result.ts'

const SHOWN = 10

/**
 * The active accounts of which this one may be a duplicate: same names, whatever the month of birth. Their showing is logged.
 * Refusals: `not_found`, `transition_impossible`, `reading_stopped`.
 */
export const getDuplicateChoice = (actor: Actor, accountId: string, now: Date) =>
  inTransaction(async (tx) => {
    if (!canFindPeople(actor)) return refuse('not_found')
    const { territoryId } = actor
    const person = await findSoughtPerson(tx, territoryId, accountId)
    const account = person && (await findReachableAccount(tx, accountId))
    if (!account) return refuse('not_found')
    if (!canChangeAccount(actor, account, 'mark_duplicate')) return refuse('transition_impossible')
    const { firstName, lastName } = account
    const found = await findLookAlikes(tx, {
      territoryId,
      firstName,
      lastName,
      phone: null,
      email: null,
      birthMonth: null,
      exceptId: accountId,
      limit: SHOWN,
    })
    const people = found.filter(({ status, firstName: first }) => status === 'active' && first !== '')
    const profileIds = profilesOf([person, ...people])
    await logAccesses(tx, accessesOf(actor, { purpose: 'list', at: now, profileIds }))
    return ok({ accountId, name: `${firstName} ${lastName}`, people })
  })
