import { PROPOSAL_FLOOR } from '#app/domain/matching/allocate.ts'
import { CRITERIA, CRITERION_LABELS, GATE_LABELS, GATES } from '#app/domain/matching/criteria.ts'
import { NEAR_MISS_RULE } from '#app/domain/matching/near-misses.ts'
import { PROXIMITY, SCORING_VERSION, START_TOLERANCE_DAYS, WEIGHTS } from '#app/domain/matching/weights.ts'

/** The method as it runs: the page prints the very constants that the score uses. Points are 0–100. */
export const getRankingMethod = () => ({
  version: SCORING_VERSION,
  gates: GATES.map((gate) => GATE_LABELS[gate]),
  criteria: CRITERIA.map((criterion) => ({
    criterion,
    label: CRITERION_LABELS[criterion],
    points: WEIGHTS[criterion],
  })),
  proximity: PROXIMITY,
  startToleranceDays: START_TOLERANCE_DAYS,
  nearMisses: NEAR_MISS_RULE,
  proposalFloor: PROPOSAL_FLOOR,
})
