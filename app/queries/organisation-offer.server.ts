import { recordReading } from '#app/db/access-log.server.ts'
import { db } from '#app/db/client.server.ts'
import { type FollowedRequest, findFollowedOffer } from '#app/db/followed-offers.server.ts'
import { listProposals, type ProposalRow } from '#app/db/proposals.server.ts'
import { readReference, settingsIn } from '#app/db/reference.server.ts'
import { countReserve, type Reserve } from '#app/db/reserve.server.ts'
import { type Actor, scopeOf } from '#app/domain/actor.ts'
import { canAskContact, contactRequestState, mayReadIdentity } from '#app/domain/contact-request.ts'
import { daysBetween, parisDate } from '#app/domain/duration.ts'
import type { MatchState } from '#app/domain/match.ts'
import { MATCHES_KEPT } from '#app/domain/match.ts'
import type { Explanation } from '#app/domain/matching/explain-pair.ts'
import type { LabelOf } from '#app/domain/matching/pair.labels.ts'
import { OWN_OFFER_WORDS } from '#app/domain/matching/standing.labels.ts'
import { matchesNobody } from '#app/domain/matching/standing.ts'
import { offerPermissions } from '#app/domain/offer.policy.ts'
import { screenOffer } from '#app/domain/offer.text-filter.ts'
import { isReserved, type Offer } from '#app/domain/offer.ts'
import { applicantIdentity, type CardedProfile, personCard } from '#app/domain/person-card.ts'
import { ok, refuse, type ValueOf } from '#app/domain/result.ts'
import { personReference } from '#app/system/person-reference.server.ts'
import { toApplicant } from './applicant.server.ts'
import { labelsIn } from './code-labels.server.ts'
import { explainProposals } from './explained-proposals.server.ts'
import { findFirstPeople } from './first-people.server.ts'

const PROPOSED: readonly MatchState[] = ['proposed', 'approved', 'notified', 'interested']
const MAX_PEOPLE = 20
const MAX_APPLICATIONS = 200

type Shown = {
  profile: CardedProfile & { id: string }
  firstName: string
  lastName: string
  communeName: string
  explanation: Explanation
  distanceKm: number
  state: MatchState
}

const toShown = ({ match, ...row }: ProposalRow & { explanation: Explanation }): Shown => ({
  ...row,
  distanceKm: match.distanceKm,
  state: match.state,
})

type Reader = { organisationId: string; labelOf: LabelOf; mayAsk: boolean }

/** A person who fits, as an organisation may see her or him; null for who is hidden. */
function toPerson(
  { explanation, state, ...row }: Shown,
  offer: Offer,
  { organisationId, labelOf, mayAsk }: Reader,
) {
  const { profile, communeName, distanceKm, firstName, lastName } = row
  const shown = { person: { firstName, lastName }, profile, communeName, distanceKm }
  const card = personCard(shown, { labelOf, usefulSkills: offer.skills })
  return (
    card && {
      reference: personReference(organisationId, profile.id),
      ...card,
      isInterested: state === 'interested',
      mayAsk: mayAsk && state === 'proposed',
      reasons: explanation.reasons,
      missing: explanation.missing,
      change: explanation.change?.words ?? null,
    }
  )
}

/** A request for a word, the person's name and contact once she or he agreed. */
function toRequest({ request, person, communeName, ...standing }: FollowedRequest, now: Date) {
  const state = contactRequestState({ request, now, ...standing })
  const identity = mayReadIdentity(state) ? applicantIdentity(person, true) : null
  return {
    id: request.id,
    name: identity?.name ?? null,
    communeName,
    contact: identity?.contact ?? null,
    state,
    sentence: request.sentence,
    askedAt: request.createdAt.toISOString(),
  }
}

// Of a reserved offer even a count would tell who is in one of its situations, once its publics are changed.
const NOBODY_WAITS: Reserve = { withoutBudget: 0, laterBatch: 0, isStopped: false }

type Options = { actor: Extract<Actor, { kind: 'recruiter' }>; offerId: string; now: Date }

/**
 * One offer as its organisation follows it, once the reading of the people on it is logged. Refusals: `not_found` outside its
 * scope, `reading_stopped`.
 */
export async function getOrganisationOffer({ actor, offerId, now }: Options) {
  const scope = scopeOf(actor)
  const [followed, reference] = await Promise.all([
    findFollowedOffer(db(), scope, { offerId, limit: MAX_APPLICATIONS }),
    readReference(),
  ])
  if (!followed) return refuse('not_found')
  const { offer, lines, applications, requests } = followed
  const isKept = isReserved(offer.details)
  const { territoryId } = offer
  const { batchStopAtInterested: stopAt } = settingsIn(reference, territoryId)
  const [proposals, reserve] = await Promise.all([
    followed.hasProposals ? listProposals(db(), scope, { offerId, limit: MATCHES_KEPT * 2 }) : [],
    isKept ? NOBODY_WAITS : countReserve(db(), { territoryId, offerId, onlyVisible: true, stopAt, now }),
  ])
  const today = parisDate(now)
  const applied = new Set(applications.map(({ profile }) => profile.id))
  const proposed = proposals
    .filter(({ match, profile }) => PROPOSED.includes(match.state) && !applied.has(profile.id))
    .filter(({ profile }) => profile.visibility !== 'hidden')
  const labelOf = labelsIn(reference)
  const { explained, hindrances } = explainProposals(offer, proposed, {
    reader: 'organisation',
    now,
    reference,
  })
  const isProposed = proposals.length + reserve.withoutBudget + reserve.laterBatch > 0
  const isVerified = followed.shownOrganisationId !== null
  const first = isProposed || !isVerified ? [] : await findFirstPeople(offer, { now, reference })
  const shown: Shown[] = isProposed
    ? explained.slice(0, MAX_PEOPLE).map(toShown)
    : first.map((person) => ({ ...person, state: 'proposed' }))
  const profileIds = [...shown, ...applications].map(({ profile }) => profile.id)
  const asked = requests.map((one) => ({ ...toRequest(one, now), profileId: one.profile.id }))
  const reached = asked.flatMap(({ contact, profileId }) => (contact ? profileId : []))
  const logged = await recordReading(
    actor,
    { purpose: 'list', at: now, profileIds },
    { purpose: 'contact', at: now, profileIds: reached },
  )
  if (!logged.ok) return logged
  const mayAsk = isVerified && canAskContact(actor, offer, 'verified')
  return ok({
    ...offer,
    origin: null,
    createdAt: offer.createdAt.toISOString(),
    updatedAt: offer.updatedAt.toISOString(),
    publishedAt: offer.publishedAt?.toISOString() ?? null,
    expiresAt: offer.expiresAt?.toISOString() ?? null,
    closedAt: offer.closedAt?.toISOString() ?? null,
    daysLeft: offer.expiresAt ? daysBetween(today, parisDate(offer.expiresAt)) : null,
    organisationName: followed.organisationName,
    isOrganisationVerified: isVerified,
    communeName: followed.communeName,
    occupationLabel: followed.occupationLabel,
    skills: offer.skills.map(labelOf),
    licences: offer.licences.map(labelOf),
    findings: offer.state === 'draft' || offer.state === 'in_review' ? screenOffer(offer) : [],
    history: lines.map(({ accountId: _, at, ...line }) => ({ ...line, at: at.toISOString() })),
    applications: applications
      .map((application) => toApplicant(application, today))
      .sort((a, b) => Number(b.isOpen) - Number(a.isOpen)),
    reserve,
    isProposed: isProposed || isKept,
    people: shown.flatMap(
      (row) => toPerson(row, offer, { organisationId: actor.organisationId, labelOf, mayAsk }) ?? [],
    ),
    requests: asked.map(({ profileId: _, ...request }) => request),
    hindrances: hindrances.map((one) => OWN_OFFER_WORDS[one]),
    matchesNobody: matchesNobody(hindrances),
    can: offerPermissions(actor, offer),
  })
}
export type OrganisationOffer = ValueOf<typeof getOrganisationOffer>
