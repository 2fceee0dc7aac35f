import { type Actor, isProfessional, type Role } from './actor.ts'
import { type Invitation, invitationState } from './invitation.ts'
import { ok, type Result, refuse } from './result.ts'

/** True when this actor may invite professionals of a territory, take invitations back and end posts there. */
export const canManageProfessionals = (actor: Actor, territoryId: string): boolean =>
  actor.kind === 'administrator' && actor.territoryId === territoryId

/** True when this actor may end the post of this account: somebody else's, in the own territory. */
export const canEndPost = (actor: Actor, account: { id: string; territoryId: string; role: Role }): boolean =>
  canManageProfessionals(actor, account.territoryId) &&
  isProfessional(account.role) &&
  'accountId' in actor &&
  actor.accountId !== account.id

type Acceptor = { id: string; territoryId: string; role: Role; status: 'active' | 'suspended' }

/**
 * Whether an account may accept an invitation now. Refusals: `not_found` for anybody but whom it was sent to,
 * `account_suspended`, `invitation_used`, `invitation_revoked`, `invitation_expired`, `post_held` when the account has a
 * post of the territory already and is offered another one.
 */
export function judgeAcceptance(invitation: Invitation, account: Acceptor, now: Date): Result<null> {
  if (account.id !== invitation.accountId || account.territoryId !== invitation.territoryId)
    return refuse('not_found')
  if (account.status !== 'active') return refuse('account_suspended')
  const state = invitationState(invitation, now)
  if (state !== 'open') return refuse(`invitation_${state}`)
  return isProfessional(invitation.role) && isProfessional(account.role) ? refuse('post_held') : ok(null)
}
