import { describe, expect, test } from 'vitest'
import { listAccountChanges } from '#app/db/account-changes.server.ts'
import { db } from '#app/db/client.server.ts'
import { proposedSecret } from '#app/system/one-time-password.server.ts'
import { hashToken } from '#app/system/secrets.server.ts'
import { enrolSecondFactor } from '#app/use-cases/enrol-second-factor.server.ts'
import { giveSecondFactor } from '#app/use-cases/give-second-factor.server.ts'
import { renewRecoveryCodes } from '#app/use-cases/renew-recovery-codes.server.ts'
import { createAccount, createOfficer } from '#tests/factories/account.ts'
import { createCandidate } from '#tests/factories/candidate.ts'
import { NOW } from '#tests/factories/now.ts'
import { codeAt, createSecondFactor, wrongCodeAt } from '#tests/factories/second-factor.ts'
import { openSessionFor } from '#tests/factories/session.ts'
import { useTestDatabase } from '#tests/setup/database.ts'

useTestDatabase()

const later = (seconds: number) => new Date(NOW.getTime() + seconds * 1000)
const unconfirmed = ({ id: accountId, territoryId }: { id: string; territoryId: string }) =>
  ({ kind: 'unconfirmed', accountId, territoryId }) as const
const refused = (code: string) => ({ ok: false, refusal: { code } })

async function comeIn({ withFactor = true } = {}) {
  const { account, actor: officer } = await createOfficer()
  const factor = withFactor ? await createSecondFactor(account.id) : { secret: '', recoveryCodes: [] }
  const reference = await openSessionFor(account.id, { now: NOW })
  const actor = unconfirmed(account)
  const give = (code: string, now = NOW) => giveSecondFactor({ actor, reference, code, now })
  return { account, officer, ...factor, reference, actor, give }
}

describe('giving the second factor', () => {
  test('confirms the session under a new reference; the former one is nobody’s', async () => {
    const { account, secret, reference, give } = await comeIn()
    const given = await give(codeAt(secret, NOW))
    if (!given.ok) throw new Error(given.refusal.code)
    expect(given.value.reference).not.toBe(reference)
    const rows = await db().session.findMany({ where: { accountId: account.id } })
    expect(rows).toHaveLength(1)
    expect(rows[0]).toMatchObject({
      idHash: hashToken(given.value.reference),
      confirmedAt: NOW,
      provedAt: NOW,
      endedAt: null,
    })
    expect(await db().session.count({ where: { idHash: hashToken(reference) } })).toBe(0)
  })

  test('no code is good twice, in the same session or another, nor an older one after it', async () => {
    const { account, secret, actor, give } = await comeIn()
    expect((await give(codeAt(secret, later(30)))).ok).toBe(true)
    const again = await openSessionFor(account.id, { now: NOW })
    const replay = (code: string) => giveSecondFactor({ actor, reference: again, code, now: later(30) })
    expect(await replay(codeAt(secret, later(30)))).toMatchObject(refused('factor_code_wrong'))
    expect(await replay(codeAt(secret, NOW))).toMatchObject(refused('factor_code_wrong'))
    expect((await replay(codeAt(secret, later(60)))).ok).toBe(true)
  })

  test('one code at two places at the same moment opens one of them', async () => {
    const { account, secret, actor } = await comeIn()
    const references = await Promise.all(
      Array.from({ length: 4 }, () => openSessionFor(account.id, { now: NOW })),
    )
    const code = codeAt(secret, NOW)
    const all = await Promise.all(
      references.map((reference) => giveSecondFactor({ actor, reference, code, now: NOW })),
    )
    expect(all.filter(({ ok }) => ok)).toHaveLength(1)
    expect(await db().session.count({ where: { accountId: account.id, confirmedAt: { not: null } } })).toBe(1)
  })

  test('one recovery code at several places at the same moment opens one of them', async () => {
    const { account, recoveryCodes, actor } = await comeIn()
    const references = await Promise.all(
      Array.from({ length: 4 }, () => openSessionFor(account.id, { now: NOW })),
    )
    const code = recoveryCodes[0] ?? ''
    const all = await Promise.all(
      references.map((reference) => giveSecondFactor({ actor, reference, code, now: NOW })),
    )
    expect(all.filter(({ ok }) => ok)).toHaveLength(1)
    expect(await db().recoveryCode.count({ where: { accountId: account.id, usedAt: null } })).toBe(2)
  })

  test('a recovery code as people copy it is good once, and only for its own account', async () => {
    const { recoveryCodes, give } = await comeIn()
    const stranger = await comeIn()
    const code = recoveryCodes[1] ?? ''
    const typed = ` ${code.slice(0, 4).toUpperCase()}-${code.slice(4, 8)} ${code.slice(8)}`
    expect(await stranger.give(typed)).toMatchObject(refused('factor_code_wrong'))
    const { account, actor } = await comeIn()
    expect(await give(typed)).toMatchObject({ ok: true })
    const reference = await openSessionFor(account.id, { now: NOW })
    expect(await giveSecondFactor({ actor, reference, code, now: NOW })).toMatchObject(
      refused('factor_code_wrong'),
    )
  })

  test('beyond ten tries the right code waits for the next quarter of an hour', async () => {
    const { secret, give } = await comeIn()
    for (let i = 0; i < 10; i++)
      expect(await give(wrongCodeAt(secret, NOW))).toMatchObject(refused('factor_code_wrong'))
    expect(await give(codeAt(secret, NOW))).toMatchObject(refused('too_many_attempts'))
    const next = later(15 * 60)
    expect((await give(codeAt(secret, next), next)).ok).toBe(true)
  })

  test('what cannot be a code is said so and not counted', async () => {
    const { secret, give } = await comeIn()
    for (const typed of ['', 'abc', '12345', '1234567', '<script>', "' or 1=1 --"])
      for (let i = 0; i < 3; i++) expect(await give(typed)).toMatchObject(refused('invalid_input'))
    expect((await give(codeAt(secret, NOW))).ok).toBe(true)
  })

  test('an account without a second factor, and a session that has ended, are opened by nothing', async () => {
    const bare = await comeIn({ withFactor: false })
    expect(await bare.give('123456')).toMatchObject(refused('factor_code_wrong'))
    const { account, secret, give } = await comeIn()
    await db().session.updateMany({ where: { accountId: account.id }, data: { endedAt: NOW } })
    expect(await give(codeAt(secret, NOW))).toMatchObject(refused('unauthenticated'))
  })

  test('a session of thirty days ends within twelve hours of its second factor', async () => {
    const { account, secret, actor } = await comeIn()
    const expiresAt = later(30 * 86_400)
    const reference = await openSessionFor(account.id, { now: NOW, expiresAt })
    const given = await giveSecondFactor({ actor, reference, code: codeAt(secret, NOW), now: NOW })
    expect(given).toMatchObject({ value: { expiresAt: later(12 * 3600) } })
  })
})

describe('tying an authenticator', () => {
  const enrol = (of: Awaited<ReturnType<typeof comeIn>>, code: string, now = NOW) =>
    enrolSecondFactor({ actor: of.actor, reference: of.reference, code, now })

  test('the first code confirms the secret of this session, encrypted, and ends the other sessions', async () => {
    const visit = await comeIn({ withFactor: false })
    const { account, reference } = visit
    const other = await openSessionFor(account.id, { now: NOW })
    const secret = proposedSecret(account.id, reference)
    expect(await enrol(visit, wrongCodeAt(secret, NOW))).toMatchObject(refused('factor_code_wrong'))
    expect(await db().secondFactor.count({ where: { accountId: account.id } })).toBe(0)
    expect((await enrol(visit, codeAt(secret, NOW))).ok).toBe(true)
    const row = await db().secondFactor.findUniqueOrThrow({ where: { accountId: account.id } })
    expect(JSON.stringify(row)).not.toContain(secret)
    expect(row.lastStep).toBe(Math.floor(NOW.getTime() / 30_000))
    const ended = await db().session.findUniqueOrThrow({ where: { idHash: hashToken(other) } })
    expect(ended.endedAt).toEqual(NOW)
    expect(await listAccountChanges(db(), account.id)).toMatchObject([
      { action: 'factor_changed', byId: account.id },
    ])
  })

  test('the code that confirmed it does not sign in', async () => {
    const visit = await comeIn({ withFactor: false })
    const secret = proposedSecret(visit.account.id, visit.reference)
    await enrol(visit, codeAt(secret, NOW))
    const reference = await openSessionFor(visit.account.id, { now: NOW })
    const code = codeAt(secret, NOW)
    expect(await giveSecondFactor({ actor: visit.actor, reference, code, now: NOW })).toMatchObject(
      refused('factor_code_wrong'),
    )
  })

  test('whoever has one already gives it first', async () => {
    const visit = await comeIn()
    const { account, officer, secret, recoveryCodes, give } = visit
    const proposed = proposedSecret(account.id, visit.reference)
    expect(await enrol(visit, codeAt(proposed, NOW))).toMatchObject(refused('forbidden'))
    const given = await give(codeAt(secret, NOW))
    if (!given.ok) throw new Error(given.refusal.code)
    const { reference } = given.value
    const next = proposedSecret(account.id, reference)
    const change = (now: Date) =>
      enrolSecondFactor({ actor: officer, reference, code: codeAt(next, now), now })
    expect(await change(later(5 * 60 + 1))).toMatchObject(refused('proof_needed'))
    expect((await change(later(5 * 60))).ok).toBe(true)
    const again = await openSessionFor(account.id, { now: later(600) })
    const sign = (code: string, at = later(600)) =>
      giveSecondFactor({ actor: visit.actor, reference: again, code, now: at })
    expect(await sign(codeAt(secret, later(600)))).toMatchObject(refused('factor_code_wrong'))
    expect(await sign(recoveryCodes[0] ?? '')).toMatchObject(refused('factor_code_wrong'))
    expect((await sign(codeAt(next, later(600)))).ok).toBe(true)
  })

  test('is for professionals alone', async () => {
    const { account, actor } = await createCandidate()
    const reference = await openSessionFor(account.id, { now: NOW })
    const code = codeAt(proposedSecret(account.id, reference), NOW)
    expect(await enrolSecondFactor({ actor, reference, code, now: NOW })).toMatchObject(refused('not_found'))
    const hotline = await createAccount({ role: 'hotline' })
    const theirs = await openSessionFor(hotline.id, { now: NOW })
    const stolen = { actor: unconfirmed(hotline), reference, code, now: NOW }
    expect(await enrolSecondFactor(stolen)).toMatchObject(refused('unauthenticated'))
    expect(theirs).not.toBe(reference)
  })
})

describe('recovery codes', () => {
  test('ten are drawn after a fresh proof; those drawn before open nothing', async () => {
    const { account, officer, secret, recoveryCodes, give } = await comeIn()
    const given = await give(codeAt(secret, NOW))
    if (!given.ok) throw new Error(given.refusal.code)
    const { reference } = given.value
    const draw = (now: Date) => renewRecoveryCodes({ actor: officer, reference, now })
    expect(await draw(later(301))).toMatchObject(refused('proof_needed'))
    const drawn = await draw(later(300))
    if (!drawn.ok) throw new Error(drawn.refusal.code)
    expect(new Set(drawn.value).size).toBe(10)
    const rows = await db().recoveryCode.findMany({ where: { accountId: account.id } })
    expect(rows).toHaveLength(10)
    for (const code of drawn.value) expect(JSON.stringify(rows)).not.toContain(code)
    expect(await give(recoveryCodes[0] ?? '')).toMatchObject(refused('unauthenticated'))
    const again = await openSessionFor(account.id, { now: NOW })
    const sign = (code: string) =>
      giveSecondFactor({ actor: unconfirmed(account), reference: again, code, now: NOW })
    expect(await sign(recoveryCodes[0] ?? '')).toMatchObject(refused('factor_code_wrong'))
    expect((await sign(drawn.value[9] ?? '')).ok).toBe(true)
  })

  test('none without a second factor', async () => {
    const { officer, reference } = await comeIn({ withFactor: false })
    expect(await renewRecoveryCodes({ actor: officer, reference, now: NOW })).toMatchObject(
      refused('not_found'),
    )
  })
})
