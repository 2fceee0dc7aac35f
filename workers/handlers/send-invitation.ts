import { findAccount } from '#app/db/accounts.server.ts'
import { db } from '#app/db/client.server.ts'
import { findInvitation } from '#app/db/invitations.server.ts'
import { invitationState } from '#app/domain/invitation.ts'
import { sayToAccounts } from '#workers/contact/say-to-accounts.ts'
import type { WorkerContext } from '#workers/context.ts'
import type { JobData } from '#workers/jobs.ts'

/** Writes the message of an invitation to whom it is for. */
export async function sendInvitation(
  { eventId, invitationId }: JobData<'send-invitation'>,
  context: WorkerContext,
): Promise<void> {
  const invitation = await findInvitation(db(), invitationId)
  if (!invitation || invitationState(invitation, context.clock()) !== 'open') return
  const account = await findAccount(db(), invitation.accountId)
  if (!account) return
  const saying = { eventId, kind: 'invitation', subjectId: invitationId, wantedChannel: null } as const
  await sayToAccounts([account], saying, context)
}
