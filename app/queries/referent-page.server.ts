import { accessesOf, logAccesses } from '#app/db/access-log.server.ts'
import { listProfessionals } from '#app/db/accounts.server.ts'
import { listFollowings } from '#app/db/portfolios.server.ts'
import { findSoughtPerson } from '#app/db/sought-people.server.ts'
import { inTransaction } from '#app/db/transaction.server.ts'
import type { Actor } from '#app/domain/actor.ts'
import { canFindPeople } from '#app/domain/registration-on-behalf.policy.ts'
import { ok, refuse } from '#app/domain/result.ts'

/**
 * Who accompanies somebody, and who else could. The reading is logged. Refusals: `not_found` also for whoever has no profile,
 * `reading_stopped`.
 */
export const getReferentPage = (actor: Actor, accountId: string, now: Date) =>
  inTransaction(async (tx) => {
    if (!canFindPeople(actor)) return refuse('not_found')
    const person = await findSoughtPerson(tx, actor.territoryId, accountId)
    const { profileId = null } = person ?? {}
    if (!person || !profileId) return refuse('not_found')
    await logAccesses(tx, accessesOf(actor, { purpose: 'profile', at: now, profileIds: [profileId] }))
    const followings = await listFollowings(tx, profileId)
    const colleagues = await listProfessionals(tx, actor.territoryId)
    const isFree = ({ id }: { id: string }) => followings.every(({ referentId }) => referentId !== id)
    return ok({
      accountId,
      name: `${person.firstName} ${person.lastName}`,
      referents: followings.map(({ referentId, firstName, lastName, since }) => ({
        id: referentId,
        name: `${firstName} ${lastName}`,
        since: since.toISOString(),
      })),
      choices: colleagues
        .filter(({ role, status }) => role === 'referent' && status === 'active')
        .filter(isFree)
        .map(({ id, firstName, lastName }) => ({ value: id, label: `${firstName} ${lastName}` })),
    })
  })
