/** Facts of the platform: event type → the ids it carries. Handlers re-read the rows; an event holds no name, phone or e-mail. */
export type EventPayloads = {
  'offer.submitted': { offerId: string }
  'offer.published': { offerId: string }
  'offer.approved': { offerId: string }
  'offer.edited': { offerId: string }
  'offer.suspended': { offerId: string }
  'offer.resumed': { offerId: string }
  'offer.prolonged': { offerId: string }
  'offer.filled': { offerId: string }
  'offer.expired': { offerId: string }
  'offer.withdrawn': { offerId: string }
  'offer.refused': { offerId: string }
  'offer.sent_back': { offerId: string }
  'offer.reminder_due': { offerId: string; daysLeft: number }
  'offer.deleted': { offerId: string }
  'profile.changed': { profileId: string }
  'profile.deleted': { profileId: string }
  'matches.proposed': { offerId: string }
  'match.approved': { matchId: string }
  'match.set_aside': { matchId: string }
  'match.reopened': { matchId: string }
  'match.notified': { matchId: string }
  'match.interested': { matchId: string }
  'match.declined': { matchId: string }
  'application.sent': { applicationId: string }
  'application.seen': { applicationId: string }
  'application.in_progress': { applicationId: string }
  'application.interview': { applicationId: string }
  'application.on_hold': { applicationId: string }
  'application.pool': { applicationId: string }
  'application.hired': { applicationId: string }
  'application.refused': { applicationId: string }
  'application.withdrawn': { applicationId: string }
  'application.obsolete': { applicationId: string }
  'application.unanswered': { applicationId: string }
  'application.reminder_due': { applicationId: string }
  'sign_in_code.requested': { codeId: string }
  'contact_proof.requested': { proofId: string }
  'contact_proof.used': { proofId: string }
  'contact.stopped': { accountId: string }
  'reading.alarmed': { accountId: string }
  'organisation.registered': { organisationId: string }
  'account.erasure_noticed': { accountId: string }
  'account.factor_changed': { accountId: string }
  'organisation.verified': { organisationId: string }
  'organisation.refused': { organisationId: string }
  'organisation_code.requested': { verificationId: string }
  'join.requested': { joinRequestId: string }
  'invitation.sent': { invitationId: string }
  'territory.changed': { territoryId: string }
  'occupations.imported': Record<string, never>
  'rematch.planned': Record<string, never>
}

export type EventType = keyof EventPayloads

/** One fact, before it gets its id and its time in the outbox. */
export type DomainEvent = { [T in EventType]: { type: T; payload: EventPayloads[T] } }[EventType]
