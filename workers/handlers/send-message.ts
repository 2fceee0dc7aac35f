import { findAccount } from '#app/db/accounts.server.ts'
import { db } from '#app/db/client.server.ts'
import { findMatch } from '#app/db/matches.server.ts'
import { claimMessage, findMessage, settleClaim } from '#app/db/messages.server.ts'
import { getTerritory } from '#app/db/territories.server.ts'
import type { Account } from '#app/domain/account.ts'
import { decideContact } from '#app/domain/contact.policy.ts'
import type { ContactDecision } from '#app/domain/contact.ts'
import type { Message, MessageState } from '#app/domain/message.ts'
import type { Territory } from '#app/domain/territory.ts'
import { logger } from '#app/system/logger.server.ts'
import { addresseeOf } from '#workers/contact/addressee.ts'
import { solicitationCase, transactionalCase } from '#workers/contact/contact-case.ts'
import { deliver } from '#workers/contact/deliver.ts'
import { markAccepted } from '#workers/contact/mark-accepted.ts'
import { contentOf } from '#workers/contact/message-content.ts'
import { addressOf, decideForAddress } from '#workers/contact/organisation-address.ts'
import type { WorkerContext } from '#workers/context.ts'
import { DeliveryError } from '#workers/gateways/delivery-error.ts'
import type { JobData } from '#workers/jobs.ts'

const SECONDS = 1000
/** Nobody else takes a message while an attempt lasts; longer than any gateway waits. */
const LEASE_MS = 120 * SECONDS
const FIRST_WAIT_MS = 5 * SECONDS
const LONGEST_WAIT_MS = 3600 * SECONDS
/** Attempts over about five hours, after which the message is given up. */
const MAX_ATTEMPTS = 15

class ClaimLost extends Error {}

const waitMs = (attempts: number, retryAfterMs = 0) =>
  Math.max(retryAfterMs, Math.min(LONGEST_WAIT_MS, FIRST_WAIT_MS * 2 ** (attempts - 1)))

async function decideAgain(
  message: Message,
  {
    account,
    territory,
    now,
    isAnyHour,
    address,
  }: { account: Account; territory: Territory; now: Date; isAnyHour: boolean; address: string | null },
): Promise<ContactDecision> {
  const { kind } = message
  if (message.toOrganisationId) return decideForAddress(address)
  if (kind !== 'match_proposed')
    return decideContact({
      ...(await transactionalCase(db(), { account, kind, wantedChannel: message.channel, now })),
      isAnyHour,
    })
  const match = await findMatch(db(), { kind: 'system' }, message.subjectId)
  if (!match) return { kind: 'never', reason: 'unreachable' }
  const { settings } = territory
  return decideContact(
    await solicitationCase(db(), { account, match, settings, now, isAnyHour, except: message.id }),
  )
}

async function recordFailure(message: Message, error: DeliveryError, now: Date): Promise<void> {
  const { failure } = error
  const from: MessageState[] = ['queued', 'unknown']
  if (failure.kind === 'ambiguous') {
    await settleClaim(db(), message, { from, to: 'unknown', now })
    logger.warn({ messageId: message.id, attempts: message.attempts, err: error }, 'fate unknown')
    return
  }
  if (failure.kind === 'permanent') {
    const invalid = message.channel === 'email' ? 'hard_bounce' : 'invalid'
    await settleClaim(db(), message, { from, to: failure.why === 'invalid' ? invalid : 'blocked', now })
    logger.warn({ messageId: message.id, err: error }, 'message refused')
    return
  }
  const isLast = message.attempts >= MAX_ATTEMPTS
  const sendAfter = new Date(now.getTime() + waitMs(message.attempts, failure.retryAfterMs))
  await settleClaim(db(), message, { from, to: isLast ? 'error' : 'queued', now, sendAfter })
  throw error
}

/**
 * Sends one message that is due. It re-reads everything: a message no longer true or wanted is cancelled, one outside
 * the hours waits. Just before the provider is spoken to the message becomes `unknown`; only an answer takes it out.
 */
export async function sendMessage(
  { messageId }: JobData<'send-message'>,
  context: WorkerContext,
): Promise<void> {
  const now = context.clock()
  const message = await findMessage(db(), messageId)
  if (message?.state !== 'queued' || message.sendAfter > now) return
  const own = await findAccount(db(), message.accountId)
  if (!own) return
  const account = await addresseeOf(db(), message, own)
  const territory = await getTerritory(db(), account.territoryId)
  const content = await contentOf(db(), { message, account, appUrl: context.appUrl, now })
  const { toOrganisationId } = message
  const address = toOrganisationId ? await addressOf(db(), toOrganisationId) : null
  const decision = await decideAgain(message, {
    account,
    address,
    territory,
    now,
    isAnyHour: context.isAnyHour,
  })
  if (content === null || decision.kind === 'never') {
    await settleClaim(db(), message, { from: ['queued'], to: 'cancelled', now })
    return
  }
  if (decision.kind === 'later') {
    await settleClaim(db(), message, { from: ['queued'], to: 'queued', now, sendAfter: decision.at })
    return
  }
  const until = new Date(now.getTime() + LEASE_MS)
  const claim = await claimMessage(db(), messageId, { now, until, channel: decision.channel })
  if (!claim) return
  try {
    const accepted = await deliver(
      { message: claim, account, territory, content, address },
      context,
      async () => {
        const isOurs = await settleClaim(db(), claim, {
          from: ['queued'],
          to: 'unknown',
          now: context.clock(),
        })
        if (!isOurs) throw new ClaimLost(`message ${messageId} is held by another attempt`)
      },
    )
    await markAccepted(claim, { ...accepted, now: context.clock() })
  } catch (error) {
    if (error instanceof ClaimLost) return
    if (!(error instanceof DeliveryError)) throw error
    await recordFailure(claim, error, context.clock())
  }
}
