import { listRecruiters } from '#app/db/accounts.server.ts'
import { db } from '#app/db/client.server.ts'
import { findOffer } from '#app/db/offers.server.ts'
import type { OpenFact } from '#app/db/outbox.server.ts'
import type { MessageKind } from '#app/domain/message.ts'
import type { OfferState } from '#app/domain/offer.ts'
import { answerFacts } from '#workers/answer-facts.ts'
import { sayToAccounts } from '#workers/contact/say-to-accounts.ts'
import type { WorkerContext } from '#workers/context.ts'
import type { JobData } from '#workers/jobs.ts'

function kindOf(fact: string, state: OfferState): MessageKind | null {
  if (fact === 'offer.refused') return state === 'refused' ? 'offer_refused' : null
  if (fact === 'offer.sent_back') return state === 'draft' ? 'offer_sent_back' : null
  if (state !== 'published') return null
  if (fact === 'offer.reminder_due') return 'offer_expiring'
  return fact === 'offer.approved' ? 'offer_approved' : null
}

async function notify({ id: eventId, event }: OpenFact, context: WorkerContext): Promise<void> {
  if (!('offerId' in event.payload)) return
  const offer = await findOffer(db(), { kind: 'system' }, event.payload.offerId)
  if (!offer?.organisationId) return
  const kind = kindOf(event.type, offer.state)
  if (!kind) return
  const recruiters = await listRecruiters(db(), offer.organisationId)
  await sayToAccounts(recruiters, { eventId, kind, subjectId: offer.id, wantedChannel: 'email' }, context)
}

/** Tells organisations what has become of their offers: approved, refused, sent back, about to expire. */
export const notifyOffer = ({ eventIds }: JobData<'notify-offer'>, context: WorkerContext): Promise<void> =>
  answerFacts('notify-offer', eventIds, context, async (facts) => {
    for (const fact of facts) await notify(fact, context)
    return facts
  })
