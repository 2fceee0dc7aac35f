import { describe, expect, test } from 'vitest'
import { db } from '#app/db/client.server.ts'
import type { Actor } from '#app/domain/actor.ts'
import type { RegistrationAnswers } from '#app/domain/registration.ts'
import { answerRegistrationCommune } from '#app/use-cases/answer-registration-commune.server.ts'
import { answerRegistrationOccupation } from '#app/use-cases/answer-registration-occupation.server.ts'
import { saveRegistrationAnswer } from '#app/use-cases/save-registration-answer.server.ts'
import { COMMUNES, createCommunes } from '#tests/factories/commune.ts'
import { createNewcomer } from '#tests/factories/newcomer.ts'
import { NOW } from '#tests/factories/now.ts'
import { createReferences } from '#tests/factories/occupation.ts'
import { useTestDatabase } from '#tests/setup/database.ts'

useTestDatabase()

const answers = {
  name: { firstName: 'Awa', lastName: 'N’Diaye' },
  commune: { communeCode: COMMUNES.hirson.inseeCode },
}

async function prepare() {
  await createCommunes()
  await createReferences()
  return createNewcomer()
}

const save = (actor: Actor, answer: RegistrationAnswers) =>
  saveRegistrationAnswer({ actor, answer, now: NOW })

describe('the commune', () => {
  const say = async (typed: string, chosenCode: string | null = null) => {
    const { actor } = await prepare()
    await save(actor, { name: answers.name })
    return answerRegistrationCommune({ actor, place: { typed, chosenCode }, now: NOW })
  }
  test.each(['Hirson', 'hirson', 'HIRSON 02500', '02500', 'guignicourt'])('%s is one', async (typed) => {
    expect(await say(typed)).toEqual({ ok: true, value: { next: 'occupation' } })
  })
  test('several come back to pick from', async () => {
    const { vervins, fontaineLesVervins } = COMMUNES
    expect(await say('02140')).toMatchObject({
      value: { communes: [{ inseeCode: vervins.inseeCode }, { inseeCode: fontaineLesVervins.inseeCode }] },
    })
    expect(await say('02140', fontaineLesVervins.inseeCode)).toMatchObject({ value: { next: 'occupation' } })
  })
  test('an unknown one is refused beside its field', async () => {
    expect(await say('Atlantide')).toMatchObject({
      refusal: { code: 'invalid_input', fields: { commune: [expect.stringContaining('code postal')] } },
    })
  })
})

describe('the occupation', () => {
  const say = async (asked: { words?: string; searched?: string; occupation?: string | null }) => {
    const { actor, account } = await prepare()
    await save(actor, { name: answers.name })
    await save(actor, { commune: answers.commune })
    const form = { words: '', searched: '', occupation: null, kinds: [], ...asked }
    const said = await answerRegistrationOccupation({ actor, asked: form, now: NOW })
    const row = await db().registration.findUniqueOrThrow({ where: { accountId: account.id } })
    return { said, kept: (row.answers as RegistrationAnswers).occupation?.occupationCode }
  }
  test('words that name exactly one are kept at once', async () => {
    expect(await say({ words: 'Vaisselle' })).toEqual({
      said: { ok: true, value: { next: 'travel' } },
      kept: 'G1605',
    })
  })
  test('words that lead to several, or nearly, come back to pick from', async () => {
    const { said, kept } = await say({ words: 'vandanges' })
    expect(said).toMatchObject({ value: { occupations: [{ romeCode: 'A1405' }] } })
    expect(kept).toBeUndefined()
  })
  test('new words go before a choice made earlier, the same words leave the choice', async () => {
    expect((await say({ words: 'plonge', searched: 'cuisine', occupation: 'A1405' })).kept).toBe('G1605')
    expect((await say({ words: 'cuisine', searched: 'cuisine', occupation: 'A1405' })).kept).toBe('A1405')
  })
  test('any will do', async () => {
    expect((await say({ occupation: 'tous' })).kept).toBeNull()
  })
  test('a name that only ROME knows is found too', async () => {
    await prepare()
    const appellation = { ogr: '99999', label: 'Légumier / Légumière', romeCode: 'G1602', isMain: false }
    await db().appellation.create({ data: appellation })
    const { said } = await say({ words: 'légumière' })
    expect(said).toMatchObject({ value: { occupations: [{ romeCode: 'G1602' }] } })
  })
  test.each([
    [{}, 'occupation'],
    [{ words: 'xyzxyz' }, 'words'],
    [{ occupation: 'N9999' }, 'occupation'],
    [{ words: 'cuisine', searched: 'cuisine' }, 'occupation'],
  ])('%j is refused', async (asked, field) => {
    const { said, kept } = await say(asked)
    expect(said).toMatchObject({
      refusal: { code: 'invalid_input', fields: { [field]: [expect.any(String)] } },
    })
    expect(kept).toBeUndefined()
  })
})
