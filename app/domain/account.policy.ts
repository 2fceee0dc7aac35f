import {
  ACCOUNT_TRANSITION_NAMES,
  type AccountTransition,
  accountTransition,
  type Hand,
  standingOf,
} from './account.transitions.ts'
import type { Account } from './account.ts'
import { type Actor, accountIdOf, isProfessional } from './actor.ts'
import type { SuspensionRequest } from './suspension-request.ts'

type Judged = Pick<Account, 'id' | 'territoryId' | 'role' | 'status' | 'suspensionReason'>

/** In whose name the actor acts on this account: her or his own, or that of the hat worn. */
export const handOn = (actor: Actor, account: Pick<Account, 'id'>): Hand =>
  accountIdOf(actor) === account.id ? 'self' : actor.kind

const isInReach = (actor: Actor, { territoryId }: Pick<Account, 'territoryId'>): boolean =>
  actor.kind === 'system' || ('territoryId' in actor && actor.territoryId === territoryId)

/**
 * True when the actor may do this to the account as it stands. Nobody but the person stops or wakes a professional's account
 * here: those are the administrator's matter. What takes two is judged by `canDecide`.
 */
export function canChangeAccount(actor: Actor, account: Judged, name: AccountTransition): boolean {
  const { from, by, takesTwo } = accountTransition(name)
  const hand = handOn(actor, account)
  if (takesTwo || !isInReach(actor, account)) return false
  if (hand !== 'self' && isProfessional(account.role)) return false
  return by.includes(hand) && from.includes(standingOf(account))
}

const PROPOSERS: readonly Hand[] = ['hotline', 'relation_officer', 'administrator']

/** What a second person would be asked to decide about the account as it stands. */
export const decisionOn = (account: Judged): 'suspend' | 'lift' =>
  standingOf(account) === 'reasoned_decision' ? 'lift' : 'suspend'

/** True when the actor may propose that somebody else stops this account, or lets it go on. Never about her or his own. */
export const canPropose = (actor: Actor, account: Judged): boolean =>
  isInReach(actor, account) && !isProfessional(account.role) && PROPOSERS.includes(handOn(actor, account))

/** True when the actor may decide what somebody else proposed: not the one who proposed it, and not about her or his own account. */
export function canDecide(
  actor: Actor,
  account: Judged,
  request: Pick<SuspensionRequest, 'kind' | 'proposedById' | 'decidedAt'>,
): boolean {
  const { from, by } = accountTransition(request.kind)
  return (
    isInReach(actor, account) &&
    request.decidedAt === null &&
    request.proposedById !== accountIdOf(actor) &&
    by.includes(handOn(actor, account)) &&
    from.includes(standingOf(account))
  )
}

/** The `can` object of a person's page: every transition of one hand, allowed or not, and proposing one that takes two. */
export const accountPermissions = (actor: Actor, account: Judged) => ({
  propose: canPropose(actor, account),
  ...(Object.fromEntries(
    ACCOUNT_TRANSITION_NAMES.map((name) => [name, canChangeAccount(actor, account, name)]),
  ) as Record<AccountTransition, boolean>),
})
