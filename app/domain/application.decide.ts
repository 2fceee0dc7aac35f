import type { Actor } from './actor.ts'
import {
  type ApplicationAction,
  applicationTransition,
  isApplicationOpen,
} from './application.transitions.ts'
import { type Application, REFUSAL_REASONS, type RefusalReason } from './application.ts'
import type { DomainEvent } from './events.ts'
import type { OfferKind } from './offer.ts'
import { ok, type Result, refuse } from './result.ts'

/** One line of an application's history. */
export type ApplicationChange = {
  action: ApplicationAction | 'apply'
  from: Application['state'] | null
  to: Application['state']
  reason: string | null
}
export type ApplicationDecision = {
  application: Application
  change: ApplicationChange
  events: DomainEvent[]
}

/** What an answer says beside its action. `interviewAt` null: the day is fixed by telephone. */
export type ApplicationAnswer = {
  reason?: string | null
  isReasonShared?: boolean
  interviewAt?: Date | null
}

const ONE_YEAR_MS = 366 * 86_400_000

const isRefusalReason = (text: string): text is RefusalReason =>
  (REFUSAL_REASONS as readonly string[]).includes(text)

function wrongInterviewDate(interviewAt: Date | null, now: Date): string | null {
  if (interviewAt === null) return null
  const ahead = interviewAt.getTime() - now.getTime()
  if (Number.isNaN(ahead)) return 'Cette date ou cette heure n’existe pas.'
  if (ahead <= 0) return 'Ce moment est passé. Choisissez une date et une heure à venir.'
  return ahead > ONE_YEAR_MS ? 'C’est dans plus d’un an. Choisissez une date plus proche.' : null
}

/**
 * Applies an action to an application: the new state, its history line and the fact to record.
 * A refusal keeps its reason, from the closed list; an interview its moment, which is ahead and within a year.
 * Refusals: `forbidden`, `transition_impossible`, `reason_required`, `invalid_input` (field `interviewAt`).
 */
export function decideApplication(
  application: Application,
  options: ApplicationAnswer & { action: ApplicationAction; actor: Actor; now: Date },
): Result<ApplicationDecision> {
  const { action, actor, now, isReasonShared = false, interviewAt = null } = options
  const transition = applicationTransition(action)
  const reason = options.reason?.trim() || null
  if (!transition.roles.includes(actor.kind)) return refuse('forbidden')
  if (!transition.from.includes(application.state)) return refuse('transition_impossible')
  if (transition.needsReason && !(reason && isRefusalReason(reason)))
    return refuse('reason_required', { reason: ['Choisissez une raison dans la liste.'] })
  const wrongDate = action === 'interview' ? wrongInterviewDate(interviewAt, now) : null
  if (wrongDate) return refuse('invalid_input', { interviewAt: [wrongDate] })
  const isRefused = action === 'refuse'
  const next: Application = {
    ...application,
    state: transition.to,
    refusalReason: isRefused ? (reason as RefusalReason) : null,
    isReasonShared: isRefused && isReasonShared,
    interviewAt: action === 'interview' ? interviewAt : application.interviewAt,
    version: application.version + 1,
    updatedAt: now,
  }
  return ok({
    application: next,
    change: { action, from: application.state, to: next.state, reason },
    events: [{ type: transition.event, payload: { applicationId: application.id } } as DomainEvent],
  })
}

/** Kinds that take the place of a job. A season or a mission of volunteering leaves the person free to look on. */
const TAKES_JOB: readonly OfferKind[] = ['job', 'clause']

/**
 * The person's other applications that a hire ends: the open ones for offers of kind `job`, never for volunteering
 * (domain: "Applications"). `hired` is what the person was hired for; a kind not known ends nothing, and is not ended.
 */
export function endedByHire<T extends { application: Application; kind: OfferKind | null }>(
  hired: { applicationId: string; kind: OfferKind | null },
  others: readonly T[],
): T[] {
  if (!hired.kind || !TAKES_JOB.includes(hired.kind)) return []
  return others.filter(
    ({ application, kind }) =>
      kind === 'job' && application.id !== hired.applicationId && isApplicationOpen(application.state),
  )
}
