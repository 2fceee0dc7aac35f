import { findApplication, lockApplicationsOf } from '#app/db/applications.server.ts'
import type { Db } from '#app/db/client.server.ts'
import { listApplicationsWithKind } from '#app/db/organisation-applications.server.ts'
import { inTransaction } from '#app/db/transaction.server.ts'
import { scopeOf } from '#app/domain/actor.ts'
import { decideApplication, endedByHire } from '#app/domain/application.decide.ts'
import type { Application } from '#app/domain/application.ts'
import { ok, type Result, refuse } from '#app/domain/result.ts'
import {
  type ApplicationCommand,
  changeApplication,
  saveApplicationDecision,
} from './change-application.server.ts'

const SYSTEM = { kind: 'system' } as const

/**
 * The organisation takes the person; in the same transaction her or his other open job applications become `obsolete`.
 * Refusals: `not_found`, `forbidden`, `transition_impossible`, `stale_version`.
 */
export const hireApplicant = (command: ApplicationCommand): Promise<Result<Application>> =>
  inTransaction(async (tx) => {
    const { actor, applicationId, now } = command
    const application = await findApplication(tx, scopeOf(actor), applicationId)
    if (!application) return refuse('not_found')
    await lockApplicationsOf(tx, application.profileId)
    const hired = await changeApplication(tx, 'hire', command)
    return hired.ok ? endOthers(tx, hired.value, now) : hired
  })

/** What the person sent elsewhere is the platform's to end: it is read beyond the organisation's own scope. */
async function endOthers(tx: Db, hired: Application, now: Date): Promise<Result<Application>> {
  const all = await listApplicationsWithKind(tx, SYSTEM, hired.profileId)
  const kind = all.find(({ application }) => application.id === hired.id)?.kind ?? null
  for (const { application } of endedByHire({ applicationId: hired.id, kind }, all)) {
    const decision = decideApplication(application, { action: 'obsolete', actor: SYSTEM, now })
    if (!decision.ok) return decision
    const saved = await saveApplicationDecision(tx, decision.value, { actor: SYSTEM, now })
    if (!saved.ok) return saved
  }
  return ok(hired)
}
