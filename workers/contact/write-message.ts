import type { Db } from '#app/db/client.server.ts'
import { createMessage, hasMessageOfEvent } from '#app/db/messages.server.ts'
import type { ContactDecision } from '#app/domain/contact.ts'
import type { Message, MessageKind } from '#app/domain/message.ts'
import { newId } from '#app/system/id.server.ts'
import { logger } from '#app/system/logger.server.ts'
import type { JobToAdd } from '#workers/jobs.ts'

/** The job that sends a message. Its id is the message's, so that a message waits in the queue once. */
export const sendJob = (messageId: string): JobToAdd => ({
  name: 'send-message',
  data: { messageId },
  id: `${messageId}-send-message`,
})

/** What a fact says to one person. */
export type Saying = {
  eventId: string
  accountId: string
  /** Written to this organisation's own address, for the account. */
  toOrganisationId?: string
  kind: MessageKind
  subjectId: string
  now: Date
}

/**
 * Writes the message decided on, before anything is sent, and returns it; null when the decision is never, or when this
 * fact has already given this person a message.
 */
export async function writeMessage(
  tx: Db,
  saying: Saying,
  decision: ContactDecision,
): Promise<Message | null> {
  const { eventId, accountId, toOrganisationId = null, kind, subjectId, now } = saying
  if (decision.kind === 'never') {
    logger.info({ eventId, kind, reason: decision.reason }, 'no message')
    return null
  }
  if (await hasMessageOfEvent(tx, { eventId, accountId })) return null
  const message: Message = {
    id: newId(),
    eventId,
    accountId,
    toOrganisationId,
    channel: decision.channel,
    kind,
    subjectId,
    state: 'queued',
    providerId: null,
    segments: 0,
    attempts: 0,
    sendAfter: decision.kind === 'later' ? decision.at : now,
    createdAt: now,
    updatedAt: now,
  }
  return (await createMessage(tx, message)) ? message : null
}
