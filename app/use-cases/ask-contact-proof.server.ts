import type { Db } from '#app/db/client.server.ts'
import { createContactProof } from '#app/db/contact-proofs.server.ts'
import { appendEvents } from '#app/db/outbox.server.ts'
import { CONTACT_PROOF, type ContactProof, proofExpiresAt } from '#app/domain/contact-proof.ts'
import { ok, type Result, refuse } from '#app/domain/result.ts'
import { newId } from '#app/system/id.server.ts'

/** Asks for a code to a contact, for a locked account. Refusal: `too_many_requests` beyond five an hour. */
export async function askContactProof(
  tx: Db,
  asked: Pick<ContactProof, 'accountId' | 'purpose' | 'channel' | 'contact' | 'previous'>,
  now: Date,
): Promise<Result<null>> {
  const id = newId()
  const proof = { ...asked, id, createdAt: now, expiresAt: proofExpiresAt(now), usedAt: null }
  if (!(await createContactProof(tx, proof, CONTACT_PROOF.maxPerHour))) return refuse('too_many_requests')
  await appendEvents(tx, [{ type: 'contact_proof.requested', payload: { proofId: id } }], now)
  return ok(null)
}
