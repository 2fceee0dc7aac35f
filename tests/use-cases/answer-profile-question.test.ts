import { describe, expect, test } from 'vitest'
import { db } from '#app/db/client.server.ts'
import type { ProfileQuestion } from '#app/domain/profile.questions.ts'
import { type ProfileAnswer, profileAnswerSchemas } from '#app/domain/profile.schema.ts'
import { addWantedOccupation } from '#app/use-cases/add-wanted-occupation.server.ts'
import { answerProfileQuestion } from '#app/use-cases/answer-profile-question.server.ts'
import { changeContactChoice } from '#app/use-cases/change-contact-choice.server.ts'
import { changeWantedOccupation } from '#app/use-cases/change-wanted-occupation.server.ts'
import { createOfficer } from '#tests/factories/account.ts'
import { createCandidate } from '#tests/factories/candidate.ts'
import { COMMUNES, createCommunes } from '#tests/factories/commune.ts'
import { NOW } from '#tests/factories/now.ts'
import { createOccupation, createReferences, OCCUPATIONS } from '#tests/factories/occupation.ts'
import { listEvents } from '#tests/factories/outbox.ts'
import { useTestDatabase } from '#tests/setup/database.ts'

useTestDatabase()

async function prepare() {
  await createCommunes()
  await createReferences()
  const candidate = await createCandidate()
  const read = () => db().profile.findUniqueOrThrow({ where: { id: candidate.profile.id } })
  const say = async (question: ProfileQuestion, answer: ProfileAnswer) => {
    const { version } = await read()
    return answerProfileQuestion({ actor: candidate.actor, question, answer, version, now: NOW })
  }
  return { ...candidate, read, say }
}

describe('an answer', () => {
  test('is kept at once, leaves the rest as it was, and is told to the engine', async () => {
    const { say, read, profile } = await prepare()
    const before = await read()
    const since = (await listEvents()).length
    expect(await say('commune', { commune: 'guignicourt' })).toEqual({ ok: true, value: { next: null } })
    const { inseeCode: communeCode, latitude, longitude } = COMMUNES.villeneuveSurAisne
    expect(await read()).toEqual({
      ...before,
      ...{ communeCode, latitude, longitude },
      answered: ['commune'],
      version: 2,
    })
    expect((await listEvents()).slice(since)).toEqual([
      { type: 'profile.changed', payload: { profileId: profile.id } },
    ])
  })

  test('the limit follows the stricter of kilometres and minutes', async () => {
    const { say, read } = await prepare()
    await say('travel', { travel: { means: 'bicycle', maxKm: 12.5, maxMinutes: 45 } })
    expect((await read()).limitKm).toBeLessThan(12.5)
  })

  test('a question without an answer leads to the next one; one that had an answer leads nowhere', async () => {
    const { say } = await prepare()
    expect(await say('slots', { slots: [] })).toEqual({ ok: true, value: { next: 'start' } })
    expect(await say('slots', { slots: ['mon_morning'] })).toEqual({ ok: true, value: { next: null } })
    expect(await say('contracts', { contracts: ['cdi'], hours: ['part_time'] })).toMatchObject({
      value: { next: 'start' },
    })
    expect(await say('start', { availableFrom: null })).toEqual({ ok: true, value: { next: null } })
  })

  test('given twice from the same page: the second is told, nothing is overwritten', async () => {
    const { actor, read } = await prepare()
    const both = await Promise.all(
      (['hidden', 'visible'] as const).map((visibility) =>
        answerProfileQuestion({
          actor,
          question: 'visibility',
          answer: { visibility },
          version: 1,
          now: NOW,
        }),
      ),
    )
    expect(both.filter(({ ok }) => ok)).toHaveLength(1)
    expect(both.find(({ ok }) => !ok)).toMatchObject({ refusal: { code: 'stale_version' } })
    expect((await read()).version).toBe(2)
  })

  test('unknown or ambiguous names are refused beside their fields, and nothing is kept', async () => {
    const { say, read } = await prepare()
    const fieldsOf = async (question: ProfileQuestion, answer: ProfileAnswer) => {
      const answered = await say(question, answer)
      if (answered.ok) throw new Error('should be refused')
      return answered.refusal.fields
    }
    expect(await fieldsOf('commune', { commune: 'Atlantide' })).toHaveProperty('commune')
    expect(await fieldsOf('skills', { skills: ['voler'] })).toHaveProperty('skills')
    expect(await fieldsOf('licences', { licences: ['B', 'X'] })).toHaveProperty('licences')
    const [sentence] = (await fieldsOf('commune', { commune: '02140' })).commune ?? []
    expect(sentence).toContain('Vervins 02140')
    expect(sentence).toContain('Fontaine-lès-Vervins 02140')
    expect(await read()).toMatchObject({ version: 1, answered: [] })
  })

  test('only a candidate has one', async () => {
    const { actor } = await createOfficer()
    const answer = { visibility: 'hidden' } as const
    expect(
      await answerProfileQuestion({ actor, question: 'visibility', answer, version: 1, now: NOW }),
    ).toMatchObject({ refusal: { code: 'forbidden' } })
  })
})

describe('the occupations wanted', () => {
  const words = (typed: string) => ({ words: typed, searched: '', occupation: null })
  const pick = (occupation: string) => ({ words: '', searched: '', occupation })

  test('are found by everyday words, ranked, told of and taken out', async () => {
    const { actor, read } = await prepare()
    const add = (asked: Parameters<typeof addWantedOccupation>[0]['asked']) =>
      addWantedOccupation({ actor, asked, now: NOW })
    const change = (occupationCode: string, to: Parameters<typeof changeWantedOccupation>[0]['change']) =>
      changeWantedOccupation({ actor, occupationCode, change: to, now: NOW })
    const { grapePicker, dishwasher, kitchenHelp } = OCCUPATIONS
    expect(await add(words('vendanges'))).toEqual({ ok: true, value: { occupationCode: 'A1405' } })
    expect(await add(words('cuisine'))).toMatchObject({
      value: { occupations: expect.arrayContaining([expect.objectContaining({ romeCode: 'G1602' })]) },
    })
    expect(await add(words('astronaute'))).toMatchObject({ refusal: { code: 'invalid_input' } })
    expect(await add(pick(grapePicker.romeCode))).toMatchObject({ ok: true })
    await change(grapePicker.romeCode, { experience: 'three_years' })
    await change(grapePicker.romeCode, 'put_first')
    expect((await read()).projects).toEqual([
      { occupationCode: grapePicker.romeCode, experience: 'three_years' },
      { occupationCode: kitchenHelp.romeCode, experience: 'months' },
    ])
    expect(await add(pick(dishwasher.romeCode))).toMatchObject({ ok: true })
    await createOccupation({ ...dishwasher, romeCode: 'K2204', label: 'Ménage', plainLabel: 'ménage' })
    expect(await add(pick('K2204'))).toMatchObject({
      refusal: { fields: { occupation: [expect.stringContaining('3 métiers')] } },
    })
    await change(kitchenHelp.romeCode, 'remove')
    expect((await read()).projects).toHaveLength(2)
    expect(await change(kitchenHelp.romeCode, 'remove')).toMatchObject({ refusal: { code: 'not_found' } })
  })

  test('"I do not know yet" is open to any', async () => {
    const { actor, read } = await prepare()
    await addWantedOccupation({ actor, asked: pick('tous'), now: NOW })
    expect(await read()).toMatchObject({ isOpenToAnyOccupation: true, answered: ['projects'] })
  })
})

describe('the forms', () => {
  test('both lists of a question make one answer, each code once', () => {
    expect(
      profileAnswerSchemas.skills.parse({ skills: 'faire-plonge', otherSkills: ['cueillir-fruits'] }),
    ).toEqual({ skills: ['faire-plonge', 'cueillir-fruits'] })
    expect(profileAnswerSchemas.licences.parse({ licences: ['AM'], certificates: 'SST' })).toEqual({
      licences: ['AM', 'SST'],
    })
    expect(
      profileAnswerSchemas.languages.parse({ languages: 'français', otherLanguages: 'Ewe , français;igbo' }),
    ).toEqual({ languages: ['français', 'ewe', 'igbo'] })
  })

  test('the situation: some, none of them, or nothing said', () => {
    const parse = (situations?: string | string[]) => profileAnswerSchemas.situation.parse({ situations })
    expect(parse(['minimum_benefits', 'disabled_worker'])).toEqual({
      eligiblePublics: ['minimum_benefits', 'disabled_worker'],
      isWithheld: false,
    })
    expect(parse('none')).toEqual({ eligiblePublics: [], isWithheld: false })
    expect(parse()).toEqual({ eligiblePublics: [], isWithheld: true })
  })

  test.each<[ProfileQuestion, Record<string, unknown>, string]>([
    ['travel', { travelMeans: 'car', travelMaxKm: 'loin' }, 'travelMaxKm'],
    ['travel', { travelMeans: 'car', travelMaxKm: '-3' }, 'travelMaxKm'],
    ['travel', { travelMeans: 'car', travelMaxMinutes: '12.5' }, 'travelMaxMinutes'],
    ['travel', { travelMeans: 'rocket' }, 'travelMeans'],
    ['start', { availableFrom: '2026-02-30' }, 'availableFrom'],
    ['kinds', {}, 'kinds'],
    ['kinds', { kinds: ['job', 'slavery'] }, 'kinds'],
    ['slots', { slots: ['mon_noon'] }, 'slots'],
    ['contracts', { hours: ['night_and_day'] }, 'hours'],
    ['visibility', { visibility: '' }, 'visibility'],
    ['situation', { situations: ['martiens'] }, 'situations'],
    ['situation', { situations: ['none', 'disabled_worker'] }, 'situations'],
    ['languages', { languages: 'klingon' }, 'languages'],
    ['languages', { otherLanguages: 'a,b,c,d,e,f' }, 'otherLanguages'],
    ['commune', { commune: '' }, 'commune'],
  ])('%s: %j is refused', (question, sent, field) => {
    const parsed = profileAnswerSchemas[question].safeParse(sent)
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
