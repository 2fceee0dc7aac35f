import { describe, expect, test } from 'vitest'
import { db } from '#app/db/client.server.ts'
import { OWN_DATA_PARTS } from '#app/domain/own-data.ts'
import * as page from '#app/routes/mes-donnees._index.tsx'
import * as erase from '#app/routes/mes-donnees.effacer.tsx'
import { loader as copy } from '#app/routes/mes-donnees[.]json.ts'
import { createOfficer } from '#tests/factories/account.ts'
import { createCandidate } from '#tests/factories/candidate.ts'
import { listEvents } from '#tests/factories/outbox.ts'
import { createWholePerson } from '#tests/factories/whole-person.ts'
import { useTestDatabase } from '#tests/setup/database.ts'
import { answerOf, countRows, requestTo, routeArgs, signIn } from '#tests/setup/request.ts'

useTestDatabase()

const post = (path: string, cookie: string, form: Record<string, string>) =>
  routeArgs(requestTo(path, { cookie, form }))

describe('the copy', () => {
  test('is a file of one’s own, that nobody keeps', async () => {
    const { account } = await createWholePerson({ firstName: 'Maëlle', sentence: 'Phrase de Maëlle.' })
    const cookie = await signIn(account.id)
    const before = await countRows()
    const answer = await copy(routeArgs(requestTo('/mes-donnees.json', { cookie })))
    expect(answer.headers.get('Cache-Control')).toBe('private, no-store')
    expect(answer.headers.get('Content-Disposition')).toBe('attachment; filename="mes-donnees.json"')
    const text = await answer.text()
    expect(Object.keys(JSON.parse(text))).toEqual([...OWN_DATA_PARTS])
    expect(text).toContain('Phrase de Maëlle.')
    expect(await countRows()).toEqual(before)
  })

  test('asks nobody in particular to sign in', async () => {
    const answer = await answerOf(() => copy(routeArgs(requestTo('/mes-donnees.json'))))
    expect([answer.status, answer.headers.get('Location')]).toEqual([
      302,
      `/connexion?suite=${encodeURIComponent('/mes-donnees.json')}`,
    ])
  })
})

describe('a consent taken back', () => {
  test('messages: nobody writes about offers any more, and the desk is told', async () => {
    const { account, profile } = await createCandidate()
    const cookie = await signIn(account.id)
    const answer = await answerOf(() => page.action(post('/mes-donnees', cookie, { purpose: 'messages' })))
    expect(answer.headers.get('Location')).toBe('/mes-donnees?retire')
    expect(await db().account.findUnique({ where: { id: account.id } })).toMatchObject({
      channel: 'sms',
      monthlySolicitations: 0,
    })
    const payload = { profileId: profile.id }
    expect(await listEvents()).toContainEqual({ type: 'profile.changed', payload })
  })

  test('visibility: hidden at once, twice is once', async () => {
    const { account, profile } = await createCandidate({ profile: { visibility: 'visible' } })
    const cookie = await signIn(account.id)
    for (const _ of [1, 2]) {
      const again = await answerOf(() => page.action(post('/mes-donnees', cookie, { purpose: 'visibility' })))
      expect(again.status).toBe(302)
      const row = await db().profile.findUniqueOrThrow({ where: { id: profile.id } })
      expect([row.visibility, row.version]).toEqual(['hidden', profile.version + 1])
    }
  })

  test('situation: cleared, told to the engine, twice is once', async () => {
    const { account, profile } = await createCandidate({ profile: { answered: ['slots', 'situation'] } })
    const cookie = await signIn(account.id)
    for (const _ of [1, 2]) {
      const again = await answerOf(() => page.action(post('/mes-donnees', cookie, { purpose: 'situation' })))
      expect(again.headers.get('Location')).toBe('/mes-donnees?retire')
      expect(await db().profile.findUnique({ where: { id: profile.id } })).toMatchObject({
        eligiblePublics: [],
        answered: ['slots'],
        version: profile.version + 1,
      })
    }
    const payload = { profileId: profile.id }
    expect(await listEvents()).toContainEqual({ type: 'profile.changed', payload })
  })

  test('anything else is refused and changes nothing', async () => {
    const { account } = await createCandidate()
    const cookie = await signIn(account.id)
    for (const purpose of ['registration', '', 'everything']) {
      const answer = await answerOf(() => page.action(post('/mes-donnees', cookie, { purpose })))
      expect([purpose, answer.status]).toEqual([purpose, 404])
    }
    expect(await db().account.findUnique({ where: { id: account.id } })).toMatchObject({ channel: 'sms' })
  })
})

describe('erasure', () => {
  test('erases, ends the session, and the same again finds nobody signed in', async () => {
    const { account } = await createCandidate()
    const cookie = await signIn(account.id)
    const answer = await answerOf(() => erase.action(post('/mes-donnees/effacer', cookie, {})))
    expect(answer.headers.get('Location')).toBe('/mes-donnees/efface')
    expect(answer.headers.get('Set-Cookie')).toContain('Max-Age=0')
    const left = await db().account.findUniqueOrThrow({ where: { id: account.id } })
    expect(left).toMatchObject({ firstName: '', lastName: '', phone: null, email: null })
    const again = await answerOf(() => erase.action(post('/mes-donnees/effacer', cookie, {})))
    expect(again.headers.get('Location')).toMatch(/^\/connexion/)
  })

  test('is not for whoever holds a post', async () => {
    const { account } = await createOfficer()
    const cookie = await signIn(account.id)
    for (const call of [
      () => erase.loader(routeArgs(requestTo('/mes-donnees/effacer', { cookie }))),
      () => erase.action(post('/mes-donnees/effacer', cookie, {})),
    ])
      expect((await answerOf(call)).status).toBe(404)
    expect(await db().account.findUnique({ where: { id: account.id } })).toMatchObject({ erasedAt: null })
  })
})
