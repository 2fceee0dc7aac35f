import { describe, expect, test } from 'vitest'
import { db } from '#app/db/client.server.ts'
import { endSessionsOf } from '#app/db/sessions.server.ts'
import { getActor, requireActor } from '#app/http/actor.server.ts'
import { getFrame } from '#app/http/frame.server.ts'
import { hashToken, newReference } from '#app/system/secrets.server.ts'
import { createOfficer, createRecruiter } from '#tests/factories/account.ts'
import { createCandidate } from '#tests/factories/candidate.ts'
import { createOrganisation } from '#tests/factories/organisation.ts'
import { createTerritory } from '#tests/factories/territory.ts'
import { useTestDatabase } from '#tests/setup/database.ts'
import { answerOf, requestTo, routeArgs, signIn, unknownId } from '#tests/setup/request.ts'

useTestDatabase()

const actorWith = (cookie: string) => getActor(requestTo('/', { cookie }))
const nobody = { kind: 'anonymous' }

describe('who acts', () => {
  test('a candidate, a recruiter and an officer are known by their session', async () => {
    const candidate = await createCandidate()
    const recruiter = await createRecruiter()
    const officer = await createOfficer()
    for (const { account, actor } of [candidate, recruiter, officer])
      expect(await actorWith(await signIn(account.id))).toEqual(actor)
  })

  test('a recruiter of two organisations acts for the chosen one, never for one left', async () => {
    const { account, actor } = await createRecruiter()
    const second = await createOrganisation()
    const cookie = await signIn(account.id, second.id)
    expect(await actorWith(cookie)).toEqual(actor)
    const createdAt = new Date()
    await db().membership.create({
      data: { accountId: account.id, organisationId: second.id, role: 'recruiter', createdAt },
    })
    expect(await actorWith(cookie)).toEqual({ ...actor, organisationId: second.id })
  })

  test('nobody without a cookie, with a forged one, or with the stored form of a real one', async () => {
    const { account } = await createCandidate()
    const reference = (await signIn(account.id)).slice('session='.length)
    for (const forged of ['', 'x', newReference(), hashToken(reference), `${reference}a`, "' or 1=1 --"])
      expect(await actorWith(`session=${forged}`)).toEqual(nobody)
  })

  test('nobody once the session is over, ended, or the account suspended', async () => {
    const { account } = await createCandidate()
    const cookie = await signIn(account.id)
    const idHash = hashToken(cookie.slice('session='.length))
    await db().session.update({ where: { idHash }, data: { expiresAt: new Date(Date.now() - 1000) } })
    expect(await actorWith(cookie)).toEqual(nobody)
    const other = await signIn(account.id)
    await endSessionsOf(db(), account.id, new Date())
    expect(await actorWith(other)).toEqual(nobody)
    const third = await signIn(account.id)
    await db().account.update({ where: { id: account.id }, data: { status: 'suspended' } })
    expect(await actorWith(third)).toEqual(nobody)
  })

  test('only the SHA-256 of the reference is stored', async () => {
    const { account } = await createCandidate()
    const reference = (await signIn(account.id)).slice('session='.length)
    const rows = await db().session.findMany({ where: { accountId: account.id } })
    expect(JSON.stringify(rows)).not.toContain(reference)
    expect(rows.map(({ idHash }) => idHash)).toEqual([hashToken(reference)])
  })
})

describe('who may come in', () => {
  test('nobody is sent to sign in, and back', async () => {
    const answer = await answerOf(() => requireActor(requestTo('/mes-offres?page=2'), 'candidate'))
    expect(answer.status).toBe(302)
    expect(answer.headers.get('Location')).toBe(
      `/connexion?suite=${encodeURIComponent('/mes-offres?page=2')}`,
    )
  })

  test('another hat is told that the page does not exist', async () => {
    const { account } = await createCandidate()
    const request = requestTo('/bureau', { cookie: await signIn(account.id) })
    expect((await answerOf(() => requireActor(request, 'relation_officer', 'administrator'))).status).toBe(
      404,
    )
  })
})

describe('the frame', () => {
  test('says the territory, and to somebody signed in her own name and organisation', async () => {
    await createTerritory()
    const { context } = routeArgs(requestTo('/'))
    const open = await getFrame(requestTo('/'), context)
    expect(open.territory).toMatchObject({ name: 'Aisne', helpPhoneDisplay: '03 23 24 89 00' })
    expect(open.actor).toBeNull()
    const { account, organisationId } = await createRecruiter()
    const { name } = await db().organisation.findUniqueOrThrow({ where: { id: organisationId } })
    const signedIn = await getFrame(requestTo('/', { cookie: await signIn(account.id) }), context)
    expect(signedIn.actor).toEqual({
      displayName: 'Hélène Caron',
      role: 'recruiter',
      organisationName: name,
      hasOtherHats: false,
    })
  })

  test('a session of nobody known shows the open frame', async () => {
    const { context } = routeArgs(requestTo('/'))
    const frame = await getFrame(requestTo('/', { cookie: `session=${unknownId()}` }), context)
    expect(frame.actor).toBeNull()
  })
})
