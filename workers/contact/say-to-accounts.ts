import { inTransaction } from '#app/db/transaction.server.ts'
import type { Account } from '#app/domain/account.ts'
import { decideContact } from '#app/domain/contact.policy.ts'
import type { MessageChannel } from '#app/domain/contact.ts'
import type { MessageKind } from '#app/domain/message.ts'
import { ok } from '#app/domain/result.ts'
import type { WorkerContext } from '#workers/context.ts'
import { transactionalCase } from './contact-case.ts'
import { sendJob, writeMessage } from './write-message.ts'

/** Writes what a fact says to each of these people, outside budget and hours, then asks for it to be sent. */
export async function sayToAccounts(
  accounts: readonly Account[],
  saying: { eventId: string; kind: MessageKind; subjectId: string; wantedChannel: MessageChannel | null },
  { clock, queues }: Pick<WorkerContext, 'clock' | 'queues'>,
): Promise<void> {
  const now = clock()
  for (const account of accounts) {
    const written = await inTransaction(async (tx) => {
      const decision = decideContact(await transactionalCase(tx, { ...saying, account, now }))
      return ok(await writeMessage(tx, { ...saying, accountId: account.id, now }, decision))
    })
    if (written.ok && written.value) await queues.add([sendJob(written.value.id)])
  }
}
