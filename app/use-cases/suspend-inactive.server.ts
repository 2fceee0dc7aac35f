import { listSilentAccountIds, lockAccount } from '#app/db/account-states.server.ts'
import { db } from '#app/db/client.server.ts'
import { listTerritoryIds } from '#app/db/offers-due.server.ts'
import { getTerritory } from '#app/db/territories.server.ts'
import { inTransaction } from '#app/db/transaction.server.ts'
import { canChangeAccount } from '#app/domain/account.policy.ts'
import { monthsBefore } from '#app/domain/duration.ts'
import { type Result, refuse } from '#app/domain/result.ts'
import { changeStanding } from './change-standing.server.ts'

const SYSTEM = { kind: 'system' } as const
/** Accounts that fall asleep in one look, of one territory. */
const LIMIT = 500

const fallAsleep = (
  id: string,
  options: { territoryId: string; since: Date; now: Date },
): Promise<Result<null>> =>
  inTransaction(async (tx) => {
    const account = await lockAccount(tx, id)
    const { territoryId, since, now } = options
    const isSilent = (await listSilentAccountIds(tx, { territoryId, since, limit: 1, id })).length === 1
    if (!account || !isSilent || !canChangeAccount(SYSTEM, account, 'fall_asleep'))
      return refuse('transition_impossible')
    return changeStanding(tx, { account, name: 'fall_asleep', byId: null, now })
  })

/**
 * Suspends the candidates of whom nothing came for the months that their territory sets (6), at most 500 a territory, and
 * returns how many. Whoever comes back meanwhile stays.
 */
export async function suspendInactive({ now }: { now: Date }): Promise<number> {
  let suspended = 0
  for (const territoryId of await listTerritoryIds(db())) {
    const { settings } = await getTerritory(db(), territoryId)
    const since = monthsBefore(now, settings.inactivityMonths)
    for (const id of await listSilentAccountIds(db(), { territoryId, since, limit: LIMIT }))
      if ((await fallAsleep(id, { territoryId, since, now })).ok) suspended++
  }
  return suspended
}
