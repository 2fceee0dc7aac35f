import type { MessageChannel } from '#app/domain/contact.ts'
import { newId } from '#app/system/id.server.ts'
import type { Db } from './client.server.ts'

/** What the local outbox "sent". `clientReference` is the message's id; `segments` is 0 for an e-mail. */
export type LocalDelivery = {
  id: string
  clientReference: string
  channel: MessageChannel
  recipient: string
  sender: string
  subject: string | null
  text: string
  html: string | null
  segments: number
  sentAt: Date
}

/** Delivers once by client reference, and returns the id of the one delivery there is. */
export async function deliverLocally(db: Db, delivery: Omit<LocalDelivery, 'id'>): Promise<string> {
  const { clientReference } = delivery
  await db.localDelivery.createMany({ data: [{ id: newId(), ...delivery }], skipDuplicates: true })
  const { id } = await db.localDelivery.findUniqueOrThrow({ where: { clientReference } })
  return id
}

/** The delivery made for a message, or null. */
export async function findLocalDelivery(db: Db, clientReference: string): Promise<LocalDelivery | null> {
  const row = await db.localDelivery.findUnique({ where: { clientReference } })
  return row && { ...row, channel: row.channel as MessageChannel }
}

/** What went out, newest first, a page at a time. `page` counts from 1. */
export async function listLocalDeliveries(
  db: Db,
  options: { page: number; pageSize: number; recipient?: string },
): Promise<{ deliveries: LocalDelivery[]; total: number }> {
  const where = options.recipient ? { recipient: options.recipient } : {}
  const [rows, total] = await Promise.all([
    db.localDelivery.findMany({
      where,
      orderBy: [{ sentAt: 'desc' }, { id: 'asc' }],
      skip: (options.page - 1) * options.pageSize,
      take: options.pageSize,
    }),
    db.localDelivery.count({ where }),
  ])
  return { deliveries: rows.map((row) => ({ ...row, channel: row.channel as MessageChannel })), total }
}
