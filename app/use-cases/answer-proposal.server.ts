import type { Db } from '#app/db/client.server.ts'
import { clearContactAgreement } from '#app/db/contact-requests.server.ts'
import { findMatch } from '#app/db/matches.server.ts'
import { findOffer } from '#app/db/offers.server.ts'
import { scopeOf } from '#app/domain/actor.ts'
import { ownsMatch } from '#app/domain/match.policy.ts'
import { ok, type Result, refuse } from '#app/domain/result.ts'
import { changeMatch, type MatchCommand } from './change-match.server.ts'

/** What a person's yes or no to a proposal does, inside the caller's transaction. The same answer twice is once; a no takes back an agreement. */
export async function answerProposal(
  tx: Db,
  action: 'accept' | 'decline',
  command: MatchCommand,
): Promise<Result<null>> {
  const scope = scopeOf(command.actor)
  const match = await findMatch(tx, scope, command.matchId)
  if (!match || !ownsMatch(command.actor, match)) return refuse('not_found')
  if (match.state === (action === 'accept' ? 'interested' : 'declined')) return ok(null)
  const offer = await findOffer(tx, scope, match.offerId)
  if (action === 'accept' && offer?.state !== 'published') return refuse('offer_closed')
  const changed = await changeMatch(tx, action, command)
  if (!changed.ok) return changed
  if (action === 'decline') await clearContactAgreement(tx, match.id)
  return ok(null)
}
