import type { MessageChannel } from '#app/domain/contact.ts'
import { DEAD_CHANNEL_STATES, stateAfterReport } from '#app/domain/message.transitions.ts'
import type { Message, MessageKind, MessageState } from '#app/domain/message.ts'
import type { Db } from './client.server.ts'
import type { Message as MessageRow } from './generated/client.ts'

const toMessage = (row: MessageRow): Message => ({
  ...row,
  channel: row.channel as MessageChannel,
  kind: row.kind as MessageKind,
  state: row.state as MessageState,
})

/** The message with this id, or null. */
export async function findMessage(db: Db, id: string): Promise<Message | null> {
  const row = await db.message.findUnique({ where: { id } })
  return row && toMessage(row)
}

/** The message of a kind about a subject, newest first, or null. */
export async function findMessageAbout(
  db: Db,
  about: { kind: MessageKind; subjectId: string },
): Promise<Message | null> {
  const row = await db.message.findFirst({ where: about, orderBy: { createdAt: 'desc' } })
  return row && toMessage(row)
}

/** True when this fact has already given this person a message, on whatever channel. */
export const hasMessageOfEvent = async (
  db: Db,
  of: { eventId: string; accountId: string },
): Promise<boolean> => (await db.message.count({ where: of })) > 0

/** Writes a message before anything is sent; false when the same event, person and channel has one already. */
export const createMessage = async (db: Db, message: Message): Promise<boolean> =>
  (await db.message.createMany({ data: [message], skipDuplicates: true })).count === 1

/**
 * Takes a message that is due for one attempt on a channel: attempts rise by one, nobody else takes it before `until`.
 * Returns null when it is not queued, not yet due, or taken. The attempts returned prove the claim to `settleClaim`.
 */
export async function claimMessage(
  db: Db,
  id: string,
  claim: { now: Date; until: Date; channel: MessageChannel },
): Promise<Message | null> {
  const [row] = await db.message.updateManyAndReturn({
    where: { id, state: 'queued', sendAfter: { lte: claim.now } },
    data: {
      attempts: { increment: 1 },
      sendAfter: claim.until,
      channel: claim.channel,
      updatedAt: claim.now,
    },
  })
  return row ? toMessage(row) : null
}

/** What an attempt changes. `sendAfter` is when a message still queued is due again. */
export type Settlement = {
  from: readonly MessageState[]
  to: MessageState
  now: Date
  sendAfter?: Date
  providerId?: string | null
  segments?: number
}

/** Moves a message that this very attempt holds; false when another attempt has taken it over or its state has changed. */
export async function settleClaim(
  db: Db,
  claim: Pick<Message, 'id' | 'attempts'>,
  { from, to, now, ...data }: Settlement,
): Promise<boolean> {
  const { count } = await db.message.updateMany({
    where: { id: claim.id, attempts: claim.attempts, state: { in: [...from] } },
    data: { ...data, state: to, updatedAt: now },
  })
  return count === 1
}

/** Cancels a person's messages of a kind that have not left. Returns how many. */
export async function cancelQueued(
  db: Db,
  of: { accountId: string; kind: MessageKind; now: Date },
): Promise<number> {
  const { accountId, kind, now } = of
  const { count } = await db.message.updateMany({
    where: { accountId, kind, state: 'queued' },
    data: { state: 'cancelled', updatedAt: now },
  })
  return count
}

/** Ids of the messages whose time has come, the longest waiting first. */
export async function listDueMessageIds(db: Db, due: { now: Date; limit: number }): Promise<string[]> {
  const rows = await db.message.findMany({
    where: { state: 'queued', sendAfter: { lte: due.now } },
    orderBy: { sendAfter: 'asc' },
    take: due.limit,
    select: { id: true },
  })
  return rows.map(({ id }) => id)
}

/** Messages whose fate is unknown since before an instant, the oldest first. */
export async function listUnknownMessages(
  db: Db,
  unknown: { before: Date; limit: number },
): Promise<Message[]> {
  const rows = await db.message.findMany({
    where: { state: 'unknown', updatedAt: { lt: unknown.before } },
    orderBy: { updatedAt: 'asc' },
    take: unknown.limit,
  })
  return rows.map(toMessage)
}

/** The channels on which the last message to a person came back. */
export async function listDeadChannels(db: Db, accountId: string): Promise<MessageChannel[]> {
  const rows = await db.message.findMany({
    where: { accountId, toOrganisationId: null, state: { notIn: ['queued', 'unknown', 'cancelled'] } },
    orderBy: { updatedAt: 'desc' },
    distinct: ['channel'],
    select: { channel: true, state: true },
  })
  return rows
    .filter(({ state }) => DEAD_CHANNEL_STATES.includes(state as MessageState))
    .map(({ channel }) => channel as MessageChannel)
}

/**
 * Records a provider's report on one message, found by its id or by the provider's. `at` is the provider's instant.
 * Returns the message's state afterwards, null when there is no such message. An older report changes nothing.
 */
export async function recordReport(
  db: Db,
  of: { id: string } | { providerId: string; channel: MessageChannel },
  report: { state: MessageState; at: Date },
): Promise<MessageState | null> {
  const row = await db.message.findFirst({ where: of })
  if (!row) return null
  const message = toMessage(row)
  const state = stateAfterReport(message, report)
  if (!state) return message.state
  const { count } = await db.message.updateMany({
    where: { id: message.id, state: message.state, updatedAt: message.updatedAt },
    data: { state, updatedAt: report.at },
  })
  return count === 1 ? state : recordReport(db, of, report)
}
