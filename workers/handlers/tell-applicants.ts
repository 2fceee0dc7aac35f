import { findAccountOfProfile } from '#app/db/accounts.server.ts'
import { listOpenApplications } from '#app/db/applications.server.ts'
import { db } from '#app/db/client.server.ts'
import { findOffer } from '#app/db/offers.server.ts'
import type { Scope } from '#app/domain/actor.ts'
import { isClosed } from '#app/domain/offer.ts'
import { sayToAccounts } from '#workers/contact/say-to-accounts.ts'
import type { WorkerContext } from '#workers/context.ts'
import type { JobData } from '#workers/jobs.ts'

const SYSTEM: Scope = { kind: 'system' }

/** Tells each person who still waits for an answer that the offer is closed, once, on the channel she or he chose. */
export async function tellApplicants(
  { eventId, offerId }: JobData<'tell-applicants'>,
  context: WorkerContext,
): Promise<void> {
  const offer = await findOffer(db(), SYSTEM, offerId)
  if (!offer || !isClosed(offer.state)) return
  for (const { id, profileId } of await listOpenApplications(db(), SYSTEM, offerId)) {
    const account = await findAccountOfProfile(db(), profileId)
    const saying = { eventId, kind: 'application_offer_closed', subjectId: id, wantedChannel: null } as const
    if (account) await sayToAccounts([account], saying, context)
  }
}
