import type { ActionFunctionArgs } from '@remix-run/node'
import { describe, expect, test } from 'vitest'
import { db } from '#app/db/client.server.ts'
import { getActor } from '#app/http/actor.server.ts'
import { getFrame } from '#app/http/frame.server.ts'
import { loader as deskLoader } from '#app/routes/bureau._index.tsx'
import { loader as verificationLoader } from '#app/routes/connexion.verification.tsx'
import { action, loader } from '#app/routes/mes-espaces.tsx'
import { loader as proposalsLoader } from '#app/routes/mes-offres.tsx'
import { loader as organisationLoader } from '#app/routes/structure._index.tsx'
import { hashToken } from '#app/system/secrets.server.ts'
import { createOfficer, createRecruiter } from '#tests/factories/account.ts'
import { createCandidate } from '#tests/factories/candidate.ts'
import { createOrganisation } from '#tests/factories/organisation.ts'
import { openSessionFor } from '#tests/factories/session.ts'
import { useTestDatabase } from '#tests/setup/database.ts'
import { answerOf, countRows, requestTo, routeArgs, signIn, unknownId } from '#tests/setup/request.ts'

useTestDatabase()

type Hat = { role: string; organisationId?: string }
const wear = (cookie: string, form: Hat) =>
  answerOf(() => action(routeArgs(requestTo('/mes-espaces', { cookie, form }))))
const visit = (load: (args: ActionFunctionArgs) => unknown, path: string, cookie: string) =>
  answerOf(() => load(routeArgs(requestTo(path, { cookie }))))
const cookieOf = (answer: { headers: Headers }) => answer.headers.get('Set-Cookie')?.split(';')[0] ?? ''
const actorWith = (cookie: string) => getActor(requestTo('/', { cookie }))

/** Claire works for the département, and helps an association at the weekend. */
async function createVolunteerOfficer() {
  const { account } = await createOfficer()
  const organisation = await createOrganisation({ kind: 'association', name: 'La Table Partagée' })
  await db().membership.create({
    data: {
      accountId: account.id,
      organisationId: organisation.id,
      role: 'administrator',
      createdAt: new Date(),
    },
  })
  return { account, organisation, cookie: await signIn(account.id) }
}

describe('several hats', () => {
  test('are listed, the one worn marked, and reading changes nothing', async () => {
    const { organisation, cookie } = await createVolunteerOfficer()
    const before = await countRows()
    const { body } = await visit(loader, '/mes-espaces', cookie)
    expect(body).toEqual({
      hats: [
        {
          role: 'relation_officer',
          organisationId: null,
          name: 'Chargé·e de relations employeurs',
          about: 'Mon poste',
          isWorn: true,
        },
        {
          role: 'recruiter',
          organisationId: organisation.id,
          name: 'La Table Partagée',
          about: 'Je recrute ou j’accueille',
          isWorn: false,
        },
      ],
    })
    expect(await countRows()).toEqual(before)
  })

  test('are never mixed: under each, the pages of the other do not exist', async () => {
    const { organisation, cookie } = await createVolunteerOfficer()
    expect((await visit(deskLoader, '/bureau', cookie)).status).toBe(200)
    expect((await visit(organisationLoader, '/structure', cookie)).status).toBe(404)
    const worn = await wear(cookie, { role: 'recruiter', organisationId: organisation.id })
    expect([worn.status, worn.headers.get('Location')]).toEqual([302, '/structure'])
    const next = cookieOf(worn)
    expect((await visit(deskLoader, '/bureau', next)).status).toBe(404)
    expect((await visit(proposalsLoader, '/mes-offres', next)).status).toBe(404)
    expect((await visit(organisationLoader, '/structure', next)).status).toBe(200)
  })

  test('the reference changes with the hat, and the former one is nobody’s', async () => {
    const { organisation, cookie } = await createVolunteerOfficer()
    const next = cookieOf(await wear(cookie, { role: 'recruiter', organisationId: organisation.id }))
    expect(next).not.toBe(cookie)
    expect(await actorWith(cookie)).toEqual({ kind: 'anonymous' })
    expect(await actorWith(next)).toMatchObject({ kind: 'recruiter', organisationId: organisation.id })
  })

  test('a second factor of long ago does not come along; one of just now does', async () => {
    const { account, organisation } = await createVolunteerOfficer()
    const volunteer = { role: 'recruiter' as const, organisationId: organisation.id }
    const now = new Date()
    const ago = new Date(now.getTime() - 6 * 60_000)
    for (const [confirmedAt, kind] of [
      [ago, 'unconfirmed'],
      [now, 'relation_officer'],
    ] as const) {
      const reference = await openSessionFor(account.id, { now, worn: volunteer, confirmedAt })
      const next = cookieOf(await wear(`session=${reference}`, { role: 'relation_officer' }))
      expect((await actorWith(next)).kind).toBe(kind)
    }
  })

  test('a hat of somebody else, of an organisation left, or of nothing is answered 404', async () => {
    const { account, organisation, cookie } = await createVolunteerOfficer()
    const stranger = await createRecruiter()
    const hats: Hat[] = [
      { role: 'administrator' },
      { role: 'candidate' },
      { role: 'recruiter' },
      { role: 'recruiter', organisationId: stranger.organisationId },
      { role: 'recruiter', organisationId: unknownId() },
      { role: 'system' },
      { role: '' },
    ]
    for (const hat of hats) expect([hat, (await wear(cookie, hat)).status]).toEqual([hat, 404])
    await db().membership.deleteMany({ where: { accountId: account.id } })
    expect((await wear(cookie, { role: 'recruiter', organisationId: organisation.id })).status).toBe(404)
    expect((await actorWith(cookie)).kind).toBe('relation_officer')
  })

  test('nobody and who has not given the second factor choose nothing', async () => {
    const { account } = await createVolunteerOfficer()
    expect((await wear('', { role: 'relation_officer' })).headers.get('Location')).toMatch(/^\/connexion\?/)
    const reference = await openSessionFor(account.id, { now: new Date() })
    const answer = await wear(`session=${reference}`, { role: 'relation_officer' })
    expect(answer.headers.get('Location')).toMatch(/^\/connexion\/verification\?/)
  })

  test('the frame says that there are several, to who may choose', async () => {
    const { account, cookie } = await createVolunteerOfficer()
    const shown = async (asked: string) =>
      (await getFrame(requestTo('/', { cookie: asked }), routeArgs(requestTo('/')).context)).actor
    expect(await shown(cookie)).toMatchObject({ role: 'relation_officer', hasOtherHats: true })
    const reference = await openSessionFor(account.id, { now: new Date() })
    expect(await shown(`session=${reference}`)).toMatchObject({ role: null, hasOtherHats: false })
    const { account: candidate } = await createCandidate()
    expect(await shown(await signIn(candidate.id))).toMatchObject({ hasOtherHats: false })
  })
})

describe('half an hour without a gesture', () => {
  const idle = async (minutes: number) => {
    const { account, organisation, cookie } = await createVolunteerOfficer()
    const idHash = hashToken(cookie.slice('session='.length))
    const lastSeenAt = new Date(Date.now() - minutes * 60_000)
    await db().session.update({ where: { idHash }, data: { lastSeenAt } })
    const seen = async () => (await db().session.findUniqueOrThrow({ where: { idHash } })).lastSeenAt
    return { account, organisation, cookie, lastSeenAt, seen }
  }

  test('the cookie of a professional is nobody’s, and stays so', async () => {
    const { organisation, cookie, lastSeenAt, seen } = await idle(31)
    for (let i = 0; i < 3; i++) expect(await actorWith(cookie)).toEqual({ kind: 'anonymous' })
    expect(await seen()).toEqual(lastSeenAt)
    const volunteer = { role: 'recruiter', organisationId: organisation.id }
    expect((await wear(cookie, volunteer)).headers.get('Location')).toMatch(/^\/connexion\?/)
    expect((await visit(verificationLoader, '/', cookie)).headers.get('Location')).toMatch(/^\/connexion\?/)
  })

  test('a gesture before keeps it open, and is written at most once a minute', async () => {
    const { cookie, lastSeenAt, seen } = await idle(29)
    expect((await actorWith(cookie)).kind).toBe('relation_officer')
    const touched = await seen()
    expect(touched.getTime()).toBeGreaterThan(lastSeenAt.getTime())
    for (let i = 0; i < 3; i++) await actorWith(cookie)
    expect(await seen()).toEqual(touched)
  })
})
