import type { Actor } from './actor.ts'
import { ok, type Result, refuse } from './result.ts'

/** What a person may do with an offer for herself or himself alone: keep it, or see it no more. */
export const OFFER_MARKS = ['kept', 'set_aside'] as const
export type OfferMarkKind = (typeof OFFER_MARKS)[number]

/** What one person did with one offer. Nobody else reads it, and no score, proposal or count of anybody is made from it. */
export type OfferMark = { profileId: string; offerId: string; mark: OfferMarkKind; markedAt: Date }

/** How many offers one person keeps, or sets aside, at most. */
export const MOST_MARKS = 300

/** True for whoever is shown the way to keep an offer: a candidate, and somebody who may turn out to be one. */
export const canMark = ({ kind }: Actor): boolean => kind === 'candidate' || kind === 'anonymous'

/** Whether one more offer may bear this mark, `marked` others bearing it already. Refusal: `list_full`. */
export const decideMark = (marked: number): Result<null> =>
  marked >= MOST_MARKS ? refuse('list_full') : ok(null)
