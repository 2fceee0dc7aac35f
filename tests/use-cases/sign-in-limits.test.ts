import { beforeAll, beforeEach, describe, expect, test } from 'vitest'
import { closeDb, db } from '#app/db/client.server.ts'
import { deleteOldAttempts, takeAttempt } from '#app/db/rate-limits.server.ts'
import type { Account } from '#app/domain/account.ts'
import { territorySettingsSchema } from '#app/domain/territory.ts'
import { signInCode } from '#app/system/secrets.server.ts'
import { requestSignInCode } from '#app/use-cases/request-sign-in-code.server.ts'
import { verifySignInCode } from '#app/use-cases/verify-sign-in-code.server.ts'
import { createAccount } from '#tests/factories/account.ts'
import { NOW } from '#tests/factories/now.ts'
import { listEvents } from '#tests/factories/outbox.ts'
import { createTerritory } from '#tests/factories/territory.ts'
import { useTestDatabase } from '#tests/setup/database.ts'
import { tapDatabase } from '#tests/setup/sql-tap.ts'

useTestDatabase()
let tap: Awaited<ReturnType<typeof tapDatabase>>
beforeAll(async () => {
  tap = await tapDatabase()
})
beforeEach(async () => {
  await db().rateLimit.deleteMany()
  await createTerritory()
})

const ADDRESS = '198.51.100.7'
const HOUR_MS = 3_600_000
const later = (minutes: number) => new Date(NOW.getTime() + minutes * 60_000)
const ask = (contact: string, address = ADDRESS, now = NOW) => requestSignInCode({ contact, address, now })
const verify = (codeId: string, code: string, address = ADDRESS, now = NOW) =>
  verifySignInCode({ codeId, code, address, visit: { previousReference: null, device: 'Test' }, now })
const numberOf = (n: number) => `06399${String(80_300 + n).padStart(5, '0')}`

async function askedBy(overrides: Partial<Account> | null, contact: string) {
  if (overrides) await createAccount({ email: null, ...overrides })
  tap.take()
  const asked = await ask(contact)
  if (!asked.ok) throw new Error(asked.refusal.code)
  return { statements: tap.take(), asked: asked.value }
}

describe('known, unknown and suspended contacts', () => {
  test('are answered by the same statements, in the same order', async () => {
    const known = await askedBy({ phone: '+33639980401' }, '0639980401')
    const suspended = await askedBy(
      { phone: '+33639980402', status: 'suspended', suspensionReason: 'reasoned_decision' },
      '0639980402',
    )
    const unknown = await askedBy(null, '0639980403')
    expect(known.statements.length).toBeGreaterThan(5)
    expect(known.statements.some((sql) => sql.includes('insert into account'))).toBe(true)
    expect(unknown.statements).toEqual(known.statements)
    expect(suspended.statements).toEqual(known.statements)
    const facts = (await listEvents()).filter(({ type }) => type === 'sign_in_code.requested')
    expect(facts.map(({ payload }) => payload.codeId)).toEqual(
      [known, suspended, unknown].map(({ asked }) => asked.codeId),
    )
  })

  test('a wrong code of each is judged by the same statements', async () => {
    const seen: string[][] = []
    for (const phone of ['0639980401', '0639980402', '0639980403']) {
      const asked = await ask(phone, ADDRESS, later(1))
      if (!asked.ok) throw new Error(asked.refusal.code)
      const wrong = signInCode(asked.value.codeId) === '000000' ? '111111' : '000000'
      tap.take()
      expect(await verify(asked.value.codeId, wrong, ADDRESS, later(1))).toMatchObject({
        refusal: { code: 'code_wrong' },
      })
      seen.push(tap.take())
    }
    expect(seen[0]?.length).toBeGreaterThan(5)
    expect(seen[1]).toEqual(seen[0])
    expect(seen[2]).toEqual(seen[0])
  })
})

describe('one address', () => {
  test('asks for thirty codes an hour; then it is told how long to wait, and others ask on', async () => {
    for (let n = 0; n < 30; n++) expect((await ask(numberOf(n))).ok).toBe(true)
    const accounts = await db().account.count()
    expect(await ask(numberOf(30), ADDRESS, later(15))).toMatchObject({
      ok: false,
      refusal: { code: 'too_many_requests', fields: { contact: [expect.stringContaining('45 minutes')] } },
    })
    expect(await db().account.count()).toBe(accounts)
    expect((await ask(numberOf(30), '198.51.100.8')).ok).toBe(true)
    expect((await ask(numberOf(31), ADDRESS, later(60))).ok).toBe(true)
  })

  test('stays refused by another process, and the table names nobody', async () => {
    for (let n = 0; n < 30; n++) await ask(numberOf(n), ADDRESS, later(120))
    await closeDb()
    expect((await ask('lea@example.org', ADDRESS, later(121))).ok).toBe(false)
    const rows = JSON.stringify(await db().rateLimit.findMany())
    expect(rows).not.toContain(ADDRESS)
    expect(rows).not.toMatch(/0?639|example/)
  })

  test('a network of IPv6 addresses counts as one', async () => {
    for (let n = 0; n < 30; n++) await ask(numberOf(n), `2001:db8:5:6:${n}::1`, later(240))
    expect((await ask(numberOf(30), '2001:db8:5:6:ffff::', later(240))).ok).toBe(false)
    expect((await ask(numberOf(30), '2001:db8:5:7::1', later(240))).ok).toBe(true)
  })

  test('tries a hundred codes an hour, the right one too', async () => {
    const asked = await ask(numberOf(50))
    if (!asked.ok) throw new Error(asked.refusal.code)
    const { codeId } = asked.value
    for (let n = 0; n < 100; n++) await verify(crypto.randomUUID(), '123456')
    expect(await verify(codeId, signInCode(codeId))).toMatchObject({
      refusal: { code: 'too_many_requests', fields: { code: [expect.stringContaining('60 minutes')] } },
    })
    expect((await verify(codeId, signInCode(codeId), '203.0.113.9')).ok).toBe(true)
  })
})

test('the platform sends no more codes an hour than its budget, on each channel', async () => {
  await createTerritory({ settings: territorySettingsSchema.parse({ codesPerHour: 3 }) })
  const from = (n: number) => `203.0.113.${n}`
  for (let n = 0; n < 3; n++) expect((await ask(numberOf(60 + n), from(n))).ok).toBe(true)
  const before = await db().account.count()
  const events = (await listEvents()).length
  expect(await ask(numberOf(63), from(3))).toMatchObject({
    ok: false,
    refusal: { code: 'too_many_requests', fields: { contact: [expect.stringContaining('60 minutes')] } },
  })
  expect([await db().account.count(), (await listEvents()).length]).toEqual([before, events])
  expect((await ask('malika@example.org', from(4))).ok).toBe(true)
  expect((await ask(numberOf(63), from(3), later(60))).ok).toBe(true)
})

describe('counting attempts', () => {
  test('many at once are all counted, and each window anew', async () => {
    const limit = { key: 'test', windowSeconds: 3600, max: 7 }
    const taken = await Promise.all(Array.from({ length: 40 }, () => takeAttempt(db(), limit, NOW)))
    expect(taken.filter(Boolean)).toHaveLength(7)
    expect(await takeAttempt(db(), limit, new Date(NOW.getTime() + HOUR_MS))).toBe(true)
  })

  test('windows that are over are removed, the present one stays', async () => {
    const limit = { key: 'test', windowSeconds: 3600, max: 1 }
    await takeAttempt(db(), limit, NOW)
    await takeAttempt(db(), limit, later(60))
    await deleteOldAttempts(db(), later(61))
    const [left, ...others] = await db().rateLimit.findMany()
    expect(others).toEqual([])
    expect(left?.windowStart).toEqual(later(60))
  })
})
