import type { CriterionPoints } from '#app/domain/match.ts'
import { CRITERIA, type Criterion } from '#app/domain/matching/criteria.ts'
import type { RankedPair } from '#app/domain/matching/rank.ts'
import { WEIGHTS } from '#app/domain/matching/weights.ts'
import { TOLD_BYTES, TOLD_KM, TOLD_POINTS, TOLD_PROXIMITY, TOLD_SCORE } from './core/layout.ts'
import { idsTold, type Told } from './told.ts'

/** What each criterion may bring, by tenths: made once, and handed out again as nobody changes them. */
const points = Object.fromEntries(
  CRITERIA.map((criterion) => [
    criterion,
    Array.from({ length: WEIGHTS[criterion] * 10 + 1 }, (_, tenths) => Object.freeze({ criterion, tenths })),
  ]),
) as unknown as Record<Criterion, CriterionPoints[]>

/** A row told, for these two. Its criteria are written out: a loop over them takes longer than the search. */
function pairAt({ words, numbers }: Told, row: number, offerId: string, profileId: string): RankedPair {
  const first = row * TOLD_BYTES
  const at = (first + TOLD_POINTS) >> 2
  return {
    scoreTenths: words[(first + TOLD_SCORE) >> 2] as number,
    distanceKm: numbers[(first + TOLD_KM) >> 3] as number,
    occupation: numbers[(first + TOLD_PROXIMITY) >> 3] as number,
    criteria: [
      points.occupation[words[at] as number] as CriterionPoints,
      points.skills[words[at + 1] as number] as CriterionPoints,
      points.experience[words[at + 2] as number] as CriterionPoints,
      points.travel[words[at + 3] as number] as CriterionPoints,
      points.schedule[words[at + 4] as number] as CriterionPoints,
      points.start[words[at + 5] as number] as CriterionPoints,
      points.contract[words[at + 6] as number] as CriterionPoints,
    ],
    offerId,
    profileId,
  }
}

/** The people told for an offer, best first. */
export const peoplePairs = (told: Told, offerId: string): RankedPair[] =>
  idsTold(told).map((profileId, row) => pairAt(told, row, offerId, profileId))

/** The offers told for a person, best first. */
export const offerPairs = (told: Told, profileId: string): RankedPair[] =>
  idsTold(told).map((offerId, row) => pairAt(told, row, offerId, profileId))
