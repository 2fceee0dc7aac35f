import { listAbsences, lockAbsence } from '#app/db/absences.server.ts'
import { recordAccountChange } from '#app/db/account-changes.server.ts'
import { db } from '#app/db/client.server.ts'
import { appendEvents } from '#app/db/outbox.server.ts'
import { inTransaction } from '#app/db/transaction.server.ts'
import { monthsBefore } from '#app/domain/duration.ts'
import { ok, type Result, refuse } from '#app/domain/result.ts'
import { absenceStep, RETENTION } from '#app/domain/retention.ts'
import { newId } from '#app/system/id.server.ts'

const PAGE = 500
const DAY_MS = 86_400_000

const noticeErasure = (accountId: string, now: Date): Promise<Result<null>> =>
  inTransaction(async (tx) => {
    const absence = await lockAbsence(tx, accountId)
    if (!absence || absenceStep(absence, now) !== 'notice') return refuse('not_found')
    const change = {
      id: newId(),
      accountId,
      action: 'erasure_noticed',
      reason: null,
      byId: null,
      at: now,
    } as const
    await recordAccountChange(tx, change)
    await appendEvents(tx, [{ type: 'account.erasure_noticed', payload: { accountId } }], now)
    return ok(null)
  })

/**
 * Tells those who have given no sign for almost two years that they will be erased, 30 days and 7 days before. Returns how
 * many notices were given; one is kept even when no message can reach the person.
 */
export async function noticeErasures({ now }: { now: Date }): Promise<number> {
  const before = monthsBefore(now, RETENTION.inactiveYears * 12).getTime()
  // Two days more: months of different lengths meet here and in the moment of the erasure.
  const activeBefore = new Date(before + (RETENTION.noticeDays[0] + 2) * DAY_MS)
  let noticed = 0
  let afterId: string | null = null
  for (;;) {
    const page = await listAbsences(db(), { activeBefore, afterId, limit: PAGE })
    for (const { accountId, ...absence } of page)
      if (absenceStep(absence, now) === 'notice' && (await noticeErasure(accountId, now)).ok) noticed++
    afterId = page.at(-1)?.accountId ?? null
    if (page.length < PAGE) return noticed
  }
}
