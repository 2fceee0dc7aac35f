import { saveContactChoice } from '#app/db/accounts.server.ts'
import type { Db } from '#app/db/client.server.ts'
import { appendEvents } from '#app/db/outbox.server.ts'
import type { Account } from '#app/domain/account.ts'
import { type ContactChoice, decideContactChoice } from '#app/domain/contact.decide.ts'
import { ok, type Result } from '#app/domain/result.ts'

/** What a choice of contact does, inside the caller's transaction. */
export async function chooseContact(
  tx: Db,
  options: { account: Account; profileId: string | null; choice: ContactChoice; now: Date },
): Promise<Result<null>> {
  const { account, profileId, choice, now } = options
  const decision = decideContactChoice({ ...account, profileId }, choice)
  if (!decision.ok) return decision
  await saveContactChoice(tx, account.id, choice)
  await appendEvents(tx, decision.value, now)
  return ok(null)
}
