import { createAnswerLink as insertAnswerLink } from '#app/db/answer-links.server.ts'
import { db } from '#app/db/client.server.ts'
import { createMessage } from '#app/db/messages.server.ts'
import type { Match } from '#app/domain/match.ts'
import { newId } from '#app/system/id.server.ts'
import { answerToken, hashToken } from '#app/system/secrets.server.ts'
import { createMatch } from './match.ts'
import { NOW } from './now.ts'

/** The link of a delivered proposal, with its match unless given; it lives 30 days from now. */
export async function createAnswerLink(
  options: { match?: Match; expiresAt?: Date } = {},
): Promise<{ token: string; match: Match; accountId: string }> {
  const match = options.match ?? (await createMatch({ state: 'notified' }))
  const { accountId } = await db().profile.findUniqueOrThrow({ where: { id: match.profileId } })
  const messageId = newId()
  await createMessage(db(), {
    id: messageId,
    eventId: newId(),
    accountId,
    channel: 'sms',
    kind: 'match_proposed',
    subjectId: match.id,
    state: 'delivered',
    providerId: null,
    segments: 1,
    attempts: 1,
    sendAfter: NOW,
    createdAt: NOW,
    updatedAt: NOW,
  })
  const token = answerToken(messageId)
  const expiresAt = options.expiresAt ?? new Date(Date.now() + 30 * 86_400_000)
  await insertAnswerLink(db(), {
    tokenHash: hashToken(token),
    messageId,
    matchId: match.id,
    accountId,
    createdAt: NOW,
    expiresAt,
  })
  return { token, match, accountId }
}
