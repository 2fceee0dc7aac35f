import { describe, expect, test } from 'vitest'
import { listAccountChanges } from '#app/db/account-changes.server.ts'
import { db } from '#app/db/client.server.ts'
import type { Account } from '#app/domain/account.ts'
import type { Actor } from '#app/domain/actor.ts'
import { signInCode } from '#app/system/secrets.server.ts'
import { changeContact } from '#app/use-cases/change-contact.server.ts'
import { proveIdentity } from '#app/use-cases/prove-identity.server.ts'
import { requestContactChange } from '#app/use-cases/request-contact-change.server.ts'
import { requestIdentityCode } from '#app/use-cases/request-identity-code.server.ts'
import { createAccount, createOfficer, nextPhone } from '#tests/factories/account.ts'
import { createCandidate } from '#tests/factories/candidate.ts'
import { NOW } from '#tests/factories/now.ts'
import { openSessionFor } from '#tests/factories/session.ts'
import { useTestDatabase } from '#tests/setup/database.ts'
import { createTestWorker } from './worker-context.ts'

useTestDatabase()

const later = (seconds: number) => new Date(NOW.getTime() + seconds * 1000)
const refused = (code: string) => ({ ok: false, refusal: { code } })
const accountOf = (id: string) => db().account.findUniqueOrThrow({ where: { id } })

/** Who has just shown who she is, and where everything she does goes. */
async function comeIn(account: Partial<Account> = {}) {
  const nadia = await createCandidate({ account })
  const reference = await openSessionFor(nadia.account.id, { now: NOW, provedAt: NOW })
  const worker = createTestWorker()
  const ask = (contact: string, options: { channel?: 'sms' | 'email'; now?: Date; actor?: Actor } = {}) =>
    requestContactChange({
      actor: nadia.actor,
      reference,
      channel: contact.includes('@') ? 'email' : 'sms',
      contact,
      now: NOW,
      ...options,
    })
  const lastCode = async () => {
    const where = { accountId: nadia.account.id }
    const { id } = await db().contactProof.findFirstOrThrow({ where, orderBy: { createdAt: 'desc' } })
    return signInCode(id)
  }
  const give = (code: string, now = NOW) => changeContact({ actor: nadia.actor, code, now })
  return { ...nadia, reference, worker, ask, give, lastCode }
}

const sentTo = async (recipient: string) =>
  (await db().localDelivery.findMany({ where: { recipient }, orderBy: { sentAt: 'asc' } })).map(
    ({ text }) => text,
  )

describe('another phone or e-mail', () => {
  test('a code goes to it, nothing changes before, and the one that was left is told', async () => {
    const { account, worker, ask, give, lastCode } = await comeIn()
    const phone = nextPhone()
    expect(await ask(`0${phone.slice(3)}`)).toEqual({ ok: true, value: null })
    await worker.runAll()
    const code = await lastCode()
    expect(await sentTo(phone)).toEqual([expect.stringContaining(code)])
    expect(await sentTo(account.phone ?? '')).toEqual([])
    expect((await accountOf(account.id)).phone).toBe(account.phone)
    expect(await give(code)).toEqual({ ok: true, value: null })
    await worker.runAll()
    expect((await accountOf(account.id)).phone).toBe(phone)
    expect(await sentTo(account.phone ?? '')).toEqual([expect.stringContaining('Votre numéro a changé')])
    expect(await sentTo(phone)).toHaveLength(1)
    expect(await listAccountChanges(db(), account.id)).toMatchObject([
      { action: 'phone_changed', byId: account.id },
    ])
    expect(await give(code)).toMatchObject(refused('code_expired'))
  })

  test('a first e-mail is told to the phone; after a STOP too', async () => {
    const { account, worker, ask, give, lastCode } = await comeIn({ email: null, channel: 'none' })
    await ask('Nadia.Premiere@Example.org')
    await worker.runAll()
    expect(await sentTo('nadia.premiere@example.org')).toHaveLength(1)
    await give(await lastCode())
    await worker.runAll()
    expect((await accountOf(account.id)).email).toBe('nadia.premiere@example.org')
    expect(await sentTo(account.phone ?? '')).toEqual([
      expect.stringContaining('Votre adresse e-mail a changé'),
    ])
    expect(await listAccountChanges(db(), account.id)).toMatchObject([{ action: 'email_changed' }])
  })

  test('somebody else’s is answered word for word alike, receives nothing, and is never given away', async () => {
    const { account, worker, ask, give, lastCode } = await comeIn()
    const other = await createAccount({ firstName: 'Karim' })
    expect(await ask(other.phone ?? '')).toEqual(await ask(nextPhone()))
    await ask(other.phone ?? '')
    await worker.runAll()
    expect(await sentTo(other.phone ?? '')).toEqual([])
    const wrong = (await lastCode()) === '000000' ? '111111' : '000000'
    const answers = [await give(wrong), await give(await lastCode())]
    expect(answers[0]).toMatchObject(refused('code_wrong'))
    expect(answers[1]).toEqual(answers[0])
    expect((await accountOf(account.id)).phone).toBe(account.phone)
    expect((await accountOf(other.id)).phone).toBe(other.phone)
  })

  test('one that somebody only typed, and nobody has proved, goes to who proves it', async () => {
    const { account, worker, ask, give, lastCode } = await comeIn()
    const phone = nextPhone()
    const typed = await createAccount({ firstName: '', lastName: '', phone, email: null, verifiedAt: null })
    await ask(phone)
    await worker.runAll()
    expect(await sentTo(phone)).toHaveLength(1)
    expect((await give(await lastCode())).ok).toBe(true)
    expect((await accountOf(account.id)).phone).toBe(phone)
    expect(await db().account.count({ where: { id: typed.id } })).toBe(0)
  })

  test('proved by several at the same instant goes to one of them, and the others are told like of a wrong code', async () => {
    const phone = nextPhone()
    const all = await Promise.all([1, 2, 3, 4].map(() => comeIn()))
    for (const { ask } of all) await ask(phone)
    const codes = await Promise.all(all.map(({ lastCode }) => lastCode()))
    const given = await Promise.all(all.map(({ give }, at) => give(codes[at] ?? '')))
    expect(given.filter(({ ok }) => ok)).toHaveLength(1)
    for (const one of given) if (!one.ok) expect(one).toMatchObject(refused('code_wrong'))
    expect(await db().account.count({ where: { phone } })).toBe(1)
  })

  test('asks for a proof of less than five minutes, in this very session', async () => {
    const { account, actor, ask } = await comeIn()
    expect(await ask(nextPhone(), { now: later(301) })).toMatchObject(refused('proof_needed'))
    const cold = await openSessionFor(account.id, { now: NOW })
    const from = (reference: string) =>
      requestContactChange({ actor, reference, channel: 'sms', contact: nextPhone(), now: NOW })
    expect(await from(cold)).toMatchObject(refused('proof_needed'))
    const stranger = await comeIn()
    expect(await from(stranger.reference)).toMatchObject(refused('unauthenticated'))
    expect(await db().contactProof.count({ where: { accountId: account.id } })).toBe(0)
  })

  test.each([
    ['sms', '', 'Écrivez ici un numéro de téléphone.'],
    ['sms', 'nadia@example.org', 'Écrivez ici un numéro de téléphone.'],
    ['sms', '03 23 24 89 00', 'Un téléphone fixe ne reçoit pas de SMS.'],
    ['sms', "' or 1=1 --", 'Ce numéro n’a pas 10 chiffres.'],
    ['email', '0639980001', 'Écrivez ici une adresse e-mail.'],
    ['email', 'nadia@', 'Cette adresse e-mail n’est pas complète.'],
  ] as const)('%s %j is refused beside its field', async (channel, contact, sentence) => {
    const { ask } = await comeIn()
    const asked = await ask(contact, { channel })
    if (asked.ok) throw new Error('should be refused')
    expect(asked.refusal.code).toBe('invalid_input')
    expect(asked.refusal.fields.contact?.[0]).toContain(sentence)
  })

  test('one’s own is no change', async () => {
    const { account, ask } = await comeIn()
    expect(await ask(account.phone ?? '')).toMatchObject(refused('invalid_input'))
  })

  test('five tries, ten minutes, five codes an hour', async () => {
    const { ask, give, lastCode } = await comeIn()
    await ask(nextPhone())
    const code = await lastCode()
    expect(await give(code, later(600))).toMatchObject(refused('code_expired'))
    const wrong = code === '000000' ? '111111' : '000000'
    for (let i = 0; i < 5; i++) expect(await give(wrong)).toMatchObject(refused('code_wrong'))
    expect(await give(code)).toMatchObject(refused('too_many_tries'))
    for (let i = 0; i < 4; i++) expect((await ask(nextPhone())).ok).toBe(true)
    expect(await ask(nextPhone())).toMatchObject(refused('too_many_requests'))
  })

  test('a sign-in code on its way to the contact that was left opens nothing any more', async () => {
    const { account, ask, give, lastCode } = await comeIn()
    const code = { id: '00000000-0000-4000-8000-000000000001', accountId: account.id, channel: 'sms' }
    await db().signInCode.create({ data: { ...code, createdAt: NOW, expiresAt: later(600) } })
    await ask(nextPhone())
    await give(await lastCode())
    expect(await db().signInCode.count({ where: { id: code.id, usedAt: null } })).toBe(0)
  })
})

describe('showing again who is there', () => {
  test('a code to one’s own contact makes the session fresh under a new reference', async () => {
    const { account, actor, worker, lastCode } = await comeIn()
    const reference = await openSessionFor(account.id, { now: NOW })
    expect((await requestIdentityCode({ actor, channel: 'email', now: NOW })).ok).toBe(true)
    await worker.runAll()
    const code = await lastCode()
    expect(await sentTo(account.email ?? '')).toEqual([expect.stringContaining(code)])
    const proved = await proveIdentity({ actor, reference, code, now: later(60) })
    if (!proved.ok) throw new Error(proved.refusal.code)
    const change = (of: string) =>
      requestContactChange({
        actor,
        reference: of,
        channel: 'sms',
        contact: nextPhone(),
        now: later(90),
      })
    expect((await change(proved.value.reference)).ok).toBe(true)
    expect(await change(reference)).toMatchObject(refused('unauthenticated'))
    expect(
      await proveIdentity({ actor, reference: proved.value.reference, code, now: later(90) }),
    ).toMatchObject(refused('code_expired'))
  })

  test('never confirms a second factor, and is no way round it for a professional', async () => {
    const { account, actor, lastCode } = await comeIn()
    const reference = await openSessionFor(account.id, { now: NOW })
    await requestIdentityCode({ actor, channel: 'sms', now: NOW })
    await proveIdentity({ actor, reference, code: await lastCode(), now: NOW })
    expect(await db().session.count({ where: { accountId: account.id, confirmedAt: { not: null } } })).toBe(0)
    const officer = await createOfficer()
    const theirs = await openSessionFor(officer.account.id, { now: NOW })
    expect(await requestIdentityCode({ actor: officer.actor, channel: 'sms', now: NOW })).toMatchObject(
      refused('forbidden'),
    )
    expect(
      await proveIdentity({ actor: officer.actor, reference: theirs, code: '123456', now: NOW }),
    ).toMatchObject(refused('forbidden'))
  })
})
