import type { Account } from './account.ts'
import { type Actor, isProfessional, type Professional } from './actor.ts'

/** An administrator resets the second factor of another professional of the same territory, never her or his own. */
export const canResetFactor = (
  actor: Actor,
  account: Pick<Account, 'id' | 'territoryId' | 'role'>,
): actor is Extract<Professional, { kind: 'administrator' }> =>
  actor.kind === 'administrator' &&
  actor.territoryId === account.territoryId &&
  actor.accountId !== account.id &&
  isProfessional(account.role)
