import type { ActorKind } from './actor.ts'
import type { ApplicationState } from './application.ts'
import type { DomainEvent } from './events.ts'

type Transition = {
  from: readonly ApplicationState[]
  to: ApplicationState
  roles: readonly ActorKind[]
  event: Extract<DomainEvent['type'], `application.${string}`>
  needsReason?: boolean
}

const ORGANISATION = ['recruiter', 'relation_officer', 'administrator'] as const
/** The states in which the organisation may still answer. */
export const OPEN_APPLICATION_STATES = [
  'sent',
  'seen',
  'in_progress',
  'interview',
  'on_hold',
  'pool',
] as const

/** Application actions: from which states, to which, by whom, and the fact each records (domain: "Applications"). */
export const APPLICATION_TRANSITIONS = {
  see: { from: ['sent'], to: 'seen', roles: ORGANISATION, event: 'application.seen' },
  start: {
    from: ['sent', 'seen', 'on_hold', 'pool'],
    to: 'in_progress',
    roles: ORGANISATION,
    event: 'application.in_progress',
  },
  interview: {
    from: ['sent', 'seen', 'in_progress', 'interview', 'on_hold', 'pool'],
    to: 'interview',
    roles: ORGANISATION,
    event: 'application.interview',
  },
  hold: {
    from: ['sent', 'seen', 'in_progress', 'interview'],
    to: 'on_hold',
    roles: ORGANISATION,
    event: 'application.on_hold',
  },
  pool: {
    from: ['sent', 'seen', 'in_progress', 'interview', 'on_hold'],
    to: 'pool',
    roles: ORGANISATION,
    event: 'application.pool',
  },
  hire: { from: OPEN_APPLICATION_STATES, to: 'hired', roles: ORGANISATION, event: 'application.hired' },
  refuse: {
    from: OPEN_APPLICATION_STATES,
    to: 'refused',
    roles: ORGANISATION,
    event: 'application.refused',
    needsReason: true,
  },
  withdraw: {
    from: OPEN_APPLICATION_STATES,
    to: 'withdrawn',
    roles: ['candidate'],
    event: 'application.withdrawn',
  },
  obsolete: {
    from: OPEN_APPLICATION_STATES,
    to: 'obsolete',
    roles: ['system'],
    event: 'application.obsolete',
  },
  close_unanswered: {
    from: ['sent', 'seen'],
    to: 'unanswered',
    roles: ['system', 'relation_officer', 'administrator'],
    event: 'application.unanswered',
  },
} as const satisfies Record<string, Transition>

export type ApplicationAction = keyof typeof APPLICATION_TRANSITIONS
export const APPLICATION_ACTIONS = Object.keys(APPLICATION_TRANSITIONS) as ApplicationAction[]

/** The transition of an action, widened so that every field can be asked for. */
export const applicationTransition = (action: ApplicationAction): Transition =>
  APPLICATION_TRANSITIONS[action]

/** True while the organisation may still answer. */
export const isApplicationOpen = (state: ApplicationState): boolean =>
  (OPEN_APPLICATION_STATES as readonly string[]).includes(state)
