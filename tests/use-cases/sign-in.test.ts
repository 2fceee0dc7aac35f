import { describe, expect, test } from 'vitest'
import { db } from '#app/db/client.server.ts'
import { signInCode } from '#app/system/secrets.server.ts'
import { requestSignInCode } from '#app/use-cases/request-sign-in-code.server.ts'
import { verifySignInCode } from '#app/use-cases/verify-sign-in-code.server.ts'
import { createAccount } from '#tests/factories/account.ts'
import { NOW } from '#tests/factories/now.ts'
import { listEvents } from '#tests/factories/outbox.ts'
import { useTestDatabase } from '#tests/setup/database.ts'
import { unknownId } from '#tests/setup/request.ts'

useTestDatabase()

const minutesLater = (minutes: number) => new Date(NOW.getTime() + minutes * 60_000)

// Each test that does not say otherwise asks from everywhere: what one address may do is tested by itself.
let asks = 0
const anywhere = () => `2001:db8:0:${(++asks).toString(16)}::1`

async function ask(contact: string, now = NOW) {
  const asked = await requestSignInCode({ contact, address: anywhere(), now })
  if (!asked.ok) throw new Error(asked.refusal.code)
  return asked.value
}

const verify = (codeId: string, code: string, now = NOW) =>
  verifySignInCode({
    codeId,
    code,
    address: anywhere(),
    visit: { previousReference: null, device: 'Test' },
    now,
  })

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

  test('a contact nobody knows gets an account that nobody has proved, and its code', async () => {
    for (const [typed, contact, channel] of [
      ['06 39 98 77 77', { phone: '+33639987777', email: null }, 'sms'],
      ['Inconnue@Example.org', { phone: null, email: 'inconnue@example.org' }, 'email'],
    ] as const) {
      const { codeId } = await ask(typed)
      const { account } = await db().signInCode.findUniqueOrThrow({
        where: { id: codeId },
        include: { account: true },
      })
      expect(account).toMatchObject({
        ...contact,
        channel,
        role: 'candidate',
        firstName: '',
        lastName: '',
        status: 'active',
        verifiedAt: null,
        createdAt: NOW,
        monthlySolicitations: 2,
      })
      const opened = await verify(codeId, signInCode(codeId), minutesLater(1))
      expect(opened).toMatchObject({ ok: true, value: { hats: [] } })
      const { verifiedAt } = await db().account.findUniqueOrThrow({ where: { id: account.id } })
      expect(verifiedAt).toEqual(minutesLater(1))
    }
  })

  test('twenty people asking at once for one unknown contact make one account', async () => {
    await Promise.all(Array.from({ length: 20 }, () => ask('06 39 98 77 78')))
    expect(await db().account.count({ where: { phone: '+33639987778' } })).toBe(1)
  })

  test('somebody proved stays proved since the first time', async () => {
    const account = await createAccount({ phone: '+33639980111' })
    const { codeId } = await ask('0639980111', minutesLater(5))
    expect((await verify(codeId, signInCode(codeId), minutesLater(5))).ok).toBe(true)
    expect((await db().account.findUniqueOrThrow({ where: { id: account.id } })).verifiedAt).toEqual(NOW)
  })

  test('five codes an hour, also when asked for at once; the sixth is answered alike', async () => {
    const account = await createAccount({ phone: '+33639980102' })
    await Promise.all(Array.from({ length: 8 }, () => ask('0639980102')))
    expect(await db().signInCode.count({ where: { accountId: account.id } })).toBe(5)
    await ask('0639980102', minutesLater(61))
    expect(await db().signInCode.count({ where: { accountId: account.id } })).toBe(6)
  })

  test('ten codes a day', async () => {
    const account = await createAccount({ phone: '+33639980112' })
    for (let hour = 0; hour < 12; hour++) await ask('0639980112', minutesLater(61 * hour))
    expect(await db().signInCode.count({ where: { accountId: account.id } })).toBe(10)
    await ask('0639980112', minutesLater(24 * 60 + 1))
    expect(await db().signInCode.count({ where: { accountId: account.id } })).toBe(11)
  })

  test('beyond the limit the last code that travels can still be typed', async () => {
    await createAccount({ phone: '+33639980113' })
    for (let i = 0; i < 4; i++) await ask('0639980113', minutesLater(i))
    const last = await ask('0639980113', minutesLater(4))
    const refused = await ask('0639980113', minutesLater(5))
    expect(refused).toEqual(last)
    expect((await verify(refused.codeId, signInCode(last.codeId), minutesLater(6))).ok).toBe(true)
  })

  test.each([
    ['', 'Écrivez un numéro'],
    ['06 39 98', 'Ce numéro n’a pas 10 chiffres.'],
    ['06 39 98 01 01 01 01', 'Ce numéro n’existe pas.'],
    ['nadia@', 'Cette adresse e-mail n’est pas complète.'],
    ['<script>@x', 'Cette adresse e-mail n’est pas complète.'],
    ['💩', 'Ce numéro n’existe pas.'],
    ['03 23 24 89 00', 'Un téléphone fixe ne reçoit pas de SMS.'],
  ])('%j is refused beside its field', async (contact, sentence) => {
    const asked = await requestSignInCode({ contact, address: anywhere(), now: NOW })
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
    expect(await verify(codeId, signInCode(codeId), minutesLater(3))).toMatchObject({
      ok: false,
      refusal: { code: 'too_many_tries', fields: { code: [expect.stringContaining('dans 7 minutes')] } },
    })
  })

  test('asking for another code gives no more tries, until the tries are ten minutes old', async () => {
    await createAccount({ phone: '+33639980114' })
    const first = await ask('0639980114')
    for (let i = 0; i < 3; i++) await verify(first.codeId, wrongOf(first.codeId))
    const second = await ask('0639980114', minutesLater(4))
    for (let i = 0; i < 2; i++) await verify(second.codeId, wrongOf(second.codeId), minutesLater(4))
    const right = (minutes: number) => verify(second.codeId, signInCode(second.codeId), minutesLater(minutes))
    expect(await right(9)).toMatchObject({ refusal: { code: 'too_many_tries' } })
    expect((await right(10)).ok).toBe(true)
  })

  test('the older code is good while the newer one travels, and both are used up together', async () => {
    await createAccount({ phone: '+33639980115' })
    const older = await ask('0639980115')
    const newer = await ask('0639980115', minutesLater(2))
    expect((await verify(newer.codeId, signInCode(older.codeId), minutesLater(3))).ok).toBe(true)
    for (const { codeId } of [older, newer])
      expect(await verify(codeId, signInCode(newer.codeId), minutesLater(3))).toMatchObject({
        refusal: { code: 'code_wrong' },
      })
  })

  test('two codes of one account at the same moment open one session', async () => {
    const account = await createAccount({ phone: '+33639980116' })
    const asked = [await ask('0639980116'), await ask('0639980116', minutesLater(1))]
    const both = await Promise.all(
      asked.map(({ codeId }) => verify(codeId, signInCode(codeId), minutesLater(1))),
    )
    expect(both.filter(({ ok }) => ok)).toHaveLength(1)
    expect(await db().session.count({ where: { accountId: account.id } })).toBe(1)
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
    expect(await verify(codeId, signInCode(codeId))).toMatchObject({
      refusal: { code: 'account_suspended', fields: { accountId: [account.id], reason: ['duplicate'] } },
    })
    expect(await db().session.count({ where: { accountId: account.id } })).toBe(0)
  })

  test('the code of one account does not open another', async () => {
    await createAccount({ phone: '+33639980109' })
    await createAccount({ phone: '+33639980119' })
    const own = await ask('0639980109')
    const other = await ask('0639980119')
    expect(signInCode(own.codeId)).not.toBe(signInCode(other.codeId))
    expect((await verify(other.codeId, signInCode(own.codeId))).ok).toBe(false)
    expect((await verify(unknownId(), signInCode(own.codeId))).ok).toBe(false)
  })

  test('a professional stays signed in for twelve hours', async () => {
    await createAccount({ phone: '+33639980110', role: 'relation_officer' })
    const { codeId } = await ask('0639980110')
    const opened = await verify(codeId, signInCode(codeId))
    if (!opened.ok) throw new Error(opened.refusal.code)
    expect(opened.value.expiresAt).toEqual(new Date(NOW.getTime() + 12 * 3_600_000))
  })
})
