import { Secret, TOTP } from 'otpauth'
import { db } from '#app/db/client.server.ts'
import { replaceRecoveryCodes, saveSecondFactor } from '#app/db/second-factors.server.ts'
import { newId } from '#app/system/id.server.ts'
import { hashRecoveryCode, newRecoveryCode } from '#app/system/one-time-password.server.ts'
import { sealText } from '#app/system/secret-box.server.ts'

/** The six digits an authenticator shows for a secret. */
export const codeAt = (secret: string, now: Date): string =>
  TOTP.generate({ secret: Secret.fromBase32(secret), timestamp: now.getTime() })

/** A confirmed second factor whose last code was given long ago, with three recovery codes. */
export async function createSecondFactor(
  accountId: string,
): Promise<{ secret: string; recoveryCodes: string[] }> {
  const secret = new Secret({ size: 20 }).base32
  const now = new Date('2026-01-01T00:00:00Z')
  await saveSecondFactor(db(), {
    accountId,
    encryptedSecret: sealText(secret, accountId),
    lastStep: 1,
    now,
  })
  const recoveryCodes = [newRecoveryCode(), newRecoveryCode(), newRecoveryCode()]
  await replaceRecoveryCodes(
    db(),
    accountId,
    recoveryCodes.map((code) => ({ id: newId(), codeHash: hashRecoveryCode(accountId, code) })),
  )
  return { secret, recoveryCodes }
}

/** Six digits that no step around an instant accepts. */
export function wrongCodeAt(secret: string, now: Date): string {
  const right = [-30_000, 0, 30_000].map((shift) => codeAt(secret, new Date(now.getTime() + shift)))
  return ['000000', '111111', '222222', '333333'].find((code) => !right.includes(code)) ?? ''
}
