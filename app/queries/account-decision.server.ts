import { accessesOf, logAccesses } from '#app/db/access-log.server.ts'
import { findReachableAccount, namesOf } from '#app/db/account-states.server.ts'
import { findSoughtPerson } from '#app/db/sought-people.server.ts'
import { findWaitingRequest, listWaitingRequests } from '#app/db/suspension-requests.server.ts'
import { inTransaction } from '#app/db/transaction.server.ts'
import { canDecide, canPropose, decisionOn } from '#app/domain/account.policy.ts'
import type { Actor, Professional } from '#app/domain/actor.ts'
import { profilesOf } from '#app/domain/found-person.ts'
import { canFindPeople } from '#app/domain/registration-on-behalf.policy.ts'
import { ok, refuse } from '#app/domain/result.ts'

/** What may be proposed about somebody's account, and whether a request waits already. The reading is logged. Refusals: `not_found`, `reading_stopped`. */
export const getDecisionForm = (actor: Actor, accountId: string, now: Date) =>
  inTransaction(async (tx) => {
    const account = await findReachableAccount(tx, accountId)
    if (!account || !canPropose(actor, account)) return refuse('not_found')
    const person = await findSoughtPerson(tx, account.territoryId, accountId)
    const profileIds = profilesOf(person ? [person] : [])
    await logAccesses(tx, accessesOf(actor, { purpose: 'profile', at: now, profileIds }))
    const name = `${account.firstName} ${account.lastName}`.trim()
    return ok({
      accountId,
      name,
      back: canFindPeople(actor)
        ? { href: `/accueil/personnes/${accountId}`, label: name }
        : { href: '/accueil/decisions', label: 'Décisions à deux' },
      kind: decisionOn(account),
      isWaiting: (await findWaitingRequest(tx, accountId)) !== null,
    })
  })

/** The requests of the territory that wait for a second person, oldest first. Showing whom they are about is logged. Refusal: `reading_stopped`. */
export const getWaitingRequests = (actor: Professional, now: Date) =>
  inTransaction(async (tx) => {
    const waiting = await listWaitingRequests(tx, actor.territoryId)
    await logAccesses(tx, accessesOf(actor, { purpose: 'list', at: now, profileIds: profilesOf(waiting) }))
    const names = await namesOf(
      tx,
      waiting.map(({ request }) => request.proposedById),
    )
    return ok(
      waiting.map(({ request, account }) => ({
        id: request.id,
        kind: request.kind,
        reason: request.reason,
        proposedAt: request.proposedAt,
        proposedBy: names.get(request.proposedById) ?? '',
        isOwn: request.proposedById === actor.accountId,
        name: `${account.firstName} ${account.lastName}`.trim(),
        canDecide: canDecide(actor, account, request),
      })),
    )
  })
