import { saveContactChoice } from '#app/db/accounts.server.ts'
import type { Db } from '#app/db/client.server.ts'
import { appendEvents } from '#app/db/outbox.server.ts'
import type { Account } from '#app/domain/account.ts'
import { messagesStand, type Said } from '#app/domain/consent.ts'
import { type ContactChoice, decideContactChoice } from '#app/domain/contact.decide.ts'
import { ok, type Result } from '#app/domain/result.ts'
import { keepConsent } from './keep-consent.server.ts'

/** What a choice of contact does, inside the caller's transaction: the consent to be written to follows it. */
export async function chooseContact(
  tx: Db,
  options: { account: Account; profileId: string | null; choice: ContactChoice; said: Said; now: Date },
): Promise<Result<null>> {
  const { account, profileId, choice, said, now } = options
  const decision = decideContactChoice({ ...account, profileId }, choice)
  if (!decision.ok) return decision
  await saveContactChoice(tx, account.id, choice)
  const consent = { accountId: account.id, purpose: 'messages', stands: messagesStand(choice) } as const
  await keepConsent(tx, { ...consent, said, now })
  await appendEvents(tx, decision.value, now)
  return ok(null)
}
