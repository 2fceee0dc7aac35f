import { beforeAll, describe, expect, test } from 'vitest'
import { logAccesses } from '#app/db/access-log.server.ts'
import { db } from '#app/db/client.server.ts'
import type { Account } from '#app/domain/account.ts'
import type { ProfessionalRole } from '#app/domain/actor.ts'
import { loader as supervised } from '#app/routes/administration.consultations.tsx'
import { loader as ownReadings } from '#app/routes/mon-profil_.consultations.tsx'
import { action, loader } from '#app/routes/personnes.$profileId.tsx'
import { loader as portfolio } from '#app/routes/portefeuille.tsx'
import { newId } from '#app/system/id.server.ts'
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
    expect(await linesOf(profile.id)).toMatchObject([
      { ...reader, purpose: 'profile', reason: REASON },
      { ...reader, purpose: 'contact', reason: null },
    ])
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

describe('"Qui a vu mon profil"', () => {
  test('tells who, what and when, newest first, a line a day, and of nobody else', async () => {
    const { profile, account } = await person()
    const cookie = await signIn(account.id)
    const show = async (page = 1) => {
      const request = requestTo(`/mon-profil/consultations?page=${page}`, { cookie })
      return (await answerOf(() => ownReadings(routeArgs(request)))).body
    }
    expect(await show()).toMatchObject({ total: 0, readings: [] })
    const { organisationId, account: recruiter } = await createRecruiter({ territoryId })
    const officer = staff.relation_officer.account.id
    const at = (minutes: number) => new Date(NOW.getTime() + minutes * 60_000)
    const line = { territoryId, organisationId: null, profileId: profile.id, reason: null } as const
    const asRecruiter = { ...line, accountId: recruiter.id, role: 'recruiter', organisationId }
    const asOfficer = { ...line, accountId: officer, role: 'relation_officer' }
    await db().$transaction((tx) =>
      logAccesses(tx, [
        { ...asRecruiter, at: at(0), purpose: 'list' },
        { ...asRecruiter, at: at(5), purpose: 'list' },
        { ...asRecruiter, at: at(6), purpose: 'contact' },
        { ...asOfficer, at: at(7), purpose: 'profile', reason: REASON },
        { ...asOfficer, at: at(8), purpose: 'profile', profileId: newId() },
        { ...line, at: at(24 * 60), accountId: newId(), role: 'hotline', purpose: 'card' },
        { ...asRecruiter, at: at(2 * 24 * 60), purpose: 'list' },
      ]),
    )
    const who = 'Une personne de Conserverie du Laonnois'
    expect(await show()).toEqual({
      total: 5,
      page: 1,
      pageCount: 1,
      readings: [
        {
          who,
          what: 'a vu votre profil dans une liste',
          at: at(2 * 24 * 60).toISOString(),
          hadReason: false,
        },
        {
          who: 'Une personne de l’équipe du département (hotline)',
          what: 'a préparé votre carte',
          at: at(24 * 60).toISOString(),
          hadReason: false,
        },
        {
          who: 'Claire (chargé·e de relations employeurs)',
          what: 'a ouvert votre profil',
          at: at(7).toISOString(),
          hadReason: true,
        },
        { who, what: 'a lu votre nom et comment vous joindre', at: at(6).toISOString(), hadReason: false },
        { who, what: 'a vu votre profil dans une liste', at: at(5).toISOString(), hadReason: false },
      ],
    })
    expect(await show(2)).toMatchObject({ total: 5, readings: [] })
  })

  test('is open to candidates alone', async () => {
    for (const { cookie } of Object.values(staff)) {
      const request = requestTo('/mon-profil/consultations', { cookie })
      expect((await answerOf(() => ownReadings(routeArgs(request)))).status).toBe(404)
    }
  })
})

describe('the supervisor', () => {
  test('reads reasons and alarms of the territory, newest first, and no name of a person read', async () => {
    const { profile } = await person({ firstName: 'Ginette', lastName: 'Zzyzx' })
    await say(profile.id, 'facilitator', 'Réunion du chantier de Laon, demain.')
    await db().outboxEvent.create({
      data: {
        id: newId(),
        type: 'reading.alarmed',
        payload: { accountId: staff.facilitator.account.id },
        occurredAt: NOW,
      },
    })
    const open = (as: string) =>
      answerOf(() => supervised(routeArgs(requestTo('/administration/consultations', { cookie: as }))))
    const { body } = await open(staff.administrator.cookie)
    expect(body).toMatchObject({
      alarms: [{ readerName: 'Claire Dumont', post: 'Facilitateur·rice', at: NOW.toISOString() }],
    })
    const [newest] = (body as { readings: unknown[] }).readings
    expect(newest).toEqual({
      at: expect.any(String),
      post: 'Facilitateur·rice',
      readerName: 'Claire Dumont',
      profileId: profile.id,
      communeName: 'Laon',
      reason: 'Réunion du chantier de Laon, demain.',
    })
    expect(JSON.stringify(body)).not.toMatch(/Ginette|Zzyzx/)
    for (const role of ROLES.filter((one) => one !== 'administrator'))
      expect((await open(staff[role].cookie)).status).toBe(404)
    const far = await createTerritory({ departementCode: '74', name: 'Haute-Savoie' })
    const other = await createAccount({ role: 'administrator', territoryId: far.id })
    expect(await open(await signIn(other.id))).toMatchObject({ body: { total: 0, alarms: [], readings: [] } })
  })
})
