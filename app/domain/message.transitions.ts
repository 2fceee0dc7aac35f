import type { MessageState } from './message.ts'

const OUTCOMES = ['delivered', 'soft_bounce', 'hard_bounce', 'blocked', 'invalid', 'error'] as const

/**
 * Where each delivery state may go (domain: "Contact"). `unknown` is written just before the provider is spoken to and
 * is left by an answer or by reconciliation alone; back to `queued` means that the provider surely does not have it.
 */
export const MESSAGE_TRANSITIONS: Record<MessageState, readonly MessageState[]> = {
  queued: ['queued', 'unknown', 'cancelled', 'accepted', ...OUTCOMES],
  unknown: ['queued', 'accepted', ...OUTCOMES],
  accepted: OUTCOMES,
  soft_bounce: OUTCOMES,
  error: OUTCOMES,
  hard_bounce: ['delivered'],
  blocked: ['delivered'],
  invalid: ['delivered'],
  delivered: [],
  cancelled: [],
}

/** True when a message may go from one state to the other. */
export const canMessageMove = (from: MessageState, to: MessageState): boolean =>
  MESSAGE_TRANSITIONS[from].includes(to)

/** States reported by a provider after it accepted the message. */
export const isOutcome = (state: MessageState): boolean => (OUTCOMES as readonly string[]).includes(state)

/** States after which an address or a number is taken as dead until a later message arrives. */
export const DEAD_CHANNEL_STATES: readonly MessageState[] = ['hard_bounce', 'blocked', 'invalid']

/**
 * The state of a message after a provider's report, or null when the report changes nothing: an older report never
 * overwrites a newer one, and `delivered` is final. A report always wins over `queued`, `unknown` and `accepted`,
 * whose instants are ours and not the provider's.
 */
export function stateAfterReport(
  message: { state: MessageState; updatedAt: Date },
  report: { state: MessageState; at: Date },
): MessageState | null {
  if (!isOutcome(report.state) || !canMessageMove(message.state, report.state)) return null
  if (isOutcome(message.state) && report.at.getTime() < message.updatedAt.getTime()) return null
  return report.state
}
