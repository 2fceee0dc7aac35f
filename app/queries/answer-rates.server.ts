import { listAnswerCounts } from '#app/db/answer-counts.server.ts'
import { db } from '#app/db/client.server.ts'
import type { Scope } from '#app/domain/actor.ts'
import { answerRate } from '#app/domain/answer-rate.ts'

const LIMIT = 50

/** How punctually the organisations of the scope answered people in twelve months, the least punctual first, 50 at most. */
export async function getAnswerRates(scope: Scope, now: Date) {
  const rows = await listAnswerCounts(db(), scope, { now, limit: LIMIT })
  return rows.map((row) => ({ ...row, rate: answerRate(row) }))
}
