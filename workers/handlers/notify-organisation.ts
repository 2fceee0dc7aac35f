import { findAccount, listRecruiters } from '#app/db/accounts.server.ts'
import { db } from '#app/db/client.server.ts'
import { findLastOrganisationChange } from '#app/db/organisation-changes.server.ts'
import type { Account } from '#app/domain/account.ts'
import { sayToAccounts } from '#workers/contact/say-to-accounts.ts'
import type { WorkerContext } from '#workers/context.ts'
import type { JobData } from '#workers/jobs.ts'

async function registrantOf(organisationId: string): Promise<Account[]> {
  const registered = await findLastOrganisationChange(db(), organisationId, 'registered')
  const account = registered?.accountId ? await findAccount(db(), registered.accountId) : null
  return account ? [account] : []
}

/**
 * Tells an organisation what was decided about it. Verified with its first offer, or by its own code, it has read so already; refused,
 * nobody is in it any more, and whoever signed it up is told.
 */
export async function notifyOrganisation(
  { eventId, organisationId, fact }: JobData<'notify-organisation'>,
  context: WorkerContext,
): Promise<void> {
  const isVerified = fact === 'organisation.verified'
  if (isVerified && !(await findLastOrganisationChange(db(), organisationId, 'verified'))) return
  const readers = isVerified ? await listRecruiters(db(), organisationId) : await registrantOf(organisationId)
  const kind = isVerified ? 'organisation_verified' : 'organisation_refused'
  await sayToAccounts(readers, { eventId, kind, subjectId: organisationId, wantedChannel: null }, context)
}
