import { addApplicationChange, findApplication, saveApplication } from '#app/db/applications.server.ts'
import { appendEvents } from '#app/db/outbox.server.ts'
import { inTransaction } from '#app/db/transaction.server.ts'
import { type Actor, scopeOf } from '#app/domain/actor.ts'
import { decideApplication } from '#app/domain/application.decide.ts'
import { ownsApplication } from '#app/domain/application.policy.ts'
import { ok, type Result, refuse } from '#app/domain/result.ts'

/**
 * A candidate takes an application back; taking it back twice is once. Refusals: `not_found`, `forbidden`,
 * `transition_impossible`, `stale_version`.
 */
export function withdrawApplication(options: {
  actor: Actor
  applicationId: string
  now: Date
}): Promise<Result<null>> {
  const { actor, applicationId, now } = options
  return inTransaction(async (tx) => {
    const application = await findApplication(tx, scopeOf(actor), applicationId)
    if (!application || !ownsApplication(actor, application)) return refuse('not_found')
    if (actor.kind === 'candidate' && application.state === 'withdrawn') return ok(null)
    const decision = decideApplication(application, { action: 'withdraw', actor, now })
    if (!decision.ok) return decision
    const { application: next, change, events } = decision.value
    if (!(await saveApplication(tx, next, application.version))) return refuse('stale_version')
    await addApplicationChange(tx, application.id, { ...change, actor, now })
    await appendEvents(tx, events, now)
    return ok(null)
  })
}
