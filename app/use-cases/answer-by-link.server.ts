import { dateVisit, findAccount } from '#app/db/accounts.server.ts'
import { lockAnswerLink, markAnswerLinkUsed } from '#app/db/answer-links.server.ts'
import type { Db } from '#app/db/client.server.ts'
import { findContactRequest, markContactAgreed } from '#app/db/contact-requests.server.ts'
import { findMatch } from '#app/db/matches.server.ts'
import { findProfile } from '#app/db/profiles.server.ts'
import { inTransaction } from '#app/db/transaction.server.ts'
import type { Account } from '#app/domain/account.ts'
import { judgeAnswer, type LinkAnswer } from '#app/domain/answer-link.ts'
import { SAID_ONLINE } from '#app/domain/consent.ts'
import type { Match } from '#app/domain/match.ts'
import type { Profile } from '#app/domain/profile.ts'
import { ok, type Result, refuse } from '#app/domain/result.ts'
import { hashToken } from '#app/system/secrets.server.ts'
import { answerProposal } from './answer-proposal.server.ts'
import { chooseContact } from './choose-contact.server.ts'
import { sendApplication } from './send-application.server.ts'

type Answered = { account: Account; profile: Profile; match: Match; now: Date }

async function act(tx: Db, answer: LinkAnswer, answered: Answered): Promise<Result<unknown>> {
  const { account, profile, match, now } = answered
  if (answer === 'stop') {
    const choice = { channel: 'none' as const, monthlySolicitations: account.monthlySolicitations }
    return chooseContact(tx, { account, profileId: profile.id, choice, said: SAID_ONLINE, now })
  }
  if (account.status !== 'active') return refuse('account_suspended')
  const { territoryId } = account
  const actor = { kind: 'candidate', accountId: account.id, profileId: profile.id, territoryId } as const
  if (answer === 'apply') return sendApplication(tx, { actor, offerId: match.offerId, sentence: null, now })
  const action = answer === 'interested' ? 'accept' : 'decline'
  const given = await answerProposal(tx, action, { actor, matchId: match.id, now })
  const asked = answer === 'interested' ? await findContactRequest(tx, match.id) : null
  if (given.ok && asked) await markContactAgreed(tx, { matchId: match.id, requestId: asked.id, now })
  return given
}

/**
 * A person answers a message through its link, without signing in. The same answer twice is once; a STOP is honoured even
 * through a used or expired link. Refusals: `not_found` for a token that is not ours, `link_used`, `link_expired`,
 * `account_suspended`, `offer_closed`, `offer_full`, `already_applied`, `transition_impossible`.
 */
export function answerByLink(options: {
  token: string
  answer: LinkAnswer
  now: Date
}): Promise<Result<null>> {
  const { token, answer, now } = options
  return inTransaction(async (tx) => {
    const tokenHash = hashToken(token)
    const link = await lockAnswerLink(tx, tokenHash)
    if (!link) return refuse('not_found')
    const judgement = judgeAnswer(link, answer, now)
    if (judgement === 'repeat') return ok(null)
    if (judgement !== 'take') return refuse(judgement)
    const account = await findAccount(tx, link.accountId)
    const match = await findMatch(tx, { kind: 'system' }, link.matchId)
    const profile = match && (await findProfile(tx, { kind: 'system' }, match.profileId))
    if (!account || !match || profile?.accountId !== account.id) return refuse('not_found')
    const done = await act(tx, answer, { account, profile, match, now })
    if (!done.ok) return done
    await markAnswerLinkUsed(tx, tokenHash, { answer, now })
    await dateVisit(tx, account.id, now)
    return ok(null)
  })
}
