/** Applications to which an organisation owed an answer, and those it answered by the day promised. */
export type AnswerCounts = { due: number; inTime: number }

/** Months over which the answers of an organisation are counted. */
export const ANSWER_RATE_MONTHS = 12
/** Under so many applications a rate says more of one bad week than of the organisation. */
export const ANSWER_RATE_MIN = 5

/** The share answered in time, in whole percent; null while there are too few applications to tell. */
export const answerRate = ({ due, inTime }: AnswerCounts): number | null =>
  due < ANSWER_RATE_MIN ? null : Math.round((100 * inTime) / due)
