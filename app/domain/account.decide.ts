import { type AccountTransition, accountTransition, standingOf } from './account.transitions.ts'
import type { Account, SuspensionReason } from './account.ts'
import type { AccountAction } from './account-change.ts'
import { ok, type Result, refuse } from './result.ts'

export type StandingChange = {
  status: Account['status']
  suspensionReason: SuspensionReason | null
  action: AccountAction
}

/** How an account stands after a transition. Refusal: `transition_impossible` from any other standing. */
export function decideStanding(
  account: Pick<Account, 'status' | 'suspensionReason'>,
  name: AccountTransition,
): Result<StandingChange> {
  const { from, to, change } = accountTransition(name)
  if (!from.includes(standingOf(account))) return refuse('transition_impossible')
  return ok({
    status: to === 'active' ? 'active' : 'suspended',
    suspensionReason: to === 'active' ? null : to,
    action: change,
  })
}
