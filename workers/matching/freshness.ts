import { offersOfApplications, profilesOfAccounts, type TextFact } from '#app/db/outbox-feed.server.ts'
import type { EventType } from '#app/domain/events.ts'

/** What of the pool a fact may change: the offer, the offer's capacity through an application, the person, or all of it. */
type Touched = 'offer' | 'application' | 'profile' | 'account' | 'everything' | 'nothing'

/** Each fact and what it may change in the pool. A new fact does not compile before it is here. */
export const FRESHNESS: Record<EventType, Touched> = {
  'offer.submitted': 'offer',
  'offer.published': 'offer',
  'offer.approved': 'offer',
  'offer.edited': 'offer',
  'offer.suspended': 'offer',
  'offer.resumed': 'offer',
  'offer.prolonged': 'offer',
  'offer.filled': 'offer',
  'offer.expired': 'offer',
  'offer.withdrawn': 'offer',
  'offer.refused': 'offer',
  'offer.sent_back': 'offer',
  'offer.reminder_due': 'nothing',
  'offer.deleted': 'offer',
  'profile.changed': 'profile',
  'profile.deleted': 'profile',
  'matches.proposed': 'nothing',
  'match.approved': 'nothing',
  'match.set_aside': 'nothing',
  'match.reopened': 'nothing',
  'match.notified': 'nothing',
  'match.interested': 'nothing',
  'match.declined': 'nothing',
  'application.sent': 'application',
  'application.seen': 'nothing',
  'application.in_progress': 'nothing',
  'application.interview': 'nothing',
  'application.on_hold': 'nothing',
  'application.pool': 'nothing',
  'application.hired': 'nothing',
  'application.refused': 'nothing',
  'application.withdrawn': 'application',
  'application.obsolete': 'application',
  'application.unanswered': 'nothing',
  'application.reminder_due': 'nothing',
  'sign_in_code.requested': 'nothing',
  'contact_proof.requested': 'nothing',
  'contact_proof.used': 'nothing',
  'contact.stopped': 'account',
  'reading.alarmed': 'nothing',
  'organisation.registered': 'nothing',
  'account.erasure_noticed': 'nothing',
  'account.factor_changed': 'nothing',
  'organisation.verified': 'nothing',
  'organisation.refused': 'nothing',
  'organisation_code.requested': 'nothing',
  'join.requested': 'nothing',
  'invitation.sent': 'nothing',
  'territory.changed': 'everything',
  'occupations.imported': 'everything',
  'rematch.planned': 'everything',
}

/** Beyond this many people and offers to read again, reading everything is quicker. */
const MOST_CHANGES = 20_000

/** The people and offers to read again; `isEverything` when the whole pool is to be loaded anew. */
export type Changes = { isEverything: boolean; offerIds: string[]; profileIds: string[] }

/** What facts may have changed in the pool. A fact of another version of the platform, whose type is unknown, changes nothing. */
export async function changesOf(facts: readonly TextFact[]): Promise<Changes> {
  const ids: Record<Touched, Set<string>> = {
    offer: new Set(),
    application: new Set(),
    profile: new Set(),
    account: new Set(),
    everything: new Set(),
    nothing: new Set(),
  }
  for (const { type, payload } of facts) {
    const touched = FRESHNESS[type] ?? 'nothing'
    const id = touched === 'everything' ? type : payload[`${touched}Id`]
    if (id !== undefined) ids[touched].add(id)
  }
  const offers = await offersOfApplications([...ids.application])
  const profiles = await profilesOfAccounts([...ids.account])
  const offerIds = [...new Set([...ids.offer, ...offers])]
  const profileIds = [...new Set([...ids.profile, ...profiles])]
  const isEverything = ids.everything.size > 0 || offerIds.length + profileIds.length > MOST_CHANGES
  return { isEverything, offerIds, profileIds }
}
