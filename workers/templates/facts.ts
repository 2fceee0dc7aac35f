import type { MessageKind } from '#app/domain/message.ts'
import type { MailLook } from './mail-look.ts'

/** What every message knows: where to call for help (as people read it), when, who writes, and how e-mails look. */
export type CommonFacts = { helpPhone: string; helpHours: string; senderName: string; look: MailLook }

/** `url` is short, for the SMS; `pageUrl` opens the very page, for the e-mail. */
type Links = { url: string; pageUrl: string }
type ToPerson = Links & { firstName: string; title: string }
/** `title` is the offer's, null when the person applied without any. */
type Spontaneous<T> = Omit<T, 'title'> & { title: string | null }
type AboutAnswer = ToPerson & { organisationName: string }
type AboutApplication = Spontaneous<AboutAnswer>
type ToOrganisation = Links & { title: string }

/** What each kind of message says. Texts are as people read them: dates in words, links in full. */
export type MessageFacts = {
  sign_in_code: { code: string; minutes: number }
  /** Told to the contact that was left. `url` says where to call. */
  contact_changed: { isPhone: boolean; url: string }
  /** The second factor, or its recovery codes. `url` says where to call. */
  factor_changed: { url: string }
  /** `url` is the answer link: the offer, yes, no, and stop. */
  match_proposed: Omit<ToPerson, 'pageUrl'> & {
    communeName: string
    organisationName: string | null
    distanceKm: number
    /** The organisation that asked for a word, and its own sentence. */
    asked: { organisationName: string; sentence: string | null } | null
  }
  application_received: Spontaneous<ToOrganisation> & { candidateName: string; promisedOn: string }
  application_interview: AboutApplication & { when: string | null }
  application_hired: AboutApplication
  application_refused: AboutApplication & { reason: string | null }
  application_obsolete: Spontaneous<ToPerson>
  application_unanswered: AboutApplication
  /** `promisedOn` is null once the organisation has begun to answer. */
  application_offer_closed: AboutAnswer & { isFilled: boolean; promisedOn: string | null }
  application_reminder: Spontaneous<ToOrganisation> & {
    candidateName: string
    sentOn: string
    promisedOn: string
  }
  offer_approved: ToOrganisation
  offer_refused: ToOrganisation & { reason: string | null }
  offer_sent_back: ToOrganisation & { reason: string | null }
  offer_expiring: ToOrganisation & { daysLeft: number }
  /** `people` is how many distinct people one account read in 24 hours. */
  reading_alarm: Links & { people: number }
  /** Into an organisation, or to a post of the territory. */
  invitation: { inviterName: string; organisationName: string | null; postName: string | null; url: string }
  join_requested: { askerName: string; organisationName: string; url: string }
  organisation_code: { code: string; minutes: number; askerName: string; organisationName: string }
  organisation_verified: { organisationName: string; url: string }
  organisation_refused: { organisationName: string; reason: string | null }
  retention_notice: { erasedOn: string; url: string }
  /** `search` is what was asked, in words; `count` is how many offers are new, `lines` the first of them. `url` also stops. */
  search_digest: { firstName: string; search: string; count: number; lines: string[]; url: string }
  search_paused: { firstName: string; search: string; url: string }
}

/** An e-mail before its layout. `action` is the one thing to do. `stopUrl` is where the person says stop. */
export type Letter = {
  subject: string
  greeting: string
  paragraphs: string[]
  action: { label: string; url: string } | null
  stopUrl: string | null
}

/** One message on each channel. The SMS is plain French; the caller puts it in GSM-7. */
export type Template<K extends MessageKind> = {
  sms(facts: MessageFacts[K] & CommonFacts): string
  letter(facts: MessageFacts[K] & CommonFacts): Letter
}
