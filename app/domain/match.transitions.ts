import type { ActorKind } from './actor.ts'
import type { DomainEvent } from './events.ts'
import type { MatchState } from './match.ts'

type Transition = {
  from: readonly MatchState[]
  to: MatchState
  roles: readonly ActorKind[]
  event: Extract<DomainEvent['type'], `match.${string}`> | null
  needsReason?: boolean
}

const OFFICERS = ['relation_officer', 'administrator'] as const

/** Match actions. Approving sends, and so does asking, for the organisation that did: an approval can be undone only until its message has left. */
export const MATCH_TRANSITIONS = {
  approve: { from: ['proposed'], to: 'approved', roles: OFFICERS, event: 'match.approved' },
  set_aside: {
    from: ['proposed'],
    to: 'set_aside',
    roles: OFFICERS,
    event: 'match.set_aside',
    needsReason: true,
  },
  ask: { from: ['proposed'], to: 'approved', roles: ['system'], event: 'match.approved' },
  undo: { from: ['approved', 'set_aside'], to: 'proposed', roles: OFFICERS, event: 'match.reopened' },
  notify: { from: ['approved'], to: 'notified', roles: ['system'], event: 'match.notified' },
  accept: {
    from: ['approved', 'notified', 'declined'],
    to: 'interested',
    roles: ['candidate'],
    event: 'match.interested',
  },
  decline: {
    from: ['proposed', 'approved', 'notified', 'interested'],
    to: 'declined',
    roles: ['candidate'],
    event: 'match.declined',
  },
  apply: {
    from: ['proposed', 'set_aside', 'approved', 'notified', 'interested', 'declined'],
    to: 'applied',
    roles: ['candidate', 'system'],
    event: null,
  },
} as const satisfies Record<string, Transition>

export type MatchAction = keyof typeof MATCH_TRANSITIONS
export const MATCH_ACTIONS = Object.keys(MATCH_TRANSITIONS) as MatchAction[]

/** The transition of an action, widened so that every field can be asked for. */
export const matchTransition = (action: MatchAction): Transition => MATCH_TRANSITIONS[action]
