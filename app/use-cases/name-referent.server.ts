import { findAccount } from '#app/db/accounts.server.ts'
import { followPeople, listFollowings } from '#app/db/portfolios.server.ts'
import { ok, type Result, refuse } from '#app/domain/result.ts'
import { changeReferent, type ReferentCommand } from './change-referent.server.ts'

/**
 * The hotline writes down who accompanies somebody: the person is in that referent's portfolio from now on. The same twice is
 * once. Refusals: `not_found`, `invalid_input` on `referentId` for who is no referent of the territory.
 */
export const nameReferent = (command: ReferentCommand): Promise<Result<null>> =>
  changeReferent('referent_named', command, async (tx, { profileId, referentId, territoryId, now }) => {
    const referent = await findAccount(tx, referentId)
    const isReferent = referent?.role === 'referent' && referent.status === 'active'
    if (!isReferent || referent.territoryId !== territoryId)
      return refuse('invalid_input', { referentId: ['Choisissez dans la liste.'] })
    const followings = await listFollowings(tx, profileId)
    if (followings.some((one) => one.referentId === referentId)) return ok(false)
    await followPeople(tx, { referentId, profileIds: [profileId], since: now })
    return ok(true)
  })
