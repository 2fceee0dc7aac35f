import { beforeEach, describe, expect, test } from 'vitest'
import { findAccountByContact } from '#app/db/accounts.server.ts'
import { db } from '#app/db/client.server.ts'
import { queryRows } from '#app/db/raw.server.ts'
import { loader as applicationLoader } from '#app/routes/structure.candidatures.$applicationId.tsx'
import { loader as offerLoader } from '#app/routes/structure.offres.$offerId._index.tsx'
import { eraseAccount } from '#app/use-cases/erase-account.server.ts'
import { createAccount, createOfficer, createRecruiter } from '#tests/factories/account.ts'
import { createCandidate } from '#tests/factories/candidate.ts'
import { NOW } from '#tests/factories/now.ts'
import { createOffer } from '#tests/factories/offer.ts'
import { listEvents } from '#tests/factories/outbox.ts'
import { createTerritory } from '#tests/factories/territory.ts'
import { createWholePerson } from '#tests/factories/whole-person.ts'
import { listPersonalColumns, searchEverywhere } from '#tests/setup/catalogue.ts'
import { useTestDatabase } from '#tests/setup/database.ts'
import { answerOf, requestTo, routeArgs, signIn, unknownId } from '#tests/setup/request.ts'

useTestDatabase()
beforeEach(async () => {
  await db().$executeRaw`truncate account, organisation, offer, outbox_event, message, local_delivery,
    departure_statistic cascade`
})

const MARKS = {
  firstName: 'Zéphyrine',
  lastName: 'Quatrebarbes',
  phone: '+33639987654',
  email: 'zephyrine.quatrebarbes@example.org',
  sentence: 'Mes confitures de mirabelles partent vite.',
}
const texts = Object.values(MARKS)

/** Where the ids of somebody still stand, the tables whose rows were others' from the start left out. */
async function columnsHolding(ids: string[]): Promise<string[]> {
  const held: string[] = []
  for (const { table, column } of await listPersonalColumns()) {
    const rows = await queryRows(`select 1 from ${table} where ${column}::text = any($1) limit 1`, [ids])
    if (rows.length > 0) held.push(`${table}.${column}`)
  }
  return held
}

describe('erased by the person', () => {
  test('nothing of her or him is left in any table, but for the access log and the mark of the departure', async () => {
    const { account, profile, actor, application, match } = await createWholePerson(MARKS)
    const ids = [account.id, profile.id, application.id, match.id]
    const before = await columnsHolding(ids)
    expect(before).toEqual(
      expect.arrayContaining([
        'application_change.account_id',
        'match_change.match_id',
        'portfolio.referent_id',
      ]),
    )
    expect([...(await searchEverywhere(texts)).keys()].sort()).toEqual([...texts].sort())
    expect(await eraseAccount({ actor, accountId: account.id, now: NOW })).toEqual({ ok: true, value: null })
    expect(await searchEverywhere(texts)).toEqual(new Map())
    expect(await columnsHolding(ids)).toEqual([
      'access_log.profile_id',
      'account_change.account_id',
      'account_change.by_id',
    ])
    expect(await db().account.findUnique({ where: { id: account.id } })).toEqual({
      id: account.id,
      territoryId: account.territoryId,
      role: 'candidate',
      firstName: '',
      lastName: '',
      birthMonth: null,
      duplicateOfId: null,
      phone: null,
      email: null,
      channel: 'none',
      monthlySolicitations: 0,
      status: 'suspended',
      suspensionReason: null,
      isDemo: false,
      createdAt: NOW,
      lastSeenAt: null,
      verifiedAt: NOW,
      erasedAt: NOW,
    })
    expect(await db().accountChange.findMany({ where: { accountId: account.id } })).toMatchObject([
      { action: 'erased', reason: 'own_request', byId: account.id, at: NOW },
    ])
    expect(await db().departureStatistic.findMany()).toMatchObject([
      { month: new Date('2026-06-01T00:00:00Z'), reason: 'own_request', count: 1 },
    ])
    expect(await listEvents()).toEqual([{ type: 'profile.deleted', payload: { profileId: profile.id } }])
  })

  test('twice is once, and the session is over', async () => {
    const { account, actor } = await createCandidate()
    const cookie = await signIn(account.id)
    const results = await Promise.all([
      eraseAccount({ actor, accountId: account.id, now: NOW }),
      eraseAccount({ actor, accountId: account.id, now: NOW }),
    ])
    expect(results.map(({ ok }) => ok).sort()).toEqual([false, true])
    expect(results.find(({ ok }) => !ok)).toMatchObject({ refusal: { code: 'not_found' } })
    expect(await db().departureStatistic.findMany()).toMatchObject([{ count: 1 }])
    const { loader } = await import('#app/routes/mes-candidatures._index.tsx')
    const answer = await answerOf(() => loader(routeArgs(requestTo('/mes-candidatures', { cookie }))))
    expect([answer.status, answer.headers.get('Location')]).toEqual([
      302,
      '/connexion?suite=%2Fmes-candidatures',
    ])
  })

  test('the phone and the e-mail are free for somebody new', async () => {
    const { account, actor } = await createCandidate()
    await eraseAccount({ actor, accountId: account.id, now: NOW })
    expect(await findAccountByContact(db(), { phone: account.phone ?? '' })).toBeNull()
    const again = await createAccount({ phone: account.phone, email: account.email })
    expect(again.id).not.toBe(account.id)
  })

  test('the organisation written to keeps its pages, and the application is gone', async () => {
    const { account, actor, application, employer, offer } = await createWholePerson()
    const cookie = await signIn(employer.account.id, employer.organisationId)
    const openOffer = () =>
      answerOf(() =>
        offerLoader(routeArgs(requestTo(`/structure/offres/${offer.id}`, { cookie }), { offerId: offer.id })),
      )
    expect(JSON.stringify((await openOffer()).body)).toContain(application.id)
    await eraseAccount({ actor, accountId: account.id, now: NOW })
    const after = await openOffer()
    expect(after.status).toBe(200)
    expect(JSON.stringify(after.body)).not.toContain(application.id)
    const params = { applicationId: application.id }
    const path = `/structure/candidatures/${application.id}`
    expect(
      (await answerOf(() => applicationLoader(routeArgs(requestTo(path, { cookie }), params)))).status,
    ).toBe(404)
  })
})

describe('a recruiter who leaves', () => {
  test('hands the organisation to who joined first, and its offers go on', async () => {
    const { organisationId, account, actor } = await createRecruiter()
    const members = [await createRecruiter({ organisationId }), await createRecruiter({ organisationId })]
    for (const [index, { account: member }] of members.entries())
      await db().membership.updateMany({
        where: { accountId: member.id },
        data: { role: 'member', createdAt: new Date(NOW.getTime() + (2 - index) * 1000) },
      })
    const offer = await createOffer({ organisationId })
    await eraseAccount({ actor, accountId: account.id, now: NOW })
    expect(
      await db().membership.findMany({ where: { organisationId }, orderBy: { createdAt: 'asc' } }),
    ).toMatchObject([
      { accountId: members[1]?.account.id, role: 'administrator' },
      { accountId: members[0]?.account.id, role: 'member' },
    ])
    expect(await db().offer.findUnique({ where: { id: offer.id } })).toMatchObject({ state: 'published' })
  })

  test('withdraws the open offers when nobody is left to answer', async () => {
    const { organisationId, account, actor } = await createRecruiter()
    const offers = await Promise.all(
      (['draft', 'in_review', 'published', 'suspended', 'filled'] as const).map((state) =>
        createOffer({ organisationId, state }),
      ),
    )
    expect((await eraseAccount({ actor, accountId: account.id, now: NOW })).ok).toBe(true)
    const states = await Promise.all(
      offers.map(async ({ id }) => (await db().offer.findUniqueOrThrow({ where: { id } })).state),
    )
    expect(states).toEqual(['withdrawn', 'withdrawn', 'withdrawn', 'withdrawn', 'filled'])
  })
})

describe('at the hotline', () => {
  const hotline = async (territoryId?: string) => {
    const { account } = await createOfficer({ role: 'hotline', ...(territoryId ? { territoryId } : {}) })
    return { kind: 'hotline' as const, accountId: account.id, territoryId: account.territoryId }
  }

  test('somebody of the territory is erased at her or his request, whoever is suspended too', async () => {
    const { account } = await createCandidate({
      account: { status: 'suspended', suspensionReason: 'reasoned_decision' },
    })
    const actor = await hotline()
    expect((await eraseAccount({ actor, accountId: account.id, now: NOW })).ok).toBe(true)
    expect(await db().accountChange.findMany({ where: { accountId: account.id } })).toMatchObject([
      { action: 'erased', byId: actor.accountId },
    ])
  })

  test('somebody of another territory, unknown or already gone is answered alike', async () => {
    const ain = await createTerritory({ departementCode: '01' })
    const { account: elsewhere } = await createCandidate({ account: { territoryId: ain.id } })
    const actor = await hotline((await createTerritory()).id)
    for (const accountId of [elsewhere.id, unknownId()])
      expect(await eraseAccount({ actor, accountId, now: NOW })).toMatchObject({
        refusal: { code: 'not_found' },
      })
    expect(await db().account.count({ where: { erasedAt: { not: null } } })).toBe(0)
  })

  test('a colleague who holds a post is not, and neither is anybody by an officer or a recruiter', async () => {
    const { account: colleague, actor: officer } = await createOfficer()
    const { account } = await createCandidate()
    const { actor: recruiter } = await createRecruiter()
    for (const [actor, accountId] of [
      [await hotline(), colleague.id],
      [officer, colleague.id],
      [officer, account.id],
      [recruiter, account.id],
    ] as const)
      expect(await eraseAccount({ actor, accountId, now: NOW })).toMatchObject({
        refusal: { code: 'forbidden' },
      })
  })
})
