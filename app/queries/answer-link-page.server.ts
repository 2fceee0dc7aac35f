import { findAccount } from '#app/db/accounts.server.ts'
import { findAnswerLink } from '#app/db/answer-links.server.ts'
import { db } from '#app/db/client.server.ts'
import { findContactRequest } from '#app/db/contact-requests.server.ts'
import { findMatch } from '#app/db/matches.server.ts'
import { findNamedOffer } from '#app/db/named-offers.server.ts'
import { findProfile } from '#app/db/profiles.server.ts'
import { readReference, settingsIn } from '#app/db/reference.server.ts'
import { linkState } from '#app/domain/answer-link.ts'
import { closedToApplications } from '#app/domain/application.apply.ts'
import { reasonsOf } from '#app/domain/matching/explain.ts'
import { matchOfferOf } from '#app/domain/matching/offer-to-match.ts'
import { personOfProfile } from '#app/domain/matching/person-of-profile.ts'
import { hashToken } from '#app/system/secrets.server.ts'
import { toNamedOfferCard } from './named-offer-card.server.ts'

const SENTENCES = 3

/** What the link of a message shows without signing in: the offer in short and where the answer stands; null when it is not ours. */
export async function getAnswerLinkPage({ token, now }: { token: string; now: Date }) {
  const link = await findAnswerLink(db(), hashToken(token))
  if (!link) return null
  const [account, match] = await Promise.all([
    findAccount(db(), link.accountId),
    findMatch(db(), { kind: 'system' }, link.matchId),
  ])
  if (!account || !match) return null
  const [reference, asked, named, profile] = await Promise.all([
    readReference(),
    findContactRequest(db(), link.matchId),
    findNamedOffer(db(), { kind: 'system' }, match.offerId),
    findProfile(db(), { kind: 'system' }, match.profileId),
  ])
  if (!named || !profile) return null
  const settings = settingsIn(reference, named.offer.territoryId)
  const state = linkState(link, now)
  const offer = matchOfferOf(named.offer, settings.maxApplicationsPerOffer)
  const pair = { person: personOfProfile(profile, true), offer }
  const reasons = reasonsOf(match.criteria, pair).filter(({ points, maxPoints }) => points / maxPoints >= 0.5)
  return {
    state,
    answer: link.answer,
    firstName: account.firstName,
    asked: asked && {
      organisationName: asked.organisationName,
      sentence: asked.sentence,
      isAgreed: asked.agreedAt !== null,
    },
    card: toNamedOfferCard(named, { distanceKm: match.distanceKm, means: profile.travel.means }),
    description: named.offer.description,
    pay: named.offer.pay,
    replyDelayDays: named.offer.replyDelayDays,
    sentences: reasons.slice(0, SENTENCES).map(({ sentence }) => sentence),
    isClosed: closedToApplications(named.offer, { ...settings, now }) !== null,
    isStopped: account.channel === 'none',
    /** Interested first, then applying: the same link serves both, as long as it lives. */
    mayStillApply: link.answer === 'interested' && link.expiresAt.getTime() > now.getTime(),
  }
}
export type AnswerLinkPage = NonNullable<Awaited<ReturnType<typeof getAnswerLinkPage>>>
