import { settleClaim } from '#app/db/messages.server.ts'
import { inTransaction } from '#app/db/transaction.server.ts'
import type { Message } from '#app/domain/message.ts'
import { ok } from '#app/domain/result.ts'
import { changeMatch } from '#app/use-cases/change-match.server.ts'

const SYSTEM = { kind: 'system' } as const
const TRIES = 3

/**
 * Records that a provider has taken a message and, for a proposal, that the person has been told. When somebody
 * decides on the match at the same moment, the match is read again; a match that is no longer approved stays as it is.
 */
export async function markAccepted(
  message: Message,
  accepted: { providerId: string; segments?: number; now: Date },
): Promise<void> {
  const { providerId, segments = message.segments, now } = accepted
  for (let attempt = 1; attempt <= TRIES; attempt++) {
    const result = await inTransaction(async (tx) => {
      const isOurs = await settleClaim(tx, message, {
        from: ['queued', 'unknown'],
        to: 'accepted',
        now,
        sendAfter: now,
        providerId,
        segments,
      })
      if (!isOurs || message.kind !== 'match_proposed') return ok(null)
      const told = await changeMatch(tx, 'notify', { actor: SYSTEM, matchId: message.subjectId, now })
      return !told.ok && told.refusal.code === 'stale_version' && attempt < TRIES ? told : ok(null)
    })
    if (result.ok) return
  }
}
