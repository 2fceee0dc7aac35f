import { db } from '#app/db/client.server.ts'
import { findOrganisationVerification } from '#app/db/organisation-verifications.server.ts'
import { inTransaction } from '#app/db/transaction.server.ts'
import { ok } from '#app/domain/result.ts'
import { addressOf, decideForAddress } from '#workers/contact/organisation-address.ts'
import { sendJob, writeMessage } from '#workers/contact/write-message.ts'
import type { WorkerContext } from '#workers/context.ts'
import type { JobData } from '#workers/jobs.ts'

/** Writes the message of a code to the organisation's own address, whoever asked for it. */
export async function sendOrganisationCode(
  { eventId, verificationId }: JobData<'send-organisation-code'>,
  { clock, queues }: WorkerContext,
): Promise<void> {
  const now = clock()
  const verification = await findOrganisationVerification(db(), verificationId)
  if (!verification || verification.usedAt || verification.expiresAt <= now) return
  const { accountId, organisationId } = verification
  const written = await inTransaction(async (tx) => {
    const decision = decideForAddress(await addressOf(tx, organisationId))
    const saying = { eventId, accountId, kind: 'organisation_code', subjectId: verificationId, now } as const
    return ok(await writeMessage(tx, { ...saying, toOrganisationId: organisationId }, decision))
  })
  if (written.ok && written.value) await queues.add([sendJob(written.value.id)])
}
