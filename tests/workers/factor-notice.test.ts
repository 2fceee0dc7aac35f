import { expect, test } from 'vitest'
import { db } from '#app/db/client.server.ts'
import type { Account } from '#app/domain/account.ts'
import { proposedSecret } from '#app/system/one-time-password.server.ts'
import { enrolSecondFactor } from '#app/use-cases/enrol-second-factor.server.ts'
import { renewRecoveryCodes } from '#app/use-cases/renew-recovery-codes.server.ts'
import { resetSecondFactor } from '#app/use-cases/reset-second-factor.server.ts'
import { createAccount, createOfficer } from '#tests/factories/account.ts'
import { NOW } from '#tests/factories/now.ts'
import { codeAt, createSecondFactor, wrongCodeAt } from '#tests/factories/second-factor.ts'
import { openSessionFor } from '#tests/factories/session.ts'
import { useTestDatabase } from '#tests/setup/database.ts'
import { createTestWorker } from './worker-context.ts'

useTestDatabase()

/** A professional who has just shown who she is, and all that is written to her. */
async function comeIn(account: Partial<Account> = {}) {
  const officer = await createOfficer(account)
  await createSecondFactor(officer.account.id)
  const reference = await openSessionFor(officer.account.id, { now: NOW, confirmedAt: NOW, provedAt: NOW })
  const worker = createTestWorker()
  const told = async () => {
    await worker.runAll()
    const { phone, email } = officer.account
    const sent = await db().localDelivery.findMany({
      where: { recipient: { in: [phone, email].filter((one) => one !== null) } },
      orderBy: { sentAt: 'asc' },
    })
    return sent.map(({ channel, subject, text }) => `${channel} ${subject ?? ''} ${text}`)
  }
  return { ...officer, reference, told }
}

test('another authenticator is told by e-mail, once, and a wrong code tells nothing', async () => {
  const { account, actor, reference, told } = await comeIn()
  const secret = proposedSecret(account.id, reference)
  const enrol = (code: string) => enrolSecondFactor({ actor, reference, code, now: NOW })
  expect((await enrol(wrongCodeAt(secret, NOW))).ok).toBe(false)
  expect(await told()).toEqual([])
  expect((await enrol(codeAt(secret, NOW))).ok).toBe(true)
  const [letter = '', ...others] = await told()
  expect(others).toEqual([])
  expect(letter).toMatch(/^email Le second code de votre compte a changé/)
  expect(letter).not.toContain(secret)
})

test('new recovery codes are told, and none of them is said', async () => {
  const { actor, reference, told } = await comeIn()
  const drawn = await renewRecoveryCodes({ actor, reference, now: NOW })
  if (!drawn.ok) throw new Error(drawn.refusal.code)
  const [letter = '', ...others] = await told()
  expect(others).toEqual([])
  expect(letter).toContain('codes de secours')
  for (const code of drawn.value) expect(letter).not.toContain(code)
})

test('a factor that an administrator takes away is told, after a STOP and without e-mail too', async () => {
  const { account, told } = await comeIn({ email: null, channel: 'none' })
  const { id: accountId, territoryId } = await createAccount({ role: 'administrator' })
  const by = { kind: 'administrator', accountId, territoryId } as const
  const reset = { actor: by, accountId: account.id, reason: 'Téléphone perdu', now: NOW }
  expect((await resetSecondFactor(reset)).ok).toBe(true)
  expect(await told()).toEqual([expect.stringMatching(/^sms .*Le second code de votre compte a changé/)])
})
