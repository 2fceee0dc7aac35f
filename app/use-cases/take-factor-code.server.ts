import type { Db } from '#app/db/client.server.ts'
import { takeAttempt } from '#app/db/rate-limits.server.ts'
import { findSecondFactor, takeRecoveryCode, takeStep } from '#app/db/second-factors.server.ts'
import { readRecoveryCode, SECOND_FACTOR } from '#app/domain/second-factor.ts'
import { readCode } from '#app/domain/sign-in.ts'
import { hashRecoveryCode, stepOfCode } from '#app/system/one-time-password.server.ts'
import { openText } from '#app/system/secret-box.server.ts'

type Typed = { accountId: string; code: string; now: Date }
export type FactorRefusal = 'factor_code_wrong' | 'too_many_attempts'

/** Counts one attempt of an account at its second factor; false beyond ten in a quarter of an hour. */
export const takeFactorAttempt = (tx: Db, accountId: string, now: Date): Promise<boolean> =>
  takeAttempt(
    tx,
    {
      key: `second-factor:${accountId}`,
      windowSeconds: SECOND_FACTOR.windowMinutes * 60,
      max: SECOND_FACTOR.maxTries,
    },
    now,
  )

/** True when the text could be a code of the authenticator, or a recovery code. */
export const isFactorCode = (typed: string): boolean =>
  readCode(typed) !== null || readRecoveryCode(typed) !== null

/** Takes a code of the authenticator or a recovery code: each is good once. Null when it is right. */
export async function takeFactorCode(tx: Db, { accountId, code, now }: Typed): Promise<FactorRefusal | null> {
  if (!(await takeFactorAttempt(tx, accountId, now))) return 'too_many_attempts'
  const factor = await findSecondFactor(tx, accountId)
  const digits = readCode(code)
  const recovery = readRecoveryCode(code)
  let isRight = false
  if (factor && digits) {
    const secret = openText(factor.encryptedSecret, accountId)
    const step = secret && stepOfCode(secret, digits, now)
    isRight = typeof step === 'number' && (await takeStep(tx, accountId, step))
  } else if (factor && recovery) {
    const codeHash = hashRecoveryCode(accountId, recovery)
    isRight = await takeRecoveryCode(tx, { accountId, codeHash, now })
  }
  return isRight ? null : 'factor_code_wrong'
}
