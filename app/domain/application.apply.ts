import type { ApplicationChange } from './application.decide.ts'
import { isApplicationOpen } from './application.transitions.ts'
import type { Application } from './application.ts'
import { addDays, addWorkingDays, type IsoDate, parisDate } from './duration.ts'
import type { DomainEvent } from './events.ts'
import type { Offer } from './offer.ts'
import { ok, type Result, refuse } from './result.ts'

/** The longest sentence a person may join to an application, in characters. */
export const MAX_SENTENCE = 500

/** True for an application that stands: the organisation may still answer, or has said yes. */
export const isLive = ({ state }: Pick<Application, 'state'>): boolean =>
  isApplicationOpen(state) || state === 'hired'

type Rules = { maxApplicationsPerOffer: number; reapplyAfterDays: number }
type Candidacy = {
  id: string
  profileId: string
  matchId: string | null
  sentence: string | null
  now: Date
}
export type ApplyDecision = { application: Application; change: ApplicationChange; events: DomainEvent[] }

/** Why nobody may apply to this offer now, or null: it is not published, its end has come, or it is full. */
export function closedToApplications(
  offer: Pick<Offer, 'state' | 'expiresAt' | 'applicationCount'>,
  rules: Pick<Rules, 'maxApplicationsPerOffer'> & { now: Date },
): 'offer_closed' | 'offer_full' | null {
  if (offer.state !== 'published') return 'offer_closed'
  if (offer.expiresAt && offer.expiresAt.getTime() <= rules.now.getTime()) return 'offer_closed'
  return offer.applicationCount >= rules.maxApplicationsPerOffer ? 'offer_full' : null
}

/** The first day on which the person may apply again, `reapplyAfterDays` after the last time, reckoned in Europe/Paris. */
export const mayReapplyOn = (last: Pick<Application, 'createdAt'>, reapplyAfterDays: number): IsoDate =>
  addDays(parisDate(last.createdAt), reapplyAfterDays)

/** The sentence joined to an application, null when there is none. Refusal: `invalid_input` on `sentence`. */
export function readSentence(typed: string | null): Result<string | null> {
  const text = typed?.trim() || null
  return text && text.length > MAX_SENTENCE
    ? refuse('invalid_input', {
        sentence: [`${MAX_SENTENCE} caractères au plus. Vous en avez écrit ${text.length}.`],
      })
    : ok(text)
}

type Sending = Omit<
  Application,
  'state' | 'refusalReason' | 'isReasonShared' | 'interviewAt' | 'version' | 'createdAt' | 'updatedAt'
>

/** What sending an application records: the application, the first line of its history, and the fact. */
export const recordSending = (sending: Sending, now: Date): ApplyDecision => ({
  application: {
    ...sending,
    state: 'sent',
    refusalReason: null,
    isReasonShared: false,
    interviewAt: null,
    version: 1,
    createdAt: now,
    updatedAt: now,
  },
  change: { action: 'apply', from: null, to: 'sent', reason: null },
  events: [{ type: 'application.sent', payload: { applicationId: sending.id } }],
})

/**
 * A person answers an offer. `last` is her or his latest application to it, ended. The answer is promised for the end of
 * the offer's delay, in working days (domain: "Applications"). Refusals: `offer_closed`, `offer_full`, `already_applied`,
 * `invalid_input` on `sentence`.
 */
export function decideApply(
  offer: Offer,
  last: Pick<Application, 'createdAt'> | null,
  { id, profileId, matchId, sentence, now, ...rules }: Candidacy & Rules,
): Result<ApplyDecision> {
  const closed = closedToApplications(offer, { ...rules, now })
  if (closed) return refuse(closed)
  const today = parisDate(now)
  if (last && today < mayReapplyOn(last, rules.reapplyAfterDays)) return refuse('already_applied')
  const text = readSentence(sentence)
  if (!text.ok) return text
  const { organisationId, territoryId, replyDelayDays } = offer
  const promisedOn = addWorkingDays(today, replyDelayDays)
  const about = { offerId: offer.id, organisationId, territoryId, matchId, wantedKind: null }
  return ok(recordSending({ id, profileId, ...about, sentence: text.value, promisedOn }, now))
}
