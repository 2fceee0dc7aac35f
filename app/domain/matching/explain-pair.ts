import type { IsoDate } from '../duration.ts'
import type { CriterionPoints } from '../match.ts'
import type { TravelLimit } from '../travel.ts'
import { type Change, oneChange } from './counterfactual.ts'
import { type Reason, reasonsOf } from './explain.ts'
import { listMissing } from './missing.ts'
import { changeWords, type LabelOf, mayBeShown, missingWords, type Reader } from './pair.labels.ts'
import type { MatchOffer, MatchPerson } from './pair.ts'

/** A pair as a reader is told of it: sentences without a final stop, but for the reasons'. */
export type Explanation = {
  reasons: Reason[]
  missing: string[]
  change: { gate: Change['gate']; words: string } | null
  /** False when this reader may not be shown the pair at all. */
  isShown: boolean
}

type Told = {
  /** The pair's points. */
  criteria: readonly CriterionPoints[]
  today: IsoDate
  reader: Reader
  labelOf: LabelOf
  /** The person's limit as she or he set it, null where it is not at hand: an organisation is never told of it. */
  travel: TravelLimit | null
  /** The person said to be interested in this offer. */
  saidYes?: boolean
}

/** Why a pair is proposed, what it lacks, and the one change that would open it, told to a reader. */
export function explainPair(pair: { person: MatchPerson; offer: MatchOffer }, told: Told): Explanation {
  const { criteria, today, reader, labelOf, saidYes = false } = told
  const travel = reader === 'organisation' ? null : told.travel
  const missing = listMissing(pair, { criteria, today })
  const change = oneChange(pair.person, pair.offer, { today, travel })
  return {
    reasons: reasonsOf(criteria, pair),
    missing: missing.flatMap((one) => missingWords(one, { reader, labelOf, today, travel }) ?? []),
    change: change && { gate: change.gate, words: changeWords(change, { reader, labelOf, today }) },
    isShown: mayBeShown(missing, { reader, offer: pair.offer, saidYes }),
  }
}
