import { type Account, SUSPENSION_REASONS, type SuspensionReason } from './account.ts'
import type { AccountAction } from './account-change.ts'
import type { ActorKind } from './actor.ts'

/** How an account stands: open, or stopped for one reason. */
export const STANDINGS = ['active', ...SUSPENSION_REASONS] as const
export type Standing = 'active' | SuspensionReason

/** Who acts on an account: its own person, or somebody wearing a hat. */
export type Hand = 'self' | ActorKind

type Transition = {
  from: readonly Standing[]
  to: Standing
  by: readonly Hand[]
  change: Extract<AccountAction, 'suspended' | 'reactivated'>
  /** One proposes it with a reason, another one decides. */
  takesTwo?: boolean
}

const DECIDERS = ['relation_officer', 'administrator'] as const

/**
 * What happens to an account: from which standings, to which, by whom (domain: "Account"). Each reason has its own way back,
 * so that none clears another one.
 */
export const ACCOUNT_TRANSITIONS = {
  fall_asleep: { from: ['active'], to: 'inactivity', by: ['system'], change: 'suspended' },
  stop: { from: ['active', 'inactivity'], to: 'own_request', by: ['self', 'hotline'], change: 'suspended' },
  mark_duplicate: {
    from: ['active', 'inactivity', 'own_request'],
    to: 'duplicate',
    by: ['hotline'],
    change: 'suspended',
  },
  suspend: {
    from: ['active', 'inactivity', 'own_request', 'duplicate'],
    to: 'reasoned_decision',
    by: DECIDERS,
    change: 'suspended',
    takesTwo: true,
  },
  wake: { from: ['inactivity'], to: 'active', by: ['self', 'hotline'], change: 'reactivated' },
  resume: { from: ['own_request'], to: 'active', by: ['self', 'hotline'], change: 'reactivated' },
  undo_duplicate: { from: ['duplicate'], to: 'active', by: ['hotline'], change: 'reactivated' },
  lift: {
    from: ['reasoned_decision'],
    to: 'active',
    by: DECIDERS,
    change: 'reactivated',
    takesTwo: true,
  },
} as const satisfies Record<string, Transition>

export type AccountTransition = keyof typeof ACCOUNT_TRANSITIONS
export const ACCOUNT_TRANSITION_NAMES = Object.keys(ACCOUNT_TRANSITIONS) as AccountTransition[]

/** The entry of a transition, widened so that every field can be asked for. */
export const accountTransition = (name: AccountTransition): Transition => ACCOUNT_TRANSITIONS[name]

/** How an account stands. */
export const standingOf = ({
  status,
  suspensionReason,
}: Pick<Account, 'status' | 'suspensionReason'>): Standing =>
  status === 'active' ? 'active' : (suspensionReason ?? 'reasoned_decision')
