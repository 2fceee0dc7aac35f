import { timingSafeEqual } from 'node:crypto'
import { findAccount } from '#app/db/accounts.server.ts'
import { type Db, db } from '#app/db/client.server.ts'
import { takeAttempt } from '#app/db/rate-limits.server.ts'
import {
  countTry,
  findSignInCode,
  listLiveCodes,
  lockCodesOf,
  spendCodesOf,
} from '#app/db/sign-in-codes.server.ts'
import { findHomeTerritory } from '#app/db/territories.server.ts'
import { inTransaction } from '#app/db/transaction.server.ts'
import { markVerified } from '#app/db/unproven-accounts.server.ts'
import type { Refusal } from '#app/domain/errors.ts'
import { ok, type Result, refuse } from '#app/domain/result.ts'
import { addressTriesSpentSentence, triesSpentSentence } from '#app/domain/sign-in.labels.ts'
import { COUNTED_SECONDS, closedUntil, countedUntil, minutesUntil, readCode } from '#app/domain/sign-in.ts'
import { territorySettingsSchema } from '#app/domain/territory.ts'
import { networkOf } from '#app/system/network.server.ts'
import { attemptKey, signInCode } from '#app/system/secrets.server.ts'
import { type OpenedSession, openSession, type Visit } from './open-session.server.ts'

type Tried = { session: OpenedSession } | { refusal: Refusal }

const isSame = (typed: string, expected: string) => timingSafeEqual(Buffer.from(typed), Buffer.from(expected))

const refused = (code: Refusal['code'], fields: Refusal['fields'] = {}): Tried => ({
  refusal: { code, fields },
})

async function tryCode(
  tx: Db,
  { codeId, code, visit, now }: { codeId: string; code: string; visit: Visit; now: Date },
): Promise<Tried> {
  const accountId = (await findSignInCode(tx, codeId))?.accountId
  if (!accountId) return refused('code_wrong')
  await lockCodesOf(tx, accountId)
  const live = await listLiveCodes(tx, accountId, now)
  if (!live.some(({ id }) => id === codeId)) return refused('code_wrong')
  const until = closedUntil(live)
  if (until) return refused('too_many_tries', { code: [triesSpentSentence(minutesUntil(until, now))] })
  // Each live code is compared, the right one or not, so that the time says nothing.
  if (live.filter(({ id }) => isSame(code, signInCode(id))).length === 0) {
    await countTry(tx, codeId)
    return refused('code_wrong')
  }
  await spendCodesOf(tx, accountId, now)
  await markVerified(tx, accountId, now)
  const account = await findAccount(tx, accountId)
  if (account?.status !== 'active')
    return refused('account_suspended', { accountId: [accountId], reason: [account?.suspensionReason ?? ''] })
  return { session: await openSession(tx, { account, visit, confirmedAt: null, now }) }
}

/**
 * Opens a session for whoever holds a live code of the account that `codeId` was asked for: the older one is good while the
 * newer one travels, and all are used up together. `address` is the client's. Refusals: `invalid_input` on `code` when it is
 * not six digits (no try is counted); `code_wrong` for a wrong, unknown, used or expired one alike; `too_many_tries` after
 * five wrong ones, and `too_many_requests` beyond the tries of an address, with their sentence on `code`;
 * `account_suspended` after a right code, with `accountId` and `reason`.
 */
export async function verifySignInCode(options: {
  codeId: string
  code: string
  address: string
  visit: Visit
  now: Date
}): Promise<Result<OpenedSession>> {
  const { address, now } = options
  const code = readCode(options.code)
  if (!code) return refuse('invalid_input', { code: ['Le code a six chiffres.'] })
  const settings = (await findHomeTerritory(db()))?.settings ?? territorySettingsSchema.parse({})
  const trying = { key: attemptKey('code-tried', networkOf(address)), windowSeconds: COUNTED_SECONDS }
  if (!(await takeAttempt(db(), { ...trying, max: settings.codeTriesPerAddress }, now)))
    return refuse('too_many_requests', {
      code: [addressTriesSpentSentence(minutesUntil(countedUntil(now), now))],
    })
  // A wrong try is counted: the transaction has to succeed, and the refusal is made of its outcome.
  const outcome = await inTransaction(async (tx) => ok(await tryCode(tx, { ...options, code })))
  if (!outcome.ok) return outcome
  const tried = outcome.value
  return 'session' in tried ? ok(tried.session) : { ok: false, refusal: tried.refusal }
}
