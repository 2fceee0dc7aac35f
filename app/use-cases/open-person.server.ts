import { accessesOf, logAccesses } from '#app/db/access-log.server.ts'
import { findPersonRelation } from '#app/db/persons.server.ts'
import { inTransaction } from '#app/db/transaction.server.ts'
import type { Professional } from '#app/domain/actor.ts'
import { personAccess } from '#app/domain/person.policy.ts'
import { ok, type Result, refuse } from '#app/domain/result.ts'

/**
 * A professional says why she or he reads somebody whom she or he does not follow: the reason is kept in the access log, and the
 * person is open to her or him for half an hour. Refusals: `not_found` outside the territory, `reading_stopped`.
 */
export function openPerson(options: {
  actor: Professional
  profileId: string
  reason: string
  now: Date
}): Promise<Result<null>> {
  const { actor, profileId, reason, now } = options
  const { accountId, territoryId } = actor
  return inTransaction(async (tx) => {
    const relation = await findPersonRelation(
      tx,
      { kind: 'territory', territoryId },
      { accountId, profileId },
    )
    const access = relation ? personAccess(actor, relation, now) : 'none'
    if (access === 'none') return refuse('not_found')
    if (access === 'open') return ok(null)
    await logAccesses(tx, accessesOf(actor, { purpose: 'profile', at: now, profileIds: [profileId], reason }))
    return ok(null)
  })
}
