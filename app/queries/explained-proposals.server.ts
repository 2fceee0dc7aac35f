import type { ProposalRow } from '#app/db/proposals.server.ts'
import { type Reference, settingsIn } from '#app/db/reference.server.ts'
import { parisDate } from '#app/domain/duration.ts'
import { type Explanation, explainPair } from '#app/domain/matching/explain-pair.ts'
import { matchOfferOf } from '#app/domain/matching/offer-to-match.ts'
import type { Reader } from '#app/domain/matching/pair.labels.ts'
import { personOfProfile } from '#app/domain/matching/person-of-profile.ts'
import { type OfferHindrance, offerHindrances } from '#app/domain/matching/standing.ts'
import type { Offer, OfferState } from '#app/domain/offer.ts'
import { labelsIn } from './code-labels.server.ts'

/** States in which an offer is answered, or soon will be: elsewhere what hinders it is of no use to anybody. */
const ANSWERED: readonly OfferState[] = ['draft', 'in_review', 'published', 'suspended']

type Told = { reader: Exclude<Reader, 'candidate'>; now: Date; reference: Reference }

/** The proposals of an offer with what each reader is told of them, and what hinders the offer as a whole. People this reader may not see are left out. */
export function explainProposals<R extends Pick<ProposalRow, 'match' | 'profile' | 'isReachable'>>(
  offer: Offer,
  rows: readonly R[],
  { reader, now, reference }: Told,
): { explained: (R & { explanation: Explanation })[]; hindrances: OfferHindrance[] } {
  const settings = settingsIn(reference, offer.territoryId)
  const labelOf = labelsIn(reference)
  const matchOffer = matchOfferOf(offer, settings.maxApplicationsPerOffer)
  const today = parisDate(now)
  const isFull = offer.applicationCount >= settings.maxApplicationsPerOffer
  return {
    hindrances: ANSWERED.includes(offer.state) ? offerHindrances({ ...offer, isFull }, today) : [],
    explained: rows.flatMap((row) => {
      const person = personOfProfile(row.profile, row.isReachable)
      const { criteria, state } = row.match
      const { travel } = row.profile
      const told = { criteria, today, reader, labelOf, travel, saidYes: state === 'interested' }
      const explanation = explainPair({ person, offer: matchOffer }, told)
      return explanation.isShown ? [{ ...row, explanation }] : []
    }),
  }
}
