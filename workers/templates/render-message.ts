import type { MessageKind } from '#app/domain/message.ts'
import { applicationHiredTemplate } from './application-hired.ts'
import { applicationInterviewTemplate } from './application-interview.ts'
import { applicationObsoleteTemplate } from './application-obsolete.ts'
import { applicationOfferClosedTemplate } from './application-offer-closed.ts'
import { applicationReceivedTemplate } from './application-received.ts'
import { applicationRefusedTemplate } from './application-refused.ts'
import { applicationReminderTemplate } from './application-reminder.ts'
import { applicationUnansweredTemplate } from './application-unanswered.ts'
import { contactChangedTemplate } from './contact-changed.ts'
import { factorChangedTemplate } from './factor-changed.ts'
import type { CommonFacts, MessageFacts, Template } from './facts.ts'
import { toGsm7 } from './gsm7.ts'
import { invitationTemplate } from './invitation.ts'
import { joinRequestedTemplate } from './join-requested.ts'
import { layOut } from './letter.ts'
import { matchProposedTemplate } from './match-proposed.ts'
import { offerApprovedTemplate } from './offer-approved.ts'
import { offerExpiringTemplate } from './offer-expiring.ts'
import { offerRefusedTemplate } from './offer-refused.ts'
import { offerSentBackTemplate } from './offer-sent-back.ts'
import { organisationCodeTemplate } from './organisation-code.ts'
import { organisationRefusedTemplate } from './organisation-refused.ts'
import { organisationVerifiedTemplate } from './organisation-verified.ts'
import { readingAlarmTemplate } from './reading-alarm.ts'
import { retentionNoticeTemplate } from './retention-notice.ts'
import { searchDigestTemplate } from './search-digest.ts'
import { searchPausedTemplate } from './search-paused.ts'
import { signInCodeTemplate } from './sign-in-code.ts'

const TEMPLATES: { [K in MessageKind]: Template<K> } = {
  sign_in_code: signInCodeTemplate,
  contact_changed: contactChangedTemplate,
  factor_changed: factorChangedTemplate,
  match_proposed: matchProposedTemplate,
  application_received: applicationReceivedTemplate,
  application_interview: applicationInterviewTemplate,
  application_hired: applicationHiredTemplate,
  application_refused: applicationRefusedTemplate,
  application_obsolete: applicationObsoleteTemplate,
  application_unanswered: applicationUnansweredTemplate,
  application_offer_closed: applicationOfferClosedTemplate,
  application_reminder: applicationReminderTemplate,
  offer_approved: offerApprovedTemplate,
  offer_refused: offerRefusedTemplate,
  offer_sent_back: offerSentBackTemplate,
  offer_expiring: offerExpiringTemplate,
  reading_alarm: readingAlarmTemplate,
  invitation: invitationTemplate,
  join_requested: joinRequestedTemplate,
  organisation_code: organisationCodeTemplate,
  organisation_verified: organisationVerifiedTemplate,
  organisation_refused: organisationRefusedTemplate,
  retention_notice: retentionNoticeTemplate,
  search_digest: searchDigestTemplate,
  search_paused: searchPausedTemplate,
}

/** A kind of message with its facts. */
export type MessageContent = { [K in MessageKind]: { kind: K; facts: MessageFacts[K] } }[MessageKind]

/** The SMS, in the GSM-7 alphabet and within one segment. */
export function renderSms<K extends MessageKind>(kind: K, facts: MessageFacts[K] & CommonFacts): string {
  return toGsm7(TEMPLATES[kind].sms(facts))
}

/** The e-mail: subject, plain text and HTML, and the address of the stop page when there is one. */
export function renderMail<K extends MessageKind>(kind: K, facts: MessageFacts[K] & CommonFacts) {
  const letter = TEMPLATES[kind].letter(facts)
  return { ...layOut(letter, facts), stopUrl: letter.stopUrl }
}
