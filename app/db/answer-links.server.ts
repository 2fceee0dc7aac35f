import type { Db } from './client.server.ts'

export const ANSWERS = ['interested', 'declined', 'stop'] as const
export type Answer = (typeof ANSWERS)[number]

/** A link by which a person answers a proposal without signing in. Only the SHA-256 of its token is kept. */
export type AnswerLink = {
  tokenHash: string
  messageId: string
  matchId: string
  accountId: string
  createdAt: Date
  expiresAt: Date
  usedAt: Date | null
  answer: Answer | null
}

/** Writes a link; the same link written twice is one link. */
export async function createAnswerLink(db: Db, link: Omit<AnswerLink, 'usedAt' | 'answer'>): Promise<void> {
  await db.answerLink.createMany({ data: [link], skipDuplicates: true })
}

/** The link of this token's SHA-256, expired and used ones too, or null. */
export async function findAnswerLink(db: Db, tokenHash: string): Promise<AnswerLink | null> {
  const row = await db.answerLink.findUnique({ where: { tokenHash } })
  return row && { ...row, answer: row.answer as Answer | null }
}

/** Keeps the answer given through a link, the first one or another after it. `usedAt` is the instant of the last answer. */
export async function markAnswerLinkUsed(
  db: Db,
  tokenHash: string,
  used: { answer: Answer; now: Date },
): Promise<void> {
  await db.answerLink.update({ where: { tokenHash }, data: { answer: used.answer, usedAt: used.now } })
}
