import { findAccount } from '#app/db/accounts.server.ts'
import { db } from '#app/db/client.server.ts'
import { findContactProof } from '#app/db/contact-proofs.server.ts'
import { noticeOf, reachedAt } from '#app/domain/contact-proof.ts'
import { sayToAccounts } from '#workers/contact/say-to-accounts.ts'
import type { WorkerContext } from '#workers/context.ts'
import type { JobData } from '#workers/jobs.ts'

/** Sends the code of a contact to be proved; once the contact has changed, tells the one that was left. */
export async function sendContactProof(
  { eventId, proofId, fact }: JobData<'send-contact-proof'>,
  context: WorkerContext,
): Promise<void> {
  const proof = await findContactProof(db(), proofId)
  const account = proof && (await findAccount(db(), proof.accountId))
  if (!account) return
  const saying = { eventId, subjectId: proofId }
  if (fact === 'contact_proof.used') {
    const notice = noticeOf(proof, account)
    if (!notice) return
    const told = { ...saying, kind: 'contact_changed', wantedChannel: notice.channel } as const
    return sayToAccounts([notice.account], told, context)
  }
  if (proof.usedAt || proof.expiresAt <= context.clock()) return
  const asked = { ...saying, kind: 'sign_in_code', wantedChannel: proof.channel } as const
  await sayToAccounts([reachedAt(account, proof.channel, proof.contact)], asked, context)
}
