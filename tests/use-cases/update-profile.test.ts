import { describe, expect, test } from 'vitest'
import { db } from '#app/db/client.server.ts'
import { profileFormSchema } from '#app/domain/profile.schema.ts'
import { changeContactChoice } from '#app/use-cases/change-contact-choice.server.ts'
import { updateProfile } from '#app/use-cases/update-profile.server.ts'
import { createOfficer } from '#tests/factories/account.ts'
import { createCandidate } from '#tests/factories/candidate.ts'
import { COMMUNES, createCommunes } from '#tests/factories/commune.ts'
import { NOW } from '#tests/factories/now.ts'
import { createReferences, OCCUPATIONS } from '#tests/factories/occupation.ts'
import { listEvents } from '#tests/factories/outbox.ts'
import { useTestDatabase } from '#tests/setup/database.ts'

useTestDatabase()

const base = {
  version: '1',
  commune: 'Laon 02000',
  kinds: ['job', 'volunteering'],
  project1: OCCUPATIONS.grapePicker.romeCode,
  experience1: 'one_year',
  travelMeans: 'bicycle',
  travelMaxKm: '12,5',
  travelMaxMinutes: '45',
  licences: ['AM'],
  certificates: 'SST',
  skills: 'faire-plonge',
  otherSkills: ['cueillir-fruits', 'faire-plonge'],
  visibility: 'hidden',
}
const form = (overrides: Record<string, unknown> = {}) => profileFormSchema.parse({ ...base, ...overrides })

async function prepare() {
  await createCommunes()
  await createReferences()
  return createCandidate()
}

describe('a profile', () => {
  test('is saved whole, placed at the commune’s centre, and told to the engine', async () => {
    const { actor, profile } = await prepare()
    const commune = 'guignicourt'
    const before = (await listEvents()).length
    expect((await updateProfile({ actor, form: form({ commune }), now: NOW })).ok).toBe(true)
    const row = await db().profile.findUniqueOrThrow({ where: { id: profile.id } })
    expect(row).toMatchObject({
      communeCode: COMMUNES.villeneuveSurAisne.inseeCode,
      latitude: COMMUNES.villeneuveSurAisne.latitude,
      longitude: COMMUNES.villeneuveSurAisne.longitude,
      kinds: ['job', 'volunteering'],
      projects: [{ occupationCode: 'A1405', experience: 'one_year' }],
      travelMeans: 'bicycle',
      travelMaxKm: 12.5,
      travelMaxMinutes: 45,
      licences: ['AM', 'SST'],
      skills: ['faire-plonge', 'cueillir-fruits'],
      visibility: 'hidden',
      version: 2,
      // What the form does not ask stays.
      languages: ['fr'],
      eligiblePublics: ['minimum_benefits'],
    })
    expect(row.limitKm).toBeLessThan(12.5)
    expect((await listEvents()).slice(before)).toEqual([
      { type: 'profile.changed', payload: { profileId: profile.id } },
    ])
  })

  test('edited twice from the same page: the second is told, nothing is overwritten', async () => {
    const { actor, profile } = await prepare()
    const both = await Promise.all(
      ['foot', 'car'].map((travelMeans) => updateProfile({ actor, form: form({ travelMeans }), now: NOW })),
    )
    expect(both.filter(({ ok }) => ok)).toHaveLength(1)
    expect(both.find(({ ok }) => !ok)).toMatchObject({ refusal: { code: 'stale_version' } })
    expect((await db().profile.findUniqueOrThrow({ where: { id: profile.id } })).version).toBe(2)
  })

  test('unknown or ambiguous names are refused beside their fields, all at once', async () => {
    const { actor } = await prepare()
    const send = async (overrides: Record<string, unknown>) => {
      const updated = await updateProfile({ actor, form: form(overrides), now: NOW })
      if (updated.ok) throw new Error('should be refused')
      return updated.refusal.fields
    }
    const fields = await send({ commune: 'Atlantide', project1: 'N9999', skills: 'voler', certificates: 'X' })
    expect(Object.keys(fields).sort()).toEqual(['commune', 'licences', 'project1', 'skills'])
    const [sentence] = (await send({ commune: '02140' })).commune ?? []
    expect(sentence).toContain('Vervins 02140')
    expect(sentence).toContain('Fontaine-lès-Vervins 02140')
  })

  test('only a candidate has one', async () => {
    const { actor } = await createOfficer()
    expect(await updateProfile({ actor, form: form(), now: NOW })).toMatchObject({
      refusal: { code: 'forbidden' },
    })
  })
})

describe('the form', () => {
  test('an occupation twice counts once, ranks without one close up', () => {
    const { profile } = form({ project1: '', project2: 'G1602', project3: 'G1602', experience3: 'months' })
    expect(profile.projects).toEqual([{ occupationCode: 'G1602', experience: 'none' }])
  })

  test.each([
    [{ travelMaxKm: 'loin' }, 'travelMaxKm'],
    [{ travelMaxKm: '-3' }, 'travelMaxKm'],
    [{ travelMaxMinutes: '12.5' }, 'travelMaxMinutes'],
    [{ availableFrom: '2026-02-30' }, 'availableFrom'],
    [{ kinds: undefined }, 'kinds'],
    [{ kinds: ['job', 'slavery'] }, 'kinds'],
    [{ slots: ['mon_noon'] }, 'slots'],
    [{ visibility: '' }, 'visibility'],
    [{ project2: '<b>' }, 'project2'],
    [{ commune: '' }, 'commune'],
  ])('%j is refused', (overrides, field) => {
    const parsed = profileFormSchema.safeParse({ ...base, ...overrides })
    expect(parsed.error?.issues.map(({ path }) => path[0])).toContain(field)
  })
})

describe('the choice of contact', () => {
  const types = async (since: number) => (await listEvents()).slice(since).map(({ type }) => type)

  test('stopping is a fact; starting again and another number a month look for offers again', async () => {
    const { actor, account } = await createCandidate()
    const since = (await listEvents()).length
    const choose = (channel: 'sms' | 'none', monthlySolicitations: number) =>
      changeContactChoice({ actor, choice: { channel, monthlySolicitations }, now: NOW })
    await choose('sms', 8)
    await choose('sms', 8)
    expect(await types(since)).toEqual(['profile.changed'])
    await choose('none', 8)
    await choose('none', 8)
    expect(await types(since)).toEqual(['profile.changed', 'contact.stopped', 'profile.changed'])
    await choose('sms', 0)
    expect((await types(since)).slice(3)).toEqual(['profile.changed'])
    expect(await db().account.findUniqueOrThrow({ where: { id: account.id } })).toMatchObject({
      channel: 'sms',
      monthlySolicitations: 0,
    })
  })

  test('a channel that cannot reach the person, or nine a month, is refused', async () => {
    const { actor } = await createCandidate({ account: { email: null } })
    const choose = (channel: 'sms' | 'email', monthlySolicitations: number) =>
      changeContactChoice({ actor, choice: { channel, monthlySolicitations }, now: NOW })
    expect(await choose('email', 2)).toMatchObject({ refusal: { fields: { channel: [expect.any(String)] } } })
    for (const count of [9, -1, 1.5])
      expect(await choose('sms', count)).toMatchObject({
        refusal: { fields: { monthlySolicitations: [expect.any(String)] } },
      })
  })
})
