import { endFollowing } from '#app/db/portfolios.server.ts'
import { ok, type Result } from '#app/domain/result.ts'
import { changeReferent, type ReferentCommand } from './change-referent.server.ts'

/** The hotline writes down that a referent accompanies somebody no more: the person leaves the portfolio at once. Refusal: `not_found`. */
export const endReferral = (command: ReferentCommand): Promise<Result<null>> =>
  changeReferent('referent_ended', command, async (tx, pair) => ok(await endFollowing(tx, pair)))
