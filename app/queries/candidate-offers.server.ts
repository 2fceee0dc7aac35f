import { db } from '#app/db/client.server.ts'
import { listMatchOffers } from '#app/db/match-candidates.server.ts'
import { listOfferCards, type OfferCardRow } from '#app/db/offer-cards.server.ts'
import { listOfferMarks } from '#app/db/offer-marks.server.ts'
import { findContactedProfile } from '#app/db/profiles.server.ts'
import { readReference, settingsIn } from '#app/db/reference.server.ts'
import { listSuggestedMatches, type SuggestedMatch } from '#app/db/suggested-matches.server.ts'
import { type Actor, scopeOf } from '#app/domain/actor.ts'
import { parisDate } from '#app/domain/duration.ts'
import { matchPermissions } from '#app/domain/match.policy.ts'
import { explainPair } from '#app/domain/matching/explain-pair.ts'
import { NEAR_MISS_RULE, type NearMiss, nearMisses } from '#app/domain/matching/near-misses.ts'
import { changeWords } from '#app/domain/matching/pair.labels.ts'
import type { MatchOffer, MatchPerson } from '#app/domain/matching/pair.ts'
import { personOfProfile } from '#app/domain/matching/person-of-profile.ts'
import { rankOffers } from '#app/domain/matching/rank.ts'
import { PERSON_HINDRANCE_WORDS } from '#app/domain/matching/standing.labels.ts'
import { personHindrances } from '#app/domain/matching/standing.ts'
import type { OfferMarkKind } from '#app/domain/offer-mark.ts'
import type { TravelLimit } from '#app/domain/travel.ts'
import { toNamedOfferCard } from './named-offer-card.server.ts'
import { findNearOfferIds } from './near-offers.server.ts'

const SHOWN = 20
const FIRST_SHOWN = 6
const SENTENCES = 2
const GROUPS = [['approved', 'notified', 'interested'], ['proposed'], ['declined']] as const

type Candidate = Extract<Actor, { kind: 'candidate' }>

/** All that the lists of one person are made with. */
type Context = {
  actor: Candidate
  person: MatchPerson
  travel: TravelLimit
  today: string
  offers: Map<string, MatchOffer>
  cards: Map<string, OfferCardRow>
  marks: Map<string, OfferMarkKind>
}

const labelsOf = (row: OfferCardRow) => (code: string) => row.labels[code] ?? code

/** An offer that a person set aside is in none of her or his lists. */
const isSetAside = (offerId: string, { marks }: Pick<Context, 'marks'>) => marks.get(offerId) === 'set_aside'

function toSuggestion({ asked, ...match }: SuggestedMatch, context: Context) {
  const { actor, person, travel, today, offers, cards, marks } = context
  const offer = offers.get(match.offerId)
  const row = cards.get(match.offerId)
  if (!offer || !row || isSetAside(match.offerId, context)) return []
  const { reasons, missing } = explainPair(
    { person, offer },
    { criteria: match.criteria, today, reader: 'candidate', labelOf: labelsOf(row), travel },
  )
  const strongest = [...reasons].sort((a, b) => b.points / b.maxPoints - a.points / a.maxPoints)
  const { accept, decline, apply } = matchPermissions(actor, match)
  return {
    matchId: match.id,
    isInterested: match.state === 'interested',
    /** Who asks for a word through the platform, and whether she or he said yes. */
    asked: asked && {
      requestId: asked.id,
      organisationName: asked.organisationName,
      sentence: asked.sentence,
      isAgreed: match.state === 'interested' && asked.agreedAt !== null,
    },
    mark: marks.get(match.offerId) ?? null,
    card: toNamedOfferCard(row, { distanceKm: match.distanceKm, means: travel.means }),
    /** The two strongest reasons, in words. */
    reason: strongest
      .slice(0, SENTENCES)
      .map(({ sentence }) => sentence)
      .join(' '),
    reasons,
    missing,
    can: { accept, decline, apply },
  }
}
export type Suggestion = Exclude<ReturnType<typeof toSuggestion>, never[]>

function toNearMiss({ offerId, distanceKm, change }: NearMiss, { travel, today, cards, marks }: Context) {
  const row = cards.get(offerId)
  if (!row) return []
  return {
    mark: marks.get(offerId) ?? null,
    card: toNamedOfferCard(row, { distanceKm, means: travel.means }),
    gate: change.gate,
    change: changeWords(change, { reader: 'candidate', labelOf: labelsOf(row), today }),
  }
}

/**
 * The offers for a candidate: those proposed to her or him, those that look like the profile, those she or he declined, and
 * a few that one change would open; without any match yet, the best of those near. None that she or he set aside. Eight statements
 * with that of the session, however many offers.
 */
export async function getCandidateOffers(actor: Candidate, now: Date) {
  const scope = scopeOf(actor)
  const [own, reference, groups, marked] = await Promise.all([
    findContactedProfile(db(), scope, actor.profileId),
    readReference(),
    listSuggestedMatches(db(), scope, { groups: GROUPS, limit: SHOWN }),
    listOfferMarks(db(), scope),
  ])
  const marks = new Map(marked.map(({ offerId, mark }) => [offerId, mark]))
  if (!own) throw new Error('a candidate has a profile')
  const { profile, channel, monthlySolicitations } = own
  const person = personOfProfile(profile, true)
  const { occupations, graph } = reference
  const today = parisDate(now)
  const { territoryId } = actor
  const { maxApplicationsPerOffer: maxApplications } = settingsIn(reference, territoryId)
  const nearIds = await findNearOfferIds(person, { territoryId, today, maxApplications, occupations, graph })
  const matchedIds = groups.flat().map(({ offerId }) => offerId)
  const offers = await listMatchOffers([...new Set([...matchedIds, ...nearIds])], maxApplications)
  const isNear = new Set(nearIds)
  const around = offers.filter(({ offerId }) => isNear.has(offerId) && !isSetAside(offerId, { marks }))
  const { travel } = profile
  const near = nearMisses(person, around, { graph, today, travel, keep: NEAR_MISS_RULE.shown })
  const first = matchedIds.length > 0 ? [] : rankOffers(person, around, { graph, today, keep: FIRST_SHOWN })
  const shownIds = [...near, ...first].map(({ offerId }) => offerId)
  const cards = await listOfferCards(db(), [...matchedIds, ...shownIds])
  const byId = new Map(offers.map((offer) => [offer.offerId, offer]))
  const context: Context = { actor, person, travel, today, offers: byId, cards, marks }
  const [proposed = [], alike = [], declined = []] = groups.map((matches) =>
    matches.flatMap((match) => toSuggestion(match, context)),
  )
  return {
    proposed,
    alike,
    declined,
    near: near.flatMap((miss) => toNearMiss(miss, context)),
    first: first.flatMap(({ offerId, distanceKm }) => {
      const row = cards.get(offerId)
      const mark = marks.get(offerId) ?? null
      return row ? [{ ...toNamedOfferCard(row, { distanceKm, means: travel.means }), mark }] : []
    }),
    hindrances: personHindrances(person).map((one) => PERSON_HINDRANCE_WORDS[one]),
    monthlySolicitations,
    isStopped: channel === 'none',
  }
}
