import {
  addApplicationChange,
  findApplication,
  findLastApplicationChange,
  saveApplication,
} from '#app/db/applications.server.ts'
import type { Db } from '#app/db/client.server.ts'
import { lockThing } from '#app/db/lock.server.ts'
import { appendEvents } from '#app/db/outbox.server.ts'
import { type Actor, accountIdOf, scopeOf } from '#app/domain/actor.ts'
import {
  type ApplicationAnswer,
  type ApplicationDecision,
  decideApplication,
} from '#app/domain/application.decide.ts'
import { ownsApplication } from '#app/domain/application.policy.ts'
import type { ApplicationAction } from '#app/domain/application.transitions.ts'
import type { Application } from '#app/domain/application.ts'
import { ok, type Result, refuse } from '#app/domain/result.ts'

/** `version` is the one the person was looking at. */
export type ApplicationCommand = { actor: Actor; applicationId: string; version: number; now: Date }

/** The last two steps of every action on an application: save it guarded by its version, then its history and its facts. */
export async function saveApplicationDecision(
  tx: Db,
  { application, change, events }: ApplicationDecision,
  by: { actor: Actor; now: Date },
): Promise<Result<Application>> {
  if (!(await saveApplication(tx, application, application.version - 1))) return refuse('stale_version')
  await addApplicationChange(tx, application.id, { ...change, ...by })
  await appendEvents(tx, events, by.now)
  return ok(application)
}

/** True when the last thing that happened is this very answer, by this very person. */
async function isDone(
  tx: Db,
  application: Application,
  { action, actor, version, reason = null, interviewAt = null }: Repeatable,
): Promise<boolean> {
  if (application.version !== version + 1) return false
  const last = await findLastApplicationChange(tx, application)
  return (
    last?.action === action &&
    last.accountId === accountIdOf(actor) &&
    (action !== 'refuse' || last.reason === reason) &&
    (action !== 'interview' || application.interviewAt?.getTime() === interviewAt?.getTime())
  )
}

type Repeatable = ApplicationCommand & ApplicationAnswer & { action: ApplicationAction }

/**
 * The five steps common to every answer to an application, inside the caller's transaction. The same answer sent twice
 * finds its work done. Refusals: `not_found`, `stale_version`, and those of `decideApplication`.
 */
export async function changeApplication(
  tx: Db,
  action: ApplicationAction,
  command: ApplicationCommand & ApplicationAnswer,
): Promise<Result<Application>> {
  const { actor, applicationId, version, now } = command
  await lockThing(tx, 'application', applicationId)
  const application = await findApplication(tx, scopeOf(actor), applicationId)
  if (!application || !ownsApplication(actor, application)) return refuse('not_found')
  if (application.version !== version)
    return (await isDone(tx, application, { ...command, action })) ? ok(application) : refuse('stale_version')
  const decision = decideApplication(application, { ...command, action })
  return decision.ok ? saveApplicationDecision(tx, decision.value, { actor, now }) : decision
}
