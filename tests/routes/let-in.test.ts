import { expect, test } from 'vitest'
import { loader as registerSomebody } from '#app/routes/accueil.inscrire.tsx'
import { action as changeSearch } from '#app/routes/mes-recherches.$searchId.tsx'
import { action as changeContact } from '#app/routes/mon-compte.code.tsx'
import { createCandidate } from '#tests/factories/candidate.ts'
import { createNewcomer } from '#tests/factories/newcomer.ts'
import { createProfessional } from '#tests/factories/professional.ts'
import { createSavedSearch } from '#tests/factories/saved-search.ts'
import { useTestDatabase } from '#tests/setup/database.ts'
import { answerOf, requestTo, routeArgs, signIn } from '#tests/setup/request.ts'

useTestDatabase()

test('whoever has not finished signing up changes no contact', async () => {
  const { account } = await createNewcomer()
  const form = { code: '000000' }
  const request = requestTo('/mon-compte/code', { cookie: await signIn(account.id), form })
  const answer = await answerOf(() => changeContact(routeArgs(request)))
  expect([answer.status, answer.headers.get('Location')]).toEqual([302, '/inscription'])
})

test('somebody else’s search is not there, whatever is typed', async () => {
  const { account } = await createCandidate()
  const other = await createCandidate()
  const { id: searchId } = await createSavedSearch({ profileId: other.profile.id })
  const form = { rhythm: 'never' }
  const request = requestTo(`/mes-recherches/${searchId}`, { cookie: await signIn(account.id), form })
  expect((await answerOf(() => changeSearch(routeArgs(request, { searchId })))).status).toBe(404)
})

test('the search for people is linked for the hotline alone', async () => {
  const isLinked = async (role: 'hotline' | 'relation_officer') => {
    const cookie = await signIn((await createProfessional(role)).account.id)
    return (await registerSomebody(routeArgs(requestTo('/accueil/inscrire', { cookie })))).canFind
  }
  expect([await isLinked('hotline'), await isLinked('relation_officer')]).toEqual([true, false])
})
