import { findAccountOfProfile } from '#app/db/accounts.server.ts'
import { createAnswerLink } from '#app/db/answer-links.server.ts'
import { findMatch } from '#app/db/matches.server.ts'
import { findOffer } from '#app/db/offers.server.ts'
import { lockSolicitations } from '#app/db/solicitations.server.ts'
import { getTerritory } from '#app/db/territories.server.ts'
import { inTransaction } from '#app/db/transaction.server.ts'
import { decideContact } from '#app/domain/contact.policy.ts'
import { ok } from '#app/domain/result.ts'
import { answerToken, hashToken } from '#app/system/secrets.server.ts'
import { solicitationCase } from '#workers/contact/contact-case.ts'
import { sendJob, writeMessage } from '#workers/contact/write-message.ts'
import type { WorkerContext } from '#workers/context.ts'
import type { JobData } from '#workers/jobs.ts'

const ANSWER_LINK_DAYS = 30
const SYSTEM = { kind: 'system' } as const

/** Writes the message of an approved match, now or for later, with its answer link. An approval undone in between gives none. */
export async function notifyMatch(
  { eventId, matchId }: JobData<'notify-match'>,
  { clock, queues, isAnyHour }: WorkerContext,
): Promise<void> {
  const now = clock()
  const written = await inTransaction(async (tx) => {
    const found = await findMatch(tx, SYSTEM, matchId)
    const account = found && (await findAccountOfProfile(tx, found.profileId))
    if (!found || !account) return ok(null)
    await lockSolicitations(tx, { offerId: found.offerId, accountId: account.id })
    const match = await findMatch(tx, SYSTEM, matchId)
    const offer = await findOffer(tx, SYSTEM, found.offerId)
    if (match?.state !== 'approved' || offer?.state !== 'published') return ok(null)
    const { settings } = await getTerritory(tx, match.territoryId)
    const decision = decideContact(await solicitationCase(tx, { account, match, settings, now, isAnyHour }))
    const saying = {
      eventId,
      accountId: account.id,
      kind: 'match_proposed',
      subjectId: matchId,
      now,
    } as const
    const message = await writeMessage(tx, saying, decision)
    if (!message) return ok(null)
    await createAnswerLink(tx, {
      tokenHash: hashToken(answerToken(message.id)),
      messageId: message.id,
      matchId,
      accountId: account.id,
      createdAt: now,
      expiresAt: new Date(message.sendAfter.getTime() + ANSWER_LINK_DAYS * 86_400_000),
    })
    return ok(message)
  })
  if (written.ok && written.value && written.value.sendAfter <= now)
    await queues.add([sendJob(written.value.id)])
}
