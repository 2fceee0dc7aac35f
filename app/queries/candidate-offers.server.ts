import { findAccount } from '#app/db/accounts.server.ts'
import { db } from '#app/db/client.server.ts'
import { listMatchedOffers, type MatchedOffer } from '#app/db/matched-offers.server.ts'
import { findProfile } from '#app/db/profiles.server.ts'
import { type Actor, scopeOf } from '#app/domain/actor.ts'
import { matchPermissions } from '#app/domain/match.policy.ts'
import { reasonsOf } from '#app/domain/matching/explain.ts'
import type { TravelMeans } from '#app/domain/travel.ts'
import { toNamedOfferCard } from './named-offer-card.server.ts'

const SHOWN = 20
const SENTENCES = 2

type Candidate = Extract<Actor, { kind: 'candidate' }>

function toSuggestion({ match, named }: MatchedOffer, actor: Actor, means: TravelMeans) {
  const reasons = reasonsOf(match.criteria)
  const strongest = [...reasons].sort((a, b) => b.points / b.maxPoints - a.points / a.maxPoints)
  const { accept, decline, apply } = matchPermissions(actor, match)
  return {
    matchId: match.id,
    isInterested: match.state === 'interested',
    card: toNamedOfferCard(named, { distanceKm: match.distanceKm, means }),
    /** The two strongest reasons, in words. */
    reason: strongest
      .slice(0, SENTENCES)
      .map(({ sentence }) => sentence)
      .join(' '),
    reasons,
    can: { accept, decline, apply },
  }
}
export type Suggestion = ReturnType<typeof toSuggestion>

/** The offers for a candidate: those proposed to her or him, those that look like the profile, those she or he declined. */
export async function getCandidateOffers(actor: Candidate) {
  const scope = scopeOf(actor)
  const [profile, account, found] = await Promise.all([
    findProfile(db(), scope, actor.profileId),
    findAccount(db(), actor.accountId),
    Promise.all(
      [['approved', 'notified', 'interested'] as const, ['proposed'] as const, ['declined'] as const].map(
        (states) => listMatchedOffers(db(), scope, { states, limit: SHOWN }),
      ),
    ),
  ])
  if (!profile || !account) throw new Error('a candidate has a profile')
  const [proposed = [], alike = [], declined = []] = found.map((offers) =>
    offers.map((offer) => toSuggestion(offer, actor, profile.travel.means)),
  )
  return {
    proposed,
    alike,
    declined,
    firstName: account.firstName,
    monthlySolicitations: account.monthlySolicitations,
    isStopped: account.channel === 'none',
  }
}
