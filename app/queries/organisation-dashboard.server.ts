import { recordReading } from '#app/db/access-log.server.ts'
import { countAnswers } from '#app/db/answer-counts.server.ts'
import { db } from '#app/db/client.server.ts'
import type { NamedOffer } from '#app/db/named-offers.server.ts'
import {
  countApplicationsByOffer,
  listPersonalApplications,
} from '#app/db/organisation-applications.server.ts'
import { listNamedOffersIn } from '#app/db/organisation-offers.server.ts'
import { findOrganisation } from '#app/db/organisations.server.ts'
import { shortName } from '#app/domain/account.ts'
import { type Actor, scopeOf } from '#app/domain/actor.ts'
import { answerRate } from '#app/domain/answer-rate.ts'
import type { ApplicationState } from '#app/domain/application.ts'
import { daysBetween, parisDate } from '#app/domain/duration.ts'
import { isClosed, type OfferState } from '#app/domain/offer.ts'
import { ok, refuse, type ValueOf } from '#app/domain/result.ts'
import { newId } from '#app/system/id.server.ts'

/** States in which the person waits for a word of the organisation. */
const WAITING: readonly ApplicationState[] = ['sent', 'seen', 'in_progress', 'on_hold']
const OPEN_OFFERS: readonly OfferState[] = ['draft', 'in_review', 'published', 'suspended']
const CLOSED_OFFERS: readonly OfferState[] = ['filled', 'expired', 'withdrawn', 'refused']
const OPEN_LIMIT = 200
const CLOSED_LIMIT = 20
const TO_ANSWER_LIMIT = 30

/** An offer that was on line and is no more: it may be published again, "same as last year". */
const isPast = (state: OfferState): boolean => isClosed(state) && state !== 'refused'

type Counts = { waiting: Map<string | null, number>; today: string }

const toLine = ({ offer, communeName }: NamedOffer, { waiting, today }: Counts) => ({
  id: offer.id,
  title: offer.title,
  kind: offer.details.kind,
  state: offer.state,
  communeName,
  positions: offer.positions,
  applicationCount: offer.applicationCount,
  waitingCount: waiting.get(offer.id) ?? 0,
  updatedAt: offer.updatedAt.toISOString(),
  publishedAt: offer.publishedAt?.toISOString() ?? null,
  expiresAt: offer.expiresAt?.toISOString() ?? null,
  daysLeft: offer.expiresAt ? daysBetween(today, parisDate(offer.expiresAt)) : null,
  copyId: isPast(offer.state) ? newId() : null,
})
export type OfferLineView = ReturnType<typeof toLine>

/**
 * The organisation's own page: the applications that wait for an answer, the one promised first on top, and its offers by
 * state, and how punctually it answered, once the reading of who waits is logged. Refusals: `not_found`, `reading_stopped`.
 */
export async function getOrganisationDashboard({
  actor,
  now,
}: {
  actor: Extract<Actor, { kind: 'recruiter' }>
  now: Date
}) {
  const scope = scopeOf(actor)
  const today = parisDate(now)
  const organisation = await findOrganisation(db(), scope, actor.organisationId)
  if (!organisation) return refuse('not_found')
  const [waiting, applications, open, closed, answers] = await Promise.all([
    countApplicationsByOffer(db(), scope, WAITING),
    listPersonalApplications(db(), scope, { states: WAITING, limit: TO_ANSWER_LIMIT }),
    listNamedOffersIn(db(), scope, { states: OPEN_OFFERS, limit: OPEN_LIMIT }),
    listNamedOffersIn(db(), scope, { states: CLOSED_OFFERS, limit: CLOSED_LIMIT }),
    countAnswers(db(), scope, now),
  ])
  const lines = [...open, ...closed].map((named) => toLine(named, { waiting, today }))
  const profileIds = applications.map(({ profile }) => profile.id)
  const logged = await recordReading(actor, { purpose: 'list', at: now, profileIds })
  if (!logged.ok) return logged
  return ok({
    organisation: { name: organisation.name, state: organisation.state },
    waitingCount: [...waiting.values()].reduce((sum, count) => sum + count, 0),
    toAnswer: applications.map(({ application, person, offerTitle }) => ({
      id: application.id,
      name: shortName(person),
      offerTitle,
      state: application.state,
      sentAt: application.createdAt.toISOString(),
      promisedOn: application.promisedOn,
      daysLeft: daysBetween(today, application.promisedOn),
    })),
    answers: { ...answers, rate: answerRate(answers) },
    offers: lines,
  })
}
export type OrganisationDashboard = ValueOf<typeof getOrganisationDashboard>
