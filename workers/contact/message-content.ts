import { findAbsence } from '#app/db/absences.server.ts'
import { findAccountOfProfile } from '#app/db/accounts.server.ts'
import type { Db } from '#app/db/client.server.ts'
import { findContactProof } from '#app/db/contact-proofs.server.ts'
import { findContactRequest } from '#app/db/contact-requests.server.ts'
import { findMatch } from '#app/db/matches.server.ts'
import { findNamedApplication } from '#app/db/named-applications.server.ts'
import { findNamedOffer } from '#app/db/named-offers.server.ts'
import { findLastOfferChange } from '#app/db/offer-history.server.ts'
import { findOfferMark } from '#app/db/offer-marks.server.ts'
import { readingPaceOf } from '#app/db/reading-pace.server.ts'
import { findSignInCode } from '#app/db/sign-in-codes.server.ts'
import { isContactTaken } from '#app/db/unproven-accounts.server.ts'
import { type Account, shortName } from '#app/domain/account.ts'
import type { Scope } from '#app/domain/actor.ts'
import { REFUSAL_REASON_LABELS } from '#app/domain/application.labels.ts'
import { OPEN_APPLICATION_STATES } from '#app/domain/application.transitions.ts'
import type { ApplicationState } from '#app/domain/application.ts'
import type { Message, MessageKind } from '#app/domain/message.ts'
import { isClosed, type OfferState } from '#app/domain/offer.ts'
import { erasureMoment } from '#app/domain/retention.ts'
import { answerToken, signInCode } from '#app/system/secrets.server.ts'
import type { MessageContent } from '#workers/templates/render-message.ts'
import { dayInWords, daysUntil, isoDayInWords, momentInWords } from './date-words.ts'
import { organisationContent } from './organisation-content.ts'
import { searchContent } from './search-content.ts'

const SYSTEM: Scope = { kind: 'system' }
const SOMEBODY = 'L’organisation'

type About = { message: Message; account: Account; appUrl: string; now: Date }

// A code for a contact that somebody else has is never sent.
async function findOpenProof(db: Db, id: string) {
  const proof = await findContactProof(db, id)
  if (proof?.purpose !== 'change') return proof
  const contact = proof.channel === 'sms' ? { phone: proof.contact } : { email: proof.contact }
  return (await isContactTaken(db, contact, proof.accountId)) ? null : proof
}

async function contactChangedContent(db: Db, { message, appUrl }: About): Promise<MessageContent | null> {
  const proof = await findContactProof(db, message.subjectId)
  if (!proof?.usedAt) return null
  return { kind: 'contact_changed', facts: { isPhone: proof.channel === 'sms', url: `${appUrl}/aide` } }
}

async function signInCodeContent(db: Db, { message, now }: About): Promise<MessageContent | null> {
  const code = (await findSignInCode(db, message.subjectId)) ?? (await findOpenProof(db, message.subjectId))
  if (!code || code.usedAt || code.expiresAt <= now) return null
  const minutes = Math.max(1, Math.floor((code.expiresAt.getTime() - now.getTime()) / 60_000))
  return { kind: 'sign_in_code', facts: { code: signInCode(code.id), minutes } }
}

async function matchContent(db: Db, { message, account, appUrl }: About): Promise<MessageContent | null> {
  const match = await findMatch(db, SYSTEM, message.subjectId)
  const named = match && (await findNamedOffer(db, SYSTEM, match.offerId))
  if (match?.state !== 'approved' || named?.offer.state !== 'published') return null
  const own: Scope = { kind: 'candidate', profileId: match.profileId }
  if ((await findOfferMark(db, own, match.offerId)) === 'set_aside') return null
  const asked = await findContactRequest(db, match.id)
  return {
    kind: 'match_proposed',
    facts: {
      firstName: account.firstName,
      title: named.offer.title,
      communeName: named.communeName,
      organisationName: named.organisationName,
      distanceKm: match.distanceKm,
      asked: asked && { organisationName: asked.organisationName, sentence: asked.sentence },
      url: `${appUrl}/r/${answerToken(message.id)}`,
    },
  }
}

type ApplicationKind = Extract<MessageKind, `application_${string}`>

/** The states in which saying so is still true. */
const APPLICATION_STATES: Record<ApplicationKind, readonly ApplicationState[]> = {
  application_received: ['sent'],
  application_reminder: ['sent', 'seen'],
  application_interview: ['interview'],
  application_hired: ['hired'],
  application_refused: ['refused'],
  application_obsolete: ['obsolete'],
  application_unanswered: ['unanswered'],
  application_offer_closed: OPEN_APPLICATION_STATES,
}

async function applicationContent(
  db: Db,
  kind: ApplicationKind,
  { message, account, appUrl }: About,
): Promise<MessageContent | null> {
  const found = await findNamedApplication(db, SYSTEM, message.subjectId)
  if (!found || !APPLICATION_STATES[kind].includes(found.application.state)) return null
  const { application } = found
  const candidate = await findAccountOfProfile(db, application.profileId)
  if (!candidate) return null
  const title = found.named?.offer.title ?? null
  const toOrganisation = {
    title,
    url: `${appUrl}/structure`,
    pageUrl: `${appUrl}/structure/candidatures/${application.id}`,
    candidateName: shortName(candidate),
  }
  const toPerson = {
    firstName: account.firstName,
    title,
    url: `${appUrl}/mes-candidatures`,
    pageUrl: `${appUrl}/mes-candidatures/${application.id}`,
  }
  const answer = {
    ...toPerson,
    organisationName: found.named?.organisationName ?? found.organisation?.name ?? SOMEBODY,
  }
  const { interviewAt, refusalReason, isReasonShared } = application
  const promisedOn = isoDayInWords(application.promisedOn)
  switch (kind) {
    case 'application_received':
      return { kind, facts: { ...toOrganisation, promisedOn } }
    case 'application_reminder':
      return { kind, facts: { ...toOrganisation, promisedOn, sentOn: dayInWords(application.createdAt) } }
    case 'application_interview':
      return { kind, facts: { ...answer, when: interviewAt && momentInWords(interviewAt) } }
    case 'application_refused':
      return {
        kind,
        facts: {
          ...answer,
          reason: isReasonShared && refusalReason ? REFUSAL_REASON_LABELS[refusalReason] : null,
        },
      }
    case 'application_obsolete':
      return { kind, facts: toPerson }
    case 'application_offer_closed': {
      const state = found.named?.offer.state
      const isPromised = application.state === 'sent' || application.state === 'seen'
      return title && state && isClosed(state)
        ? {
            kind,
            facts: {
              ...answer,
              title,
              isFilled: state === 'filled',
              promisedOn: isPromised ? promisedOn : null,
            },
          }
        : null
    }
    case 'application_hired':
    case 'application_unanswered':
      return { kind, facts: answer }
  }
}

type OfferMessageKind = Extract<MessageKind, `offer_${string}`>

const OFFER_STATES: Record<OfferMessageKind, OfferState> = {
  offer_approved: 'published',
  offer_refused: 'refused',
  offer_sent_back: 'draft',
  offer_expiring: 'published',
}

async function offerContent(
  db: Db,
  kind: OfferMessageKind,
  { message, appUrl, now }: About,
): Promise<MessageContent | null> {
  const named = await findNamedOffer(db, SYSTEM, message.subjectId)
  if (!named || named.offer.state !== OFFER_STATES[kind]) return null
  const { offer } = named
  const pageUrl = `${appUrl}/structure/offres/${offer.id}`
  const facts = { title: offer.title, url: `${appUrl}/structure`, pageUrl }
  const reasonOf = async (action: 'refuse' | 'send_back') =>
    (await findLastOfferChange(db, offer.id, [action]))?.reason ?? null
  switch (kind) {
    case 'offer_approved':
      return { kind, facts }
    case 'offer_refused':
      return { kind, facts: { ...facts, reason: await reasonOf('refuse') } }
    case 'offer_sent_back':
      return { kind, facts: { ...facts, reason: await reasonOf('send_back') } }
    case 'offer_expiring':
      return offer.expiresAt && offer.expiresAt > now
        ? { kind, facts: { ...facts, daysLeft: daysUntil(now, offer.expiresAt) } }
        : null
  }
}

async function readingContent(db: Db, { message, appUrl, now }: About): Promise<MessageContent> {
  const { lastDay: people } = await readingPaceOf(db, message.subjectId, now)
  const pageUrl = `${appUrl}/administration/consultations`
  return { kind: 'reading_alarm', facts: { people, url: pageUrl, pageUrl } }
}

/** Nothing to say to whoever has come back since the notice, or is gone. */
async function retentionContent(db: Db, { message, appUrl }: About): Promise<MessageContent | null> {
  const absence = await findAbsence(db, message.subjectId)
  if (!absence || absence.noticedAt.length === 0) return null
  const url = `${appUrl}/connexion`
  return { kind: 'retention_notice', facts: { erasedOn: dayInWords(erasureMoment(absence)), url } }
}

/** What a message says, read afresh; null when it is no longer true, and then it must not be sent. */
export function contentOf(db: Db, about: About): Promise<MessageContent | null> {
  const { kind } = about.message
  switch (kind) {
    case 'sign_in_code':
      return signInCodeContent(db, about)
    case 'contact_changed':
      return contactChangedContent(db, about)
    case 'factor_changed':
      return Promise.resolve({ kind, facts: { url: `${about.appUrl}/aide` } })
    case 'match_proposed':
      return matchContent(db, about)
    case 'invitation':
    case 'join_requested':
    case 'organisation_code':
    case 'organisation_verified':
    case 'organisation_refused':
      return organisationContent(db, kind, { ...about, subjectId: about.message.subjectId })
    case 'search_digest':
    case 'search_paused':
      return searchContent(db, kind, { ...about, subjectId: about.message.subjectId })
    case 'retention_notice':
      return retentionContent(db, about)
    case 'offer_approved':
    case 'offer_refused':
    case 'offer_sent_back':
    case 'offer_expiring':
      return offerContent(db, kind, about)
    case 'reading_alarm':
      return readingContent(db, about)
    default:
      return applicationContent(db, kind, about)
  }
}
