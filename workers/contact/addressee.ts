import type { Db } from '#app/db/client.server.ts'
import { findContactProof } from '#app/db/contact-proofs.server.ts'
import type { Account } from '#app/domain/account.ts'
import { noticeOf, reachedAt } from '#app/domain/contact-proof.ts'
import { type Message, SECURITY_KINDS } from '#app/domain/message.ts'

/** The account with the contact that a message is for: the one being proved, or the one that was left. */
export async function addresseeOf(
  db: Db,
  { kind, subjectId }: Pick<Message, 'kind' | 'subjectId'>,
  account: Account,
): Promise<Account> {
  const proof = SECURITY_KINDS.includes(kind) ? await findContactProof(db, subjectId) : null
  if (!proof) return account
  if (kind === 'contact_changed') return noticeOf(proof, account)?.account ?? account
  return reachedAt(account, proof.channel, proof.contact)
}
