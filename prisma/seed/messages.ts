import { MESSAGE_STATES, type Message, type MessageState } from '#app/domain/message.ts'
import type { Random } from '#prisma/reference/random.ts'
import { DAY_MS, drawId, drawOf, HOUR_MS } from './draw.ts'
import type { SentProposal } from './story-matches.ts'

const SHARES: readonly (readonly [MessageState, number])[] = [
  ['delivered', 88],
  ['accepted', 6],
  ['soft_bounce', 3],
  ['hard_bounce', 1],
  ['invalid', 1],
  ['blocked', 1],
]

/** States that a message has while it waits: it has not left, or nobody knows. */
const NOT_SENT: readonly MessageState[] = ['queued', 'cancelled', 'unknown']

/** The message of each proposal that was sent. The first ones take each state once, so that even a small seed has them all. */
export function drawMessages(random: Random, sent: readonly SentProposal[], now: Date): Message[] {
  return sent.map(({ match, person, at }, rank): Message => {
    const { account } = person
    const state = MESSAGE_STATES[rank] ?? drawOf(random, SHARES)
    const channel = account.channel === 'sms' || account.email === null ? 'sms' : 'email'
    const isWaiting = state === 'queued'
    return {
      id: drawId(random),
      eventId: drawId(random),
      accountId: account.id,
      channel,
      kind: 'match_proposed',
      subjectId: match.id,
      state,
      providerId: NOT_SENT.includes(state) ? null : drawId(random),
      segments: channel === 'sms' && !NOT_SENT.includes(state) ? 1 : 0,
      attempts: isWaiting ? 0 : 1,
      sendAfter: isWaiting ? new Date(now.getTime() + DAY_MS) : at,
      createdAt: at,
      updatedAt: isWaiting ? at : new Date(Math.min(now.getTime(), at.getTime() + HOUR_MS / 30)),
    }
  })
}
