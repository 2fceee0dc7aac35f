import { listRecruiters } from '#app/db/accounts.server.ts'
import { db } from '#app/db/client.server.ts'
import { findLastOfferChange } from '#app/db/offer-history.server.ts'
import { findOffer } from '#app/db/offers.server.ts'
import type { MessageKind } from '#app/domain/message.ts'
import type { Offer } from '#app/domain/offer.ts'
import { sayToAccounts } from '#workers/contact/say-to-accounts.ts'
import type { WorkerContext } from '#workers/context.ts'
import type { JobData } from '#workers/jobs.ts'

// Publishing at once is the organisation's own act: only an officer's approval is news to it.
async function kindOf(fact: string, { id, state }: Offer): Promise<MessageKind | null> {
  if (fact === 'offer.refused') return state === 'refused' ? 'offer_refused' : null
  if (fact === 'offer.sent_back') return state === 'draft' ? 'offer_sent_back' : null
  if (state !== 'published') return null
  if (fact === 'offer.reminder_due') return 'offer_expiring'
  if (fact !== 'offer.published') return null
  const opened = await findLastOfferChange(db(), id, ['publish', 'approve'])
  return opened?.action === 'approve' ? 'offer_approved' : null
}

/** Tells an organisation what has become of its offer: approved, refused, sent back, about to expire. */
export async function notifyOffer(
  { eventId, offerId, fact }: JobData<'notify-offer'>,
  context: WorkerContext,
): Promise<void> {
  const offer = await findOffer(db(), { kind: 'system' }, offerId)
  if (!offer?.organisationId) return
  const kind = await kindOf(fact, offer)
  if (!kind) return
  const recruiters = await listRecruiters(db(), offer.organisationId)
  await sayToAccounts(recruiters, { eventId, kind, subjectId: offerId, wantedChannel: 'email' }, context)
}
