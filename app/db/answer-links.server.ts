import type { LinkAnswer } from '#app/domain/answer-link.ts'
import type { Db } from './client.server.ts'

/** A link by which a person answers a proposal without signing in. Only the SHA-256 of its token is kept. */
export type AnswerLink = {
  tokenHash: string
  messageId: string
  matchId: string
  accountId: string
  createdAt: Date
  expiresAt: Date
  usedAt: Date | null
  answer: LinkAnswer | null
}

/** Writes a link; the same link written twice is one link. */
export async function createAnswerLink(db: Db, link: Omit<AnswerLink, 'usedAt' | 'answer'>): Promise<void> {
  await db.answerLink.createMany({ data: [link], skipDuplicates: true })
}

/** The link of this token's SHA-256, expired and used ones too, or null. */
export async function findAnswerLink(db: Db, tokenHash: string): Promise<AnswerLink | null> {
  const row = await db.answerLink.findUnique({ where: { tokenHash } })
  return row && { ...row, answer: row.answer as LinkAnswer | null }
}

/** The same, and whoever else asks for this link to answer it waits for the end of the transaction. */
export async function lockAnswerLink(tx: Db, tokenHash: string): Promise<AnswerLink | null> {
  await tx.$queryRaw`select 1 from answer_link where token_hash = ${tokenHash} for update`
  return findAnswerLink(tx, tokenHash)
}

/** Keeps the answer given through a link, the first one or another after it. `usedAt` is the instant of the last answer. */
export async function markAnswerLinkUsed(
  db: Db,
  tokenHash: string,
  used: { answer: LinkAnswer; now: Date },
): Promise<void> {
  await db.answerLink.update({ where: { tokenHash }, data: { answer: used.answer, usedAt: used.now } })
}
