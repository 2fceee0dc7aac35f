import { recordAccountChange } from '#app/db/account-changes.server.ts'
import { changeAccountRole, findAccount } from '#app/db/accounts.server.ts'
import type { Db } from '#app/db/client.server.ts'
import { findInvitationByToken, markInvitationUsed } from '#app/db/invitations.server.ts'
import { lockThing } from '#app/db/lock.server.ts'
import { findOrganisation } from '#app/db/organisations.server.ts'
import { inTransaction } from '#app/db/transaction.server.ts'
import type { Account } from '#app/domain/account.ts'
import { judgeAcceptance } from '#app/domain/invitation.policy.ts'
import type { Invitation } from '#app/domain/invitation.ts'
import type { NameForm } from '#app/domain/organisation.schema.ts'
import { ok, type Result, refuse } from '#app/domain/result.ts'
import type { Hat } from '#app/domain/session.ts'
import { newId } from '#app/system/id.server.ts'
import { hashToken } from '#app/system/secrets.server.ts'
import { giveOwnName } from './give-own-name.server.ts'
import { joinOrganisation } from './join-organisation.server.ts'
import { type OpenedSession, openSession, type Visit } from './open-session.server.ts'

async function takePost(tx: Db, account: Account, invitation: Invitation, now: Date): Promise<Result<Hat>> {
  const { role } = invitation
  if (!(await changeAccountRole(tx, account.id, { from: account.role, to: role }))) return refuse('post_held')
  await recordAccountChange(tx, {
    id: newId(),
    accountId: account.id,
    action: 'post_taken',
    reason: role,
    byId: invitation.invitedById,
    at: now,
  })
  return ok({ role, organisationId: null })
}

async function takePlace(tx: Db, account: Account, invitation: Invitation, now: Date): Promise<Result<Hat>> {
  const { organisationId, membershipRole } = invitation
  if (!organisationId) return takePost(tx, account, invitation, now)
  await lockThing(tx, 'organisation', organisationId)
  const organisation = await findOrganisation(tx, { kind: 'system' }, organisationId)
  if (!organisation || organisation.state === 'closed') return refuse('organisation_closed')
  const role = membershipRole ?? 'member'
  const isNew = await joinOrganisation(tx, { accountId: account.id, organisationId, role }, now)
  return isNew ? ok({ role: 'recruiter', organisationId }) : refuse('already_member')
}

/**
 * Accepts an invitation, by the account it was sent to, once, and wears its hat in a new session. `form` gives the name of
 * somebody who has none yet. Refusals: `not_found`, `invitation_used`, `invitation_revoked`, `invitation_expired`,
 * `post_held`, `already_member`, `organisation_closed`, `account_suspended`, `invalid_input` on `consent`.
 */
export const acceptInvitation = (options: {
  accountId: string
  token: string
  form: NameForm
  visit: Visit
  now: Date
}): Promise<Result<OpenedSession>> =>
  inTransaction(async (tx) => {
    const { accountId, token, form, visit, now } = options
    const tokenHash = hashToken(token)
    const [invitation, account] = [
      await findInvitationByToken(tx, tokenHash),
      await findAccount(tx, accountId),
    ]
    if (!invitation || !account) return refuse('not_found')
    const judged = judgeAcceptance(invitation, account, now)
    if (!judged.ok) return judged
    if (!(await markInvitationUsed(tx, invitation.id, now))) return refuse('invitation_used')
    const named = await giveOwnName(tx, account, { ...form, now })
    if (!named.ok) return named
    const worn = await takePlace(tx, account, invitation, now)
    if (!worn.ok) return worn
    return ok(await openSession(tx, { account, visit, worn: worn.value, confirmedAt: null, now }))
  })
