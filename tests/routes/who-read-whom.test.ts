import { beforeAll, describe, expect, test } from 'vitest'
import { accessesOf, logAccesses } from '#app/db/access-log.server.ts'
import { db } from '#app/db/client.server.ts'
import type { Account } from '#app/domain/account.ts'
import type { ProfessionalRole } from '#app/domain/actor.ts'
import { loader as supervised } from '#app/routes/administration.consultations.tsx'
import { loader as ownReadings } from '#app/routes/mon-profil_.consultations.tsx'
import { newId } from '#app/system/id.server.ts'
import { createAccount, createRecruiter } from '#tests/factories/account.ts'
import { createCandidate } from '#tests/factories/candidate.ts'
import { NOW } from '#tests/factories/now.ts'
import { createTerritory } from '#tests/factories/territory.ts'
import { useTestDatabase } from '#tests/setup/database.ts'
import { answerOf, requestTo, routeArgs, signIn } from '#tests/setup/request.ts'

useTestDatabase()

const REASON = 'Elle m’a appelé ce matin pour son rendez-vous.'
const ROLES: ProfessionalRole[] = ['relation_officer', 'hotline', 'referent', 'facilitator', 'administrator']
const staff = {} as Record<ProfessionalRole, { account: Account; cookie: string }>
let territoryId: string
beforeAll(async () => {
  territoryId = (await createTerritory()).id
  for (const role of ROLES) {
    const account = await createAccount({ role, territoryId, firstName: 'Claire', lastName: 'Dumont' })
    staff[role] = { account, cookie: await signIn(account.id) }
  }
})

const person = (account: Partial<Account> = {}) => createCandidate({ account: { territoryId, ...account } })

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
    const { id: accountId } = staff.facilitator.account
    const at = new Date(NOW.getTime() + 10 * 86_400_000)
    const opening = { purpose: 'profile', at, profileIds: [profile.id] } as const
    await db().$transaction((tx) =>
      logAccesses(tx, [
        ...accessesOf({ kind: 'facilitator', accountId, territoryId }, { ...opening, reason: REASON }),
        ...accessesOf({ kind: 'referent', accountId, territoryId }, { ...opening, profileIds: [newId()] }),
      ]),
    )
    await db().outboxEvent.create({
      data: {
        id: newId(),
        type: 'reading.alarmed',
        payload: { accountId },
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
      at: at.toISOString(),
      post: 'Facilitateur·rice',
      readerName: 'Claire Dumont',
      profileId: profile.id,
      communeName: 'Laon',
      reason: REASON,
    })
    expect(JSON.stringify(body)).not.toMatch(/Ginette|Zzyzx/)
    for (const role of ROLES.filter((one) => one !== 'administrator'))
      expect((await open(staff[role].cookie)).status).toBe(404)
    const far = await createTerritory({ departementCode: '74', name: 'Haute-Savoie' })
    const other = await createAccount({ role: 'administrator', territoryId: far.id })
    expect(await open(await signIn(other.id))).toMatchObject({ body: { total: 0, alarms: [], readings: [] } })
  })
})
