import { listAbsences, lockAbsence } from '#app/db/absences.server.ts'
import { db } from '#app/db/client.server.ts'
import { lockLeaving } from '#app/db/erasure.server.ts'
import { inTransaction } from '#app/db/transaction.server.ts'
import { SAID_ONLINE } from '#app/domain/consent.ts'
import { monthsBefore } from '#app/domain/duration.ts'
import { type Result, refuse } from '#app/domain/result.ts'
import { absenceStep, RETENTION } from '#app/domain/retention.ts'
import { eraseLeaving } from './erase-account.server.ts'

const PAGE = 500
const DAY_MS = 86_400_000

const eraseAbsent = (accountId: string, now: Date): Promise<Result<null>> =>
  inTransaction(async (tx) => {
    const absence = await lockAbsence(tx, accountId)
    if (!absence || absenceStep(absence, now) !== 'erase') return refuse('not_found')
    const leaving = await lockLeaving(tx, { accountId, territoryId: null })
    return leaving
      ? eraseLeaving(tx, { leaving, reason: 'inactivity', said: SAID_ONLINE, now })
      : refuse('not_found')
  })

/**
 * Erases those who have given no sign for two years and were told twice. Whoever comes back meanwhile stays. Returns how
 * many were erased.
 */
export async function eraseInactiveAccounts({ now }: { now: Date }): Promise<number> {
  const before = monthsBefore(now, RETENTION.inactiveYears * 12).getTime()
  const activeBefore = new Date(before + 2 * DAY_MS)
  let erased = 0
  let afterId: string | null = null
  for (;;) {
    const page = await listAbsences(db(), { activeBefore, afterId, limit: PAGE })
    for (const { accountId, ...absence } of page)
      if (absenceStep(absence, now) === 'erase' && (await eraseAbsent(accountId, now)).ok) erased++
    afterId = page.at(-1)?.accountId ?? null
    if (page.length < PAGE) return erased
  }
}
