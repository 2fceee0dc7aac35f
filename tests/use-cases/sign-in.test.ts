import { describe, expect, test } from 'vitest'
import { db } from '#app/db/client.server.ts'
import { signInCode } from '#app/system/secrets.server.ts'
import { requestSignInCode } from '#app/use-cases/request-sign-in-code.server.ts'
import { verifySignInCode } from '#app/use-cases/verify-sign-in-code.server.ts'
import { createAccount } from '#tests/factories/account.ts'
import { NOW } from '#tests/factories/now.ts'
import { listEvents } from '#tests/factories/outbox.ts'
import { useTestDatabase } from '#tests/setup/database.ts'
import { countRows, unknownId } from '#tests/setup/request.ts'

useTestDatabase()

const minutesLater = (minutes: number) => new Date(NOW.getTime() + minutes * 60_000)

async function ask(contact: string, now = NOW) {
  const asked = await requestSignInCode({ contact, now })
  if (!asked.ok) throw new Error(asked.refusal.code)
  return asked.value
}

const verify = (codeId: string, code: string, now = NOW) =>
  verifySignInCode({ codeId, code, visit: { previousReference: null, device: 'Test' }, now })

const wrongOf = (codeId: string) => (signInCode(codeId) === '000000' ? '111111' : '000000')

describe('asking for a code', () => {
  test('a number written any way and an e-mail in capitals reach the same account', async () => {
    const account = await createAccount({ phone: '+33639980101', email: 'nadia@example.org' })
    const ways = ['06 39 98 01 01', '+33 6 39 98 01 01', '0033639980101', ' NADIA@example.ORG ']
    for (const contact of ways) {
      const { codeId, channel } = await ask(contact)
      const row = await db().signInCode.findUniqueOrThrow({ where: { id: codeId } })
      expect(row).toMatchObject({ accountId: account.id, channel, tries: 0, usedAt: null })
      expect(row.expiresAt).toEqual(minutesLater(10))
      expect(await listEvents()).toContainEqual({ type: 'sign_in_code.requested', payload: { codeId } })
    }
  })

  test('an unknown number is answered alike and writes nothing', async () => {
    const before = await countRows()
    const asked = await ask('06 39 98 77 77')
    expect(asked).toEqual({ codeId: expect.stringMatching(/^[0-9a-f-]{36}$/), channel: 'sms' })
    expect(await countRows()).toEqual(before)
    expect(await verify(asked.codeId, '123456')).toMatchObject({ ok: false, refusal: { code: 'code_wrong' } })
  })

  test('five codes an hour, also when asked for at once; the sixth is answered alike', async () => {
    const account = await createAccount({ phone: '+33639980102' })
    await Promise.all(Array.from({ length: 8 }, () => ask('0639980102')))
    expect(await db().signInCode.count({ where: { accountId: account.id } })).toBe(5)
    await ask('0639980102', minutesLater(61))
    expect(await db().signInCode.count({ where: { accountId: account.id } })).toBe(6)
  })

  test.each([
    ['', 'Écrivez votre numéro'],
    ['06 39 98', 'Ce numéro n’a pas 10 chiffres.'],
    ['06 39 98 01 01 01 01', 'Ce numéro n’existe pas.'],
    ['nadia@', 'Cette adresse e-mail n’est pas complète.'],
    ['<script>@x', 'Cette adresse e-mail n’est pas complète.'],
    ['💩', 'Ce numéro n’existe pas.'],
  ])('%j is refused beside its field', async (contact, sentence) => {
    const asked = await requestSignInCode({ contact, now: NOW })
    if (asked.ok) throw new Error('should be refused')
    expect(asked.refusal.code).toBe('invalid_input')
    expect(asked.refusal.fields.contact?.[0]).toContain(sentence)
  })
})

describe('giving the code', () => {
  test('the right code opens a session once, and only once', async () => {
    const account = await createAccount({ phone: '+33639980103' })
    const { codeId } = await ask('0639980103')
    const code = signInCode(codeId)
    const opened = await verify(codeId, `${code.slice(0, 3)} ${code.slice(3)}`)
    if (!opened.ok) throw new Error(opened.refusal.code)
    expect(opened.value.expiresAt).toEqual(new Date(NOW.getTime() + 30 * 86_400_000))
    expect(await db().session.count({ where: { accountId: account.id } })).toBe(1)
    expect(await verify(codeId, code)).toMatchObject({ ok: false, refusal: { code: 'code_wrong' } })
    expect(await db().session.count({ where: { accountId: account.id } })).toBe(1)
  })

  test('two at the same moment open one session', async () => {
    const account = await createAccount({ phone: '+33639980104' })
    const { codeId } = await ask('0639980104')
    const both = await Promise.all([1, 2].map(() => verify(codeId, signInCode(codeId))))
    expect(both.filter(({ ok }) => ok)).toHaveLength(1)
    expect(await db().session.count({ where: { accountId: account.id } })).toBe(1)
  })

  test('after five wrong tries the right one opens nothing', async () => {
    await createAccount({ phone: '+33639980105' })
    const { codeId } = await ask('0639980105')
    for (let i = 0; i < 5; i++) await verify(codeId, wrongOf(codeId))
    expect((await db().signInCode.findUniqueOrThrow({ where: { id: codeId } })).tries).toBe(5)
    expect(await verify(codeId, signInCode(codeId))).toMatchObject({
      ok: false,
      refusal: { code: 'code_wrong' },
    })
  })

  test('four wrong tries and the right one sign in; a text that is no code is not counted', async () => {
    await createAccount({ phone: '+33639980106' })
    const { codeId } = await ask('0639980106')
    for (let i = 0; i < 4; i++) await verify(codeId, wrongOf(codeId))
    expect(await verify(codeId, 'abc')).toMatchObject({ ok: false, refusal: { code: 'invalid_input' } })
    expect((await verify(codeId, signInCode(codeId))).ok).toBe(true)
  })

  test('after ten minutes it is worth nothing', async () => {
    await createAccount({ phone: '+33639980107' })
    const { codeId } = await ask('0639980107')
    expect((await verify(codeId, signInCode(codeId), minutesLater(10))).ok).toBe(false)
  })

  test('a suspended account is told so only after the right code, and gets no session', async () => {
    const account = await createAccount({
      phone: '+33639980108',
      status: 'suspended',
      suspensionReason: 'duplicate',
    })
    const { codeId } = await ask('0639980108')
    expect(await verify(codeId, wrongOf(codeId))).toMatchObject({ refusal: { code: 'code_wrong' } })
    expect(await verify(codeId, signInCode(codeId))).toMatchObject({ refusal: { code: 'account_suspended' } })
    expect(await db().session.count({ where: { accountId: account.id } })).toBe(0)
  })

  test('the code of one request does not open another', async () => {
    await createAccount({ phone: '+33639980109' })
    const first = await ask('0639980109')
    const second = await ask('0639980109')
    expect(signInCode(first.codeId)).not.toBe(signInCode(second.codeId))
    expect((await verify(second.codeId, signInCode(first.codeId))).ok).toBe(false)
    expect((await verify(unknownId(), signInCode(first.codeId))).ok).toBe(false)
  })

  test('a professional stays signed in for twelve hours', async () => {
    await createAccount({ phone: '+33639980110', role: 'relation_officer' })
    const { codeId } = await ask('0639980110')
    const opened = await verify(codeId, signInCode(codeId))
    if (!opened.ok) throw new Error(opened.refusal.code)
    expect(opened.value.expiresAt).toEqual(new Date(NOW.getTime() + 12 * 3_600_000))
  })
})
