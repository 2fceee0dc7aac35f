import { timingSafeEqual } from 'node:crypto'
import type { Db } from '#app/db/client.server.ts'
import { findPendingProof, markProofUsed, takeProofTry } from '#app/db/contact-proofs.server.ts'
import { CONTACT_PROOF, type ContactProof } from '#app/domain/contact-proof.ts'
import { signInCode } from '#app/system/secrets.server.ts'

export type ProofRefusal = 'code_wrong' | 'code_expired' | 'too_many_tries'

/**
 * Takes the code of the last proof an account has asked for: it is good once. `code` is six digits. Refusals as texts:
 * `code_wrong`, `code_expired` when none waits, `too_many_tries` beyond five.
 */
export async function takeContactProof(
  tx: Db,
  options: { accountId: string; purpose: ContactProof['purpose']; code: string; now: Date },
): Promise<ContactProof | ProofRefusal> {
  const { code, now } = options
  const proof = await findPendingProof(tx, options)
  if (!proof) return 'code_expired'
  if (!(await takeProofTry(tx, proof.id, { now, maxTries: CONTACT_PROOF.maxTries }))) return 'too_many_tries'
  const isRight = timingSafeEqual(Buffer.from(code), Buffer.from(signInCode(proof.id)))
  return isRight && (await markProofUsed(tx, proof.id, now)) ? proof : 'code_wrong'
}
