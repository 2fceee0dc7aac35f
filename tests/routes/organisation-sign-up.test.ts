import { beforeAll, expect, test } from 'vitest'
import { action } from '#app/routes/inscription.structure._index.tsx'
import { createCommunes } from '#tests/factories/commune.ts'
import { createNewcomer } from '#tests/factories/newcomer.ts'
import { useTestDatabase } from '#tests/setup/database.ts'
import { answerOf, countRows, requestTo, routeArgs, signIn } from '#tests/setup/request.ts'

useTestDatabase()
beforeAll(async () => {
  await createCommunes()
})

const TYPED = { intent: 'register', number: '', kind: 'employer', name: 'Ferme des Trois Tilleuls' }
const EVERYTHING = ['commune', 'consent', 'firstName', 'kind', 'lastName', 'name']

test.each([
  ['nothing written', { intent: 'register' }, EVERYTHING],
  ['two letters and a commune of nowhere', { intent: 'register', name: 'F', commune: 'Xyzzy' }, EVERYTHING],
  ['all but the person', TYPED, ['commune', 'consent', 'firstName', 'lastName']],
  ['all but the commune', { ...TYPED, firstName: 'Lucie', lastName: 'Moreau', consent: 'on' }, ['commune']],
])('without a number, all that is missing is told at once: %s', async (_, form, fields) => {
  const cookie = await signIn((await createNewcomer()).account.id)
  const before = await countRows()
  const request = requestTo('/inscription/structure', { cookie, form })
  const { status, body } = await answerOf(() => action(routeArgs(request)))
  const { errors, values } = body as { errors: object; values: object }
  expect([status, Object.keys(errors).sort()]).toEqual([422, fields])
  expect(values).toEqual(form)
  expect(await countRows()).toEqual(before)
})
