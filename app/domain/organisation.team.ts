import type { Membership, MembershipRole } from './organisation.ts'
import { ok, type Result, refuse } from './result.ts'

const isLastAdministrator = (team: readonly Membership[], accountId: string): boolean =>
  team.every((one) => one.role !== 'administrator' || one.accountId === accountId)

const find = (team: readonly Membership[], accountId: string) =>
  team.find((one) => one.accountId === accountId)

/**
 * Whether somebody may leave. Refusals: `not_found` when not in the team, `last_administrator` for the only one who
 * administers: an organisation is never left without anybody to invite and to answer for it.
 */
export function decideLeaving(team: readonly Membership[], accountId: string): Result<null> {
  const own = find(team, accountId)
  if (!own) return refuse('not_found')
  return isLastAdministrator(team, accountId) ? refuse('last_administrator') : ok(null)
}

/** Whether a member may be removed by somebody else. Refusals: `not_found`, `forbidden` for oneself. */
export function decideRemoval(
  team: readonly Membership[],
  { byId, targetId }: { byId: string; targetId: string },
): Result<null> {
  if (!find(team, targetId)) return refuse('not_found')
  return byId === targetId ? refuse('forbidden') : ok(null)
}

/** Whether a member may take another role. Refusals: `not_found`, `last_administrator` when nobody else would administer. */
export function decideMemberRole(
  team: readonly Membership[],
  { targetId, role }: { targetId: string; role: MembershipRole },
): Result<null> {
  if (!find(team, targetId)) return refuse('not_found')
  return role === 'member' && isLastAdministrator(team, targetId) ? refuse('last_administrator') : ok(null)
}

/** Whether an administrator may hand over to somebody else of the team. Refusals: `not_found`, `forbidden` for oneself. */
export const decideHandOver = decideRemoval
