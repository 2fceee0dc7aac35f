import { findAccount } from '#app/db/accounts.server.ts'
import { db } from '#app/db/client.server.ts'
import { findOpenJoinRequest } from '#app/db/join-requests.server.ts'
import { listTeam } from '#app/db/memberships.server.ts'
import { sayToAccounts } from '#workers/contact/say-to-accounts.ts'
import type { WorkerContext } from '#workers/context.ts'
import type { JobData } from '#workers/jobs.ts'

/** Tells the administrators of an organisation that somebody asks for a place in it. */
export async function notifyJoinRequest(
  { eventId, joinRequestId }: JobData<'notify-join-request'>,
  context: WorkerContext,
): Promise<void> {
  const request = await findOpenJoinRequest(db(), joinRequestId)
  if (!request) return
  const team = await listTeam(db(), request.organisationId)
  const administrators = team.filter(({ role }) => role === 'administrator')
  const accounts = await Promise.all(administrators.map(({ accountId }) => findAccount(db(), accountId)))
  const readers = accounts.filter((account) => account !== null)
  const saying = {
    eventId,
    kind: 'join_requested',
    subjectId: joinRequestId,
    wantedChannel: 'email',
  } as const
  await sayToAccounts(readers, saying, context)
}
