import { beforeAll, describe, expect, test } from 'vitest'
import { db } from '#app/db/client.server.ts'
import type { Professional } from '#app/domain/actor.ts'
import { registrationOnBehalfSchema } from '#app/domain/registration-on-behalf.schema.ts'
import { registerPerson } from '#app/use-cases/register-person.server.ts'
import { createAccount, createRecruiter, nextPhone } from '#tests/factories/account.ts'
import { createCandidate } from '#tests/factories/candidate.ts'
import { COMMUNES, createCommunes } from '#tests/factories/commune.ts'
import { NOW } from '#tests/factories/now.ts'
import { createReferences, OCCUPATIONS } from '#tests/factories/occupation.ts'
import { listEvents } from '#tests/factories/outbox.ts'
import { createProfessional } from '#tests/factories/professional.ts'
import { createTerritory } from '#tests/factories/territory.ts'
import { useTestDatabase } from '#tests/setup/database.ts'
import { countRows, unknownId } from '#tests/setup/request.ts'

useTestDatabase()

let hotline: Professional
beforeAll(async () => {
  hotline = (await createProfessional('hotline')).actor
  await createCommunes()
  await createReferences()
})

const base = {
  firstName: ' Fatou ',
  lastName: 'Diop',
  birthMonth: '5',
  phone: '',
  email: '',
  commune: 'Laon 02000',
  occupation: OCCUPATIONS.grapePicker.romeCode,
  travelMeans: 'bicycle',
  travelMaxMinutes: '30',
  how: 'phone',
  registration: 'on',
}
const form = (more: Record<string, unknown> = {}) => registrationOnBehalfSchema.parse({ ...base, ...more })
const register = (more: Record<string, unknown> = {}, actor: Professional = hotline) =>
  registerPerson({ actor, form: form(more), now: NOW })
let made = 0
const LAST_NAMES =
  'Carpentier Moreau Zidane Petit Garnier Vasseur Kowalczyk Fontaine Haddad Chevalier Dubois Leclercq Roussel Mbappé Schneider Poirier Traoré Guillot Wagner Blanchard Ferrand Tessier Humbert Lopez'.split(
    ' ',
  )
/** A name like no other of the file. */
const fresh = () => ({ firstName: made % 2 ? 'Ibrahim' : 'Solène', lastName: LAST_NAMES[made++] ?? '' })
async function registered(more: Record<string, unknown> = {}, actor = hotline) {
  const result = await register({ ...fresh(), ...more }, actor)
  if (!result.ok || result.value.kind !== 'registered')
    throw new Error(`not registered: ${JSON.stringify(result)}`)
  return db().account.findUniqueOrThrow({
    where: { id: result.value.accountId },
    include: { profile: true, consents: true, changes: true },
  })
}
const shownOf = async (more: Record<string, unknown>, actor = hotline) => {
  const result = await register(more, actor)
  return result.ok && result.value.kind === 'look_alikes'
    ? result.value.people.map(({ accountId }) => accountId)
    : result
}

describe('somebody registered by somebody else', () => {
  test('gets an account that nobody has proved, a profile, consents with who, when and how', async () => {
    const phone = nextPhone()
    const before = (await listEvents()).length
    const row = await registered({
      phone: `0${phone.slice(3)}`,
      messages: 'on',
      visibility: 'on',
      how: 'counter',
    })
    expect(row).toMatchObject({
      role: 'candidate',
      phone,
      email: null,
      channel: 'sms',
      monthlySolicitations: 2,
      status: 'active',
      verifiedAt: null,
      birthMonth: 5,
      isDemo: false,
      profile: {
        communeCode: COMMUNES.laon.inseeCode,
        projects: [{ occupationCode: OCCUPATIONS.grapePicker.romeCode, experience: 'none' }],
        kinds: ['job', 'clause'],
        travelMeans: 'bicycle',
        travelMaxMinutes: 30,
        visibility: 'visible_without_name',
      },
      changes: [{ action: 'registered', reason: 'counter', byId: hotline.accountId, at: NOW }],
    })
    expect(row.consents.map(({ purpose }) => purpose).sort()).toEqual([
      'messages',
      'registration',
      'visibility',
    ])
    for (const consent of row.consents)
      expect(consent).toMatchObject({
        how: 'counter',
        recordedById: hotline.accountId,
        givenAt: NOW,
        withdrawnAt: null,
      })
    expect((await listEvents()).slice(before)).toEqual([
      { type: 'profile.changed', payload: { profileId: row.profile?.id } },
    ])
  })

  test('what she or he did not agree to is not done: hidden, no offers by message', async () => {
    const row = await registered({ phone: `0${nextPhone().slice(3)}` })
    expect(row).toMatchObject({ channel: 'sms', monthlySolicitations: 0, profile: { visibility: 'hidden' } })
    expect(row.consents.map(({ purpose }) => purpose)).toEqual(['registration'])
  })

  test('by e-mail alone, or with nothing at all', async () => {
    expect(await registered({ email: 'Une.Personne@Example.org' })).toMatchObject({
      email: 'une.personne@example.org',
      channel: 'email',
    })
    expect(
      await registered({ messages: 'on', occupation: '', birthMonth: '', travelMaxMinutes: '' }),
    ).toMatchObject({
      phone: null,
      email: null,
      channel: 'none',
      birthMonth: null,
      profile: { projects: [], isOpenToAnyOccupation: true, travelMaxMinutes: null },
    })
  })

  test('a landline is kept to call the person, and nothing is written to it', async () => {
    expect(await registered({ phone: '03 23 24 89 01', messages: 'on' })).toMatchObject({
      phone: '+33323248901',
      channel: 'none',
    })
  })

  test('by the hotline, an officer and a referent; nobody else', async () => {
    for (const role of ['relation_officer', 'referent'] as const)
      expect((await registered({}, (await createProfessional(role)).actor)).changes).toHaveLength(1)
    const others = [
      (await createProfessional('facilitator')).actor,
      (await createProfessional('administrator')).actor,
      (await createCandidate()).actor,
      (await createRecruiter()).actor,
      { kind: 'anonymous' } as const,
    ]
    const before = await countRows()
    for (const actor of others)
      expect(await registerPerson({ actor, form: form(fresh()), now: NOW })).toMatchObject({
        refusal: { code: 'forbidden' },
      })
    expect(await countRows()).toEqual(before)
  })

  test('what cannot be is said beside its field, all at once, and nothing is written', async () => {
    const before = await countRows()
    const refused = await register({ ...fresh(), phone: '12', commune: 'Atlantide', occupation: 'N9999' })
    expect(refused).toMatchObject({ refusal: { code: 'invalid_input' } })
    if (!refused.ok)
      expect(Object.keys(refused.refusal.fields).sort()).toEqual(['commune', 'occupation', 'phone'])
    expect(await countRows()).toEqual(before)
  })
})

describe('before anything is created', () => {
  test('people who may be the same are shown, their showing is logged, and "somebody else" goes on', async () => {
    const { account, profile } = await createCandidate({
      account: { firstName: 'Élodie', lastName: 'Lefèvre' },
    })
    const asked = { firstName: 'Elodie', lastName: 'Lefebvre' }
    const before = await db().account.count()
    expect(await shownOf(asked)).toEqual([account.id])
    expect(await db().account.count()).toBe(before)
    expect(await db().accessLog.findMany({ where: { profileId: profile.id } })).toMatchObject([
      { accountId: hotline.accountId, role: 'hotline', purpose: 'registration', at: NOW },
    ])
    expect(await shownOf({ ...asked, seen: unknownId() })).toEqual([account.id])
    const row = await registered({ ...asked, seen: [account.id] })
    expect(row.id).not.toBe(account.id)
    expect(await shownOf({ ...asked, seen: account.id })).toEqual([row.id, account.id])
  })

  test('two agents who type the same person at once: one creates, the other is shown her', async () => {
    const same = fresh()
    const both = await Promise.all([register(same), register(same)])
    expect(both.map((result) => result.ok && result.value.kind).sort()).toEqual(['look_alikes', 'registered'])
  })

  test('a contact that somebody has is never given to a second account', async () => {
    const phone = nextPhone()
    const { account } = await createCandidate({ account: { phone } })
    const asked = { ...fresh(), phone }
    expect(await shownOf(asked)).toEqual([account.id])
    expect(await register({ ...asked, seen: account.id })).toMatchObject({
      refusal: { fields: { phone: [expect.any(String)] } },
    })
  })

  test('nor that of a professional or of another territory, of whom nothing is shown', async () => {
    const elsewhere = await createTerritory({ departementCode: '01', name: 'Ain' })
    const foreign = await createAccount({ territoryId: elsewhere.id })
    const { account: officer } = await createProfessional('relation_officer')
    for (const { email } of [foreign, officer])
      expect(await register({ ...fresh(), email })).toMatchObject({
        refusal: { fields: { email: [expect.any(String)] } },
      })
  })
})

describe('an account that somebody opened by asking for a code', () => {
  const empty = (more: Parameters<typeof createAccount>[0] = {}) =>
    createAccount({ firstName: '', lastName: '', email: null, verifiedAt: null, ...more })

  test('is filled in, and keeps what it has proved', async () => {
    for (const verifiedAt of [null, NOW]) {
      const { id, phone } = await empty({ verifiedAt })
      await db().registration.create({
        data: { accountId: id, kind: 'candidate', answers: {}, updatedAt: NOW },
      })
      expect(await registered({ phone })).toMatchObject({ id, phone, verifiedAt })
      expect(await db().registration.count({ where: { accountId: id } })).toBe(0)
    }
  })

  test('two of them, one by phone and one by e-mail, become one', async () => {
    const byPhone = await empty()
    const byMail = await empty({ phone: null, email: 'deux.fois@example.org' })
    const row = await registered({ phone: byPhone.phone, email: byMail.email })
    expect(row).toMatchObject({ phone: byPhone.phone, email: byMail.email })
    expect(await db().account.count({ where: { id: { in: [byPhone.id, byMail.id] } } })).toBe(1)
  })

  test('is left alone when it is a recruiter’s, somebody’s invitation, or elsewhere', async () => {
    const { account } = await createRecruiter({ account: { firstName: '', lastName: '', role: 'candidate' } })
    const elsewhere = await createTerritory({ departementCode: '01', name: 'Ain' })
    const foreign = await empty({ territoryId: elsewhere.id })
    for (const { id, phone } of [account, foreign]) {
      expect(await register({ ...fresh(), phone })).toMatchObject({
        refusal: { fields: { phone: [expect.any(String)] } },
      })
      expect((await db().account.findUniqueOrThrow({ where: { id } })).firstName).toBe('')
    }
  })
})
