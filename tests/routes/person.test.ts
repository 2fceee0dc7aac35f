import { beforeAll, describe, expect, test } from 'vitest'
import { logAccesses } from '#app/db/access-log.server.ts'
import { db } from '#app/db/client.server.ts'
import type { Account } from '#app/domain/account.ts'
import type { ProfessionalRole } from '#app/domain/actor.ts'
import { action, loader } from '#app/routes/personnes.$profileId.tsx'
import { loader as portfolio } from '#app/routes/portefeuille.tsx'
import { createAccount, createRecruiter } from '#tests/factories/account.ts'
import { createApplication } from '#tests/factories/application.ts'
import { createCandidate } from '#tests/factories/candidate.ts'
import { createMatch } from '#tests/factories/match.ts'
import { NOW } from '#tests/factories/now.ts'
import { createReferences } from '#tests/factories/occupation.ts'
import { createOffer } from '#tests/factories/offer.ts'
import { createTerritory } from '#tests/factories/territory.ts'
import { useTestDatabase } from '#tests/setup/database.ts'
import { answerOf, countRows, requestTo, routeArgs, signIn, unknownId } from '#tests/setup/request.ts'

useTestDatabase()

const REASON = 'Elle m’a appelé ce matin pour son rendez-vous.'
const ROLES: ProfessionalRole[] = ['relation_officer', 'hotline', 'referent', 'facilitator', 'administrator']
const staff = {} as Record<ProfessionalRole, { account: Account; cookie: string }>
let territoryId: string
beforeAll(async () => {
  await createReferences()
  territoryId = (await createTerritory()).id
  for (const role of ROLES) {
    const account = await createAccount({ role, territoryId, firstName: 'Claire', lastName: 'Dumont' })
    staff[role] = { account, cookie: await signIn(account.id) }
  }
})

const person = (account: Partial<Account> = {}) => createCandidate({ account: { territoryId, ...account } })
const follow = (profileId: string, endedAt: Date | null = null) =>
  db().portfolio.create({ data: { referentId: staff.referent.account.id, profileId, since: NOW, endedAt } })
const read = (profileId: string, role: ProfessionalRole) =>
  answerOf(() =>
    loader(routeArgs(requestTo(`/personnes/${profileId}`, { cookie: staff[role].cookie }), { profileId })),
  )
const say = (profileId: string, role: ProfessionalRole, reason = REASON) => {
  const request = requestTo(`/personnes/${profileId}`, { cookie: staff[role].cookie, form: { reason } })
  return answerOf(() => action(routeArgs(request, { profileId })))
}
const linesOf = (profileId: string) =>
  db().accessLog.findMany({ where: { profileId }, orderBy: { sequence: 'asc' } })
const fileOf = ({ body }: { body: unknown }) => (body as { file: { name: string } | null }).file

describe('the file of a person', () => {
  test.each(ROLES)('%s: nothing is told before a reason, and nothing is logged', async (role) => {
    const { profile, account } = await person({ lastName: 'Inconnue' })
    const before = await countRows()
    const answer = await read(profile.id, role)
    expect(answer).toMatchObject({ status: 200, body: { file: null } })
    for (const secret of [account.phone, account.email, 'Inconnue', 'Laon'])
      expect(JSON.stringify(answer.body)).not.toContain(secret)
    expect(await countRows()).toEqual(before)
    expect(await linesOf(profile.id)).toEqual([])
  })

  test.each(ROLES)('%s: a typed reason opens it to her or him alone, and both are logged', async (role) => {
    const { profile } = await person({ lastName: 'Ouverte' })
    expect((await say(profile.id, role)).headers.get('Location')).toBe(`/personnes/${profile.id}`)
    expect(fileOf(await read(profile.id, role))?.name).toBe('Nadia Ouverte')
    for (const other of ROLES.filter((one) => one !== role))
      expect(fileOf(await read(profile.id, other))).toBeNull()
    const reader = { accountId: staff[role].account.id, role, organisationId: null, profileId: profile.id }
    const [opened, ...others] = await linesOf(profile.id)
    expect(opened).toMatchObject({ ...reader, purpose: 'profile' })
    expect(await db().accessReason.findMany({ where: { profileId: profile.id } })).toMatchObject([
      { hash: opened?.reasonHash, reason: REASON },
    ])
    expect(others).toMatchObject([{ ...reader, purpose: 'contact', reasonHash: null }])
  })

  test('an old reason opens nothing any more', async () => {
    const { profile } = await person()
    const at = new Date(Date.now() - 31 * 60_000)
    const { id: accountId } = staff.hotline.account
    const line = { at, territoryId, accountId, role: 'hotline', organisationId: null, profileId: profile.id }
    await db().$transaction((tx) => logAccesses(tx, [{ ...line, purpose: 'profile', reason: REASON }]))
    expect(fileOf(await read(profile.id, 'hotline'))).toBeNull()
  })

  test.each(['', '   ', 'bof'])('the reason "%s" is asked for again and opens nothing', async (reason) => {
    const { profile } = await person()
    expect(await say(profile.id, 'hotline', reason)).toMatchObject({
      status: 422,
      body: { errors: { reason: [expect.any(String)] } },
    })
    expect(await linesOf(profile.id)).toEqual([])
    expect(fileOf(await read(profile.id, 'hotline'))).toBeNull()
  })

  test('a referent reads her portfolio, and no longer whom she has left', async () => {
    const [followed, left] = [await person(), await person()]
    await follow(followed.profile.id)
    await follow(left.profile.id, NOW)
    expect(fileOf(await read(followed.profile.id, 'referent'))?.name).toBe('Nadia Benali')
    expect(fileOf(await read(left.profile.id, 'referent'))).toBeNull()
    expect(fileOf(await read(followed.profile.id, 'relation_officer'))).toBeNull()
  })

  test('an officer reads who has a proposal or an application, and not whoever only said no', async () => {
    const [proposed, applied, declined] = [await person(), await person(), await person()]
    const offer = await createOffer({ territoryId })
    await createMatch({ offerId: offer.id, profileId: proposed.profile.id })
    await createApplication({ offerId: offer.id, profileId: applied.profile.id })
    await createMatch({ offerId: offer.id, profileId: declined.profile.id, state: 'declined' })
    expect(fileOf(await read(proposed.profile.id, 'relation_officer'))?.name).toBe('Nadia Benali')
    expect(fileOf(await read(applied.profile.id, 'relation_officer'))?.name).toBe('Nadia Benali')
    expect(fileOf(await read(declined.profile.id, 'relation_officer'))).toBeNull()
    expect(fileOf(await read(proposed.profile.id, 'facilitator'))).toBeNull()
  })

  test.each(ROLES)(
    '%s: another territory, nobody, or no id at all is not found, reason or not',
    async (role) => {
      const far = await createTerritory({ departementCode: '01', name: 'Ain' })
      const { profile } = await createCandidate({ account: { territoryId: far.id } })
      for (const id of [profile.id, unknownId(), 'x', '../bureau']) {
        expect((await read(id, role)).status).toBe(404)
        expect((await say(id, role)).status).toBe(404)
        expect((await say(id, role, '')).status).toBe(404)
      }
      expect(await linesOf(profile.id)).toEqual([])
    },
  )

  test('candidates and recruiters find nothing there', async () => {
    const { profile, account } = await person()
    const recruiter = await createRecruiter({ territoryId })
    for (const cookie of [await signIn(account.id), await signIn(recruiter.account.id)]) {
      const sent = { cookie, form: { reason: REASON } }
      const path = `/personnes/${profile.id}`
      const params = { profileId: profile.id }
      expect((await answerOf(() => loader(routeArgs(requestTo(path, { cookie }), params)))).status).toBe(404)
      expect((await answerOf(() => action(routeArgs(requestTo(path, sent), params)))).status).toBe(404)
    }
  })
})

describe('the portfolio', () => {
  test('holds whom the referent accompanies in the territory, by name, and logs them', async () => {
    const { id: accountId } = await createAccount({ role: 'referent', territoryId })
    const cookie = await signIn(accountId)
    const open = (as: string) =>
      answerOf(() => portfolio(routeArgs(requestTo('/portefeuille', { cookie: as }))))
    expect(await open(cookie)).toMatchObject({ body: { total: 0, people: [] } })
    const [second, first] = [await person({ lastName: 'Zola' }), await person({ lastName: 'Arnaud' })]
    await db().portfolio.createMany({
      data: [second, first].map(({ profile }) => ({
        referentId: accountId,
        profileId: profile.id,
        since: NOW,
      })),
    })
    const { body } = await open(cookie)
    expect(body).toEqual({
      total: 2,
      page: 1,
      pageCount: 1,
      people: [first, second].map(({ profile, account }) => ({
        profileId: profile.id,
        name: `Nadia ${account.lastName}`,
        communeName: 'Laon',
        occupations: ['Commis / Commise de cuisine'],
      })),
    })
    expect(await linesOf(first.profile.id)).toMatchObject([{ accountId, purpose: 'list', role: 'referent' }])
    expect((await open(staff.relation_officer.cookie)).status).toBe(404)
  })
})
