import { describe, expect, test } from 'vitest'
import { db } from '#app/db/client.server.ts'
import { REGISTRATION_PATHS } from '#app/domain/registration.labels.ts'
import { REGISTRATION_STEPS, type RegistrationStep } from '#app/domain/registration.ts'
import { loader as offersLoader } from '#app/routes/mes-offres.tsx'
import { COMMUNES } from '#tests/factories/commune.ts'
import { createOffer } from '#tests/factories/offer.ts'
import { useTestDatabase } from '#tests/setup/database.ts'
import { requestTo, routeArgs, signIn } from '#tests/setup/request.ts'
import { answerUpTo, enter, type Form, newcomer, RIGHT, see, send, wentTo } from './registration-walk.ts'

useTestDatabase()

/** Wrong ones, and the fields where it is said. */
const WRONG: [RegistrationStep, Form, string[]][] = [
  ['name', {}, ['firstName', 'lastName']],
  ['name', { firstName: ' ', lastName: 'Benali' }, ['firstName']],
  ['name', { firstName: 'a'.repeat(61), lastName: '007' }, ['firstName', 'lastName']],
  ['commune', { commune: '' }, ['commune']],
  ['commune', { commune: 'Atlantide' }, ['commune']],
  ['commune', { commune: "' or 1=1 --" }, ['commune']],
  ['occupation', { words: '' }, ['occupation']],
  ['occupation', { words: 'xyzxyz' }, ['words']],
  ['occupation', { words: '<script>alert(1)</script>' }, ['words']],
  ['occupation', { occupation: 'N9999' }, ['occupation']],
  ['occupation', { occupation: 'tous', kinds: 'slavery' }, ['kinds']],
  ['travel', {}, ['means', 'minutes']],
  ['travel', { means: 'rocket', minutes: '30' }, ['means']],
  ['travel', { means: 'car', minutes: '-1' }, ['minutes']],
]

describe('the walk', () => {
  test('each right answer leads to the next question, the last one to the first offers', async () => {
    const { account, cookie } = await newcomer()
    const offer = await createOffer({
      territoryId: account.territoryId,
      occupationCode: 'G1602',
      kind: 'job',
    })
    expect(wentTo(await enter(cookie))).toEqual([302, '/inscription/nom'])
    for (const [rank, step] of REGISTRATION_STEPS.entries()) {
      expect((await see(step, cookie)).status).toBe(200)
      const next = REGISTRATION_STEPS[rank + 1]
      expect(wentTo(await send(step, RIGHT[step], cookie))).toEqual([
        302,
        next ? REGISTRATION_PATHS[next] : '/mes-offres?fait=inscription',
      ])
    }
    const request = requestTo('/mes-offres?fait=inscription', { cookie })
    const page = await offersLoader(routeArgs(request))
    expect(page.done).toContain('C’est prêt')
    expect(page.proposed.length + page.alike.length).toBe(0)
    expect(page.first.map(({ offerId }) => offerId)).toEqual([offer.id])
  })

  test('what was answered is shown again on the way back', async () => {
    const { cookie } = await newcomer()
    await answerUpTo('agreements', cookie)
    expect((await see('name', cookie)).body).toEqual({ values: RIGHT.name })
    expect((await see('commune', cookie)).body).toMatchObject({ values: { commune: 'Laon 02000' } })
    expect((await see('occupation', cookie)).body).toMatchObject({
      values: { occupation: 'G1602', kinds: ['seasonal'] },
      choices: [{ value: 'G1602' }],
    })
    expect((await see('travel', cookie)).body).toMatchObject({ values: { means: 'car', minutes: '30' } })
    expect(wentTo(await send('commune', { commune: 'Laon 02000' }, cookie))).toEqual([
      302,
      '/inscription/accords',
    ])
  })

  test.each(REGISTRATION_STEPS.slice(1))(
    'left before "%s", resumed there from another browser',
    async (step) => {
      const { account, cookie } = await newcomer()
      await answerUpTo(step, cookie)
      const other = await signIn(account.id)
      expect(wentTo(await enter(other))).toEqual([302, `${REGISTRATION_PATHS[step]}?reprise`])
      expect((await see(step, other, '?reprise')).body).toMatchObject({ isResumed: true })
      expect((await see(step, other)).body).toMatchObject({ isResumed: false })
    },
  )

  test('the occupations most offered here are there to choose from', async () => {
    const { account, cookie } = await newcomer()
    const { territoryId } = account
    for (const occupationCode of ['A1405', 'G1605', 'G1605'])
      await createOffer({ territoryId, occupationCode, kind: 'job' })
    for (let draft = 0; draft < 4; draft++)
      await createOffer({ territoryId, occupationCode: 'G1602', state: 'draft', kind: 'job' })
    for (let season = 0; season < 4; season++)
      await createOffer({ territoryId, occupationCode: 'A1405', kind: 'seasonal' })
    await answerUpTo('occupation', cookie)
    const { choices } = (await see('occupation', cookie)).body as {
      choices: { value: string; label: string }[]
    }
    expect(choices[0]).toEqual({ value: 'G1605', label: 'Plonge' })
    expect(choices.map(({ value }) => value)).toContain('A1405')
  })
})

describe('wrong answers', () => {
  test.each(WRONG)('%s %j', async (step, form, fields) => {
    const { account, cookie } = await newcomer()
    await answerUpTo(step, cookie)
    const kept = () => db().registration.findUnique({ where: { accountId: account.id } })
    const before = await kept()
    const answer = await send(step, form, cookie)
    expect(answer.status).toBe(422)
    const state = answer.body as { form?: unknown }
    const { values, errors } = (state.form ?? state) as { values: Form; errors: Record<string, string[]> }
    expect(Object.keys(errors).sort()).toEqual(fields)
    expect(values).toEqual(form)
    expect(await kept()).toEqual(before)
  })

  test('several communes, several occupations: the choice is shown, nothing is kept, and it can be made', async () => {
    const { cookie } = await newcomer()
    await answerUpTo('commune', cookie)
    const { vervins, fontaineLesVervins } = COMMUNES
    expect(await send('commune', { commune: '02140' }, cookie)).toMatchObject({
      status: 200,
      body: {
        form: { values: { commune: '02140' } },
        choices: [{ value: vervins.inseeCode }, { value: fontaineLesVervins.inseeCode }],
      },
    })
    const picked = { commune: '02140', communeCode: vervins.inseeCode }
    expect(wentTo(await send('commune', picked, cookie))).toEqual([302, '/inscription/metier'])
    const words = 'commi'
    expect(await send('occupation', { words, kinds: 'volunteering' }, cookie)).toMatchObject({
      status: 200,
      body: {
        form: { values: { words, searched: words, kinds: 'volunteering' } },
        found: [{ value: 'G1602' }],
      },
    })
    const chosen = { words, searched: words, occupation: 'G1602' }
    expect(wentTo(await send('occupation', chosen, cookie))).toEqual([302, '/inscription/trajet'])
  })
})

describe('out of turn', () => {
  test.each(REGISTRATION_STEPS.slice(1))(
    '"%s" before the first is sent to the beginning, unread',
    async (step) => {
      const { account, cookie } = await newcomer()
      expect(wentTo(await see(step, cookie))).toEqual([302, '/inscription'])
      expect(wentTo(await send(step, RIGHT[step], cookie))).toEqual([302, '/inscription'])
      expect(await db().registration.count({ where: { accountId: account.id } })).toBe(0)
    },
  )

  test('the last answer sent again goes to the offers', async () => {
    const { account, cookie } = await newcomer()
    await answerUpTo('agreements', cookie)
    await send('agreements', RIGHT.agreements, cookie)
    expect(wentTo(await send('agreements', RIGHT.agreements, cookie))).toEqual([302, '/mes-offres'])
    expect(await db().profile.count({ where: { accountId: account.id } })).toBe(1)
  })
})
