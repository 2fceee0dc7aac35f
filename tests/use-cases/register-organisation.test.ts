import { describe, expect, test } from 'vitest'
import { findAccount } from '#app/db/accounts.server.ts'
import { db } from '#app/db/client.server.ts'
import { listConsents } from '#app/db/consents.server.ts'
import { findSignedIn } from '#app/db/sessions.server.ts'
import { accountIdOf } from '#app/domain/actor.ts'
import { actorOf } from '#app/domain/session.ts'
import { hashToken, organisationCode } from '#app/system/secrets.server.ts'
import { lookUpOrganisation } from '#app/use-cases/look-up-organisation.server.ts'
import { type Registrant, registerOrganisation } from '#app/use-cases/register-organisation.server.ts'
import { requestOrganisationCode } from '#app/use-cases/request-organisation-code.server.ts'
import { requestToJoin } from '#app/use-cases/request-to-join.server.ts'
import { verifyOrganisationCode } from '#app/use-cases/verify-organisation-code.server.ts'
import { createAccount, createRecruiter } from '#tests/factories/account.ts'
import { createCandidate } from '#tests/factories/candidate.ts'
import { createCommunes } from '#tests/factories/commune.ts'
import { NOW } from '#tests/factories/now.ts'
import { createOrganisation } from '#tests/factories/organisation.ts'
import { useTestDatabase } from '#tests/setup/database.ts'

useTestDatabase()

const visit = { previousReference: null, device: 'Test' }
const name = { firstName: 'Lucie', lastName: 'Moreau', consent: true }
const NUMBERS = ['99990004600015', '35600000049837']

async function createNewcomer(): Promise<Registrant> {
  const { id: accountId, territoryId } = await createAccount({ firstName: '', lastName: '' })
  return { kind: 'newcomer', accountId, territoryId }
}
const form = (more: object = {}) => ({
  number: '',
  kind: 'employer' as const,
  name: 'Ferme des Trois Tilleuls',
  address: '',
  commune: 'Vervins',
  activity: '',
  ...name,
  ...more,
})
const register = (actor: Registrant, more: object = {}) =>
  registerOrganisation({ actor, form: form(more), visit, now: NOW })

async function actorWith(reference: string) {
  const signedIn = await findSignedIn(db(), hashToken(reference), NOW)
  return signedIn && actorOf(signedIn, NOW)
}
const eventTypes = async () => (await db().outboxEvent.findMany()).map(({ type }) => type)

describe('signing an organisation up', () => {
  test('it waits to be verified, and whoever signs it up administers it and wears its hat', async () => {
    await createCommunes()
    const actor = await createNewcomer()
    const opened = await register(actor, { number: '999 900 046 00015' })
    if (!opened.ok) throw new Error(opened.refusal.code)
    const organisation = await db().organisation.findUniqueOrThrow({ where: { siret: NUMBERS[0] as string } })
    expect(organisation).toMatchObject({
      state: 'pending',
      flags: ['unknown_number'],
      communeCode: '02789',
      email: null,
    })
    expect(await db().membership.findMany({ where: { organisationId: organisation.id } })).toMatchObject([
      { accountId: actor.accountId, role: 'administrator' },
    ])
    expect(await actorWith(opened.value.reference)).toMatchObject({
      kind: 'recruiter',
      organisationId: organisation.id,
    })
    expect(await findAccount(db(), actor.accountId)).toMatchObject({ role: 'recruiter', lastName: 'Moreau' })
    expect(await listConsents(db(), actor.accountId)).toMatchObject([
      { purpose: 'registration', how: 'online' },
    ])
    expect(await eventTypes()).toContain('organisation.registered')
  })

  test('twice the same number: the second is told it is here, and joins nothing', async () => {
    const actor = await createNewcomer()
    expect(await register(actor, { number: NUMBERS[0] })).toMatchObject({
      refusal: { code: 'organisation_known' },
    })
    expect(await db().membership.count({ where: { accountId: actor.accountId } })).toBe(0)
  })

  test('five at once with one number: one organisation, one administrator', async () => {
    const actors = await Promise.all(Array.from({ length: 5 }, createNewcomer))
    const answers = await Promise.all(actors.map((actor) => register(actor, { number: NUMBERS[1] })))
    expect(answers.filter(({ ok }) => ok)).toHaveLength(1)
    const organisation = await db().organisation.findUniqueOrThrow({
      where: { siret: NUMBERS[1] as string },
      include: { memberships: true },
    })
    expect(organisation.memberships).toHaveLength(1)
  })

  test('without any number it is flagged for the hotline, and a candidate keeps her own hat', async () => {
    const { actor, account } = await createCandidate()
    const opened = await register(actor, { kind: 'association', name: 'Les Amis du Pré', firstName: 'Autre' })
    if (!opened.ok) throw new Error(opened.refusal.code)
    expect(opened.value.hats).toHaveLength(2)
    expect(await findAccount(db(), account.id)).toMatchObject({ role: 'candidate', firstName: 'Nadia' })
    const found = await db().organisation.findFirstOrThrow({ where: { name: 'Les Amis du Pré' } })
    expect(found).toMatchObject({ flags: ['no_number'], kind: 'association', siret: null, rna: null })
  })

  test.each([
    [{ consent: false }, 'consent'],
    [{ commune: '' }, 'commune'],
    [{ commune: 'Atlantide' }, 'commune'],
    [{ commune: '02140' }, 'commune'],
    [{ name: '' }, 'name'],
    [{ number: '99990004600016' }, 'number'],
    [{ number: '123' }, 'number'],
  ])('%o is refused beside its field and writes nothing', async (more, field) => {
    const actor = await createNewcomer()
    const before = await db().organisation.count()
    const refused = await register(actor, more)
    expect(refused).toMatchObject({ ok: false, refusal: { code: 'invalid_input' } })
    expect(Object.keys(refused.ok ? {} : refused.refusal.fields)).toEqual([field])
    expect(await db().organisation.count()).toBe(before)
    expect((await findAccount(db(), actor.accountId))?.lastName).toBe('')
  })

  test('looking numbers up is limited by account', async () => {
    const actor = await createNewcomer()
    const look = () => lookUpOrganisation({ actor, number: 'W029990009', now: NOW })
    for (let i = 0; i < 30; i++) expect((await look()).ok).toBe(true)
    expect(await look()).toMatchObject({ refusal: { code: 'too_many_requests' } })
  })
})

describe('an organisation that is here already', () => {
  test('its administrators are asked once, whoever insists', async () => {
    const { organisationId } = await createRecruiter()
    await db().organisation.update({ where: { id: organisationId }, data: { rna: 'W029000001' } })
    const actor = await createNewcomer()
    const ask = () => requestToJoin({ actor, number: 'W029000001', form: name, now: NOW })
    expect(await ask()).toEqual({ ok: true, value: null })
    expect(await ask()).toEqual({ ok: true, value: null })
    expect(await db().joinRequest.count({ where: { accountId: actor.accountId } })).toBe(1)
    expect((await eventTypes()).filter((type) => type === 'join.requested')).toHaveLength(1)
    expect(await db().membership.count({ where: { accountId: actor.accountId } })).toBe(0)
    expect(await requestToJoin({ actor, number: 'W029000009', form: name, now: NOW })).toMatchObject({
      refusal: { code: 'not_found' },
    })
  })

  async function askCode(options: { state?: 'pending' | 'verified'; email?: string | null; rna: string }) {
    const { state = 'pending', email = 'accueil@example.org', rna } = options
    const organisation = await createOrganisation({ state, email, rna })
    const actor = await createNewcomer()
    const asked = await requestOrganisationCode({ actor, number: rna, form: name, now: NOW })
    return { organisation, actor, asked }
  }
  const give = (actor: Registrant, verificationId: string, code: string, now = NOW) =>
    verifyOrganisationCode({ actor, verificationId, code, visit, now })

  test('the code sent to its own address lets in, and verifies it when nobody runs it', async () => {
    const { organisation, actor, asked } = await askCode({ rna: 'W029000002' })
    if (!asked.ok) throw new Error(asked.refusal.code)
    const { verificationId } = asked.value
    const opened = await give(actor, verificationId, organisationCode(verificationId))
    expect(opened.ok && (await actorWith(opened.value.reference))).toMatchObject({
      organisationId: organisation.id,
    })
    const after = await db().organisation.findUniqueOrThrow({ where: { id: organisation.id } })
    expect(after.state).toBe('verified')
    expect(await give(actor, verificationId, organisationCode(verificationId))).toMatchObject({
      refusal: { code: 'code_wrong' },
    })
  })

  test('somebody else’s proof does not verify whoever signed it up unproved', async () => {
    const { organisation, actor, asked } = await askCode({ rna: 'W029000003' })
    const { account: squatter } = await createRecruiter({ organisationId: organisation.id })
    if (!asked.ok) throw new Error(asked.refusal.code)
    const { verificationId } = asked.value
    expect((await give(actor, verificationId, organisationCode(verificationId))).ok).toBe(true)
    const after = await db().organisation.findUniqueOrThrow({
      where: { id: organisation.id },
      include: { memberships: true },
    })
    expect(after.state).toBe('pending')
    expect(after.memberships.map(({ accountId, role }) => [accountId, role])).toEqual(
      expect.arrayContaining([
        [squatter.id, 'administrator'],
        [actor.accountId, 'administrator'],
      ]),
    )
  })

  test('in a verified organisation that somebody runs, the code makes a member', async () => {
    const { organisation, actor, asked } = await askCode({ rna: 'W029000004', state: 'verified' })
    await createRecruiter({ organisationId: organisation.id })
    if (!asked.ok) throw new Error(asked.refusal.code)
    const { verificationId } = asked.value
    await give(actor, verificationId, organisationCode(verificationId))
    expect(await db().membership.findFirst({ where: { accountId: actor.accountId } })).toMatchObject({
      role: 'member',
    })
  })

  test('five tries, ten minutes, and nobody but who asked', async () => {
    const { actor, asked } = await askCode({ rna: 'W029000005' })
    if (!asked.ok) throw new Error(asked.refusal.code)
    const { verificationId } = asked.value
    const right = organisationCode(verificationId)
    const wrong = right === '000000' ? '111111' : '000000'
    const late = new Date(NOW.getTime() + 600_000)
    expect(await give(actor, verificationId, right, late)).toMatchObject({ refusal: { code: 'code_wrong' } })
    expect(await give(await createNewcomer(), verificationId, right)).toMatchObject({
      refusal: { code: 'code_wrong' },
    })
    expect(await give(actor, verificationId, 'abc')).toMatchObject({ refusal: { code: 'invalid_input' } })
    for (let i = 0; i < 5; i++) await give(actor, verificationId, wrong)
    expect(await give(actor, verificationId, right)).toMatchObject({ refusal: { code: 'code_wrong' } })
    expect(await db().membership.count({ where: { accountId: accountIdOf(actor) ?? '' } })).toBe(0)
  })

  test('two at once with the right code: one session', async () => {
    const { actor, asked } = await askCode({ rna: 'W029000006' })
    if (!asked.ok) throw new Error(asked.refusal.code)
    const { verificationId } = asked.value
    const right = organisationCode(verificationId)
    const answers = await Promise.all([1, 2, 3].map(() => give(actor, verificationId, right)))
    expect(answers.filter(({ ok }) => ok)).toHaveLength(1)
  })

  test('without a known address there is no code; six an hour are too many', async () => {
    expect((await askCode({ rna: 'W029000007', email: null })).asked).toMatchObject({
      refusal: { code: 'not_found' },
    })
    const { actor } = await askCode({ rna: 'W029000008' })
    const again = () => requestOrganisationCode({ actor, number: 'W029000008', form: name, now: NOW })
    for (let i = 0; i < 4; i++) expect((await again()).ok).toBe(true)
    expect(await again()).toMatchObject({ refusal: { code: 'too_many_requests' } })
  })
})
