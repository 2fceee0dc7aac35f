import { describe, expect, test } from 'vitest'
import { db } from '#app/db/client.server.ts'
import { getPortfolioPage } from '#app/queries/portfolio-page.server.ts'
import { endReferral } from '#app/use-cases/end-referral.server.ts'
import { nameReferent } from '#app/use-cases/name-referent.server.ts'
import { createAccount } from '#tests/factories/account.ts'
import { createCandidate } from '#tests/factories/candidate.ts'
import { NOW } from '#tests/factories/now.ts'
import { createProfessional } from '#tests/factories/professional.ts'
import { createTerritory } from '#tests/factories/territory.ts'
import { useTestDatabase } from '#tests/setup/database.ts'
import { unknownId } from '#tests/setup/request.ts'

useTestDatabase()

const LATER = new Date(NOW.getTime() + 86_400_000)

async function world() {
  const hotline = await createProfessional('hotline')
  const referent = await createProfessional('referent', { firstName: 'Inès', lastName: 'Morel' })
  const { account, profile } = await createCandidate()
  const pair = { accountId: account.id, referentId: referent.account.id }
  const portfolio = async () => {
    const page = await getPortfolioPage({ actor: referent.actor, page: 1, now: LATER })
    return page.ok ? page.value.people.map(({ profileId }) => profileId) : []
  }
  const history = async () =>
    (await db().accountChange.findMany({ where: { accountId: account.id }, orderBy: { at: 'asc' } })).map(
      ({ action, byId }) => [action, byId],
    )
  return { hotline, referent, account, profile, pair, portfolio, history }
}

describe('who accompanies somebody', () => {
  test('is written down by the hotline, once, and the person is in the portfolio', async () => {
    const { hotline, profile, pair, portfolio, history } = await world()
    const command = { actor: hotline.actor, ...pair, now: NOW }
    const both = await Promise.all([nameReferent(command), nameReferent(command)])
    expect(both.map(({ ok }) => ok)).toEqual([true, true])
    expect(await portfolio()).toEqual([profile.id])
    expect(await history()).toEqual([['referent_named', hotline.actor.accountId]])
  })

  test('leaves the portfolio at once when it ends, and may come back', async () => {
    const { hotline, profile, pair, portfolio, history } = await world()
    const command = { actor: hotline.actor, ...pair }
    await nameReferent({ ...command, now: NOW })
    for (const _ of ['once', 'twice'])
      expect(await endReferral({ ...command, now: LATER })).toMatchObject({ ok: true })
    expect(await portfolio()).toEqual([])
    const again = new Date(LATER.getTime() + 1000)
    await nameReferent({ ...command, now: again })
    expect(await portfolio()).toEqual([profile.id])
    expect(await db().portfolio.findMany({ where: { profileId: profile.id } })).toMatchObject([
      { since: again, endedAt: null },
    ])
    const by = hotline.actor.accountId
    expect(await history()).toEqual([
      ['referent_named', by],
      ['referent_ended', by],
      ['referent_named', by],
    ])
  })

  test('is nobody but a referent of the territory who is at work', async () => {
    const { hotline, account } = await world()
    const ain = await createTerritory({ departementCode: '01' })
    const others = [
      unknownId(),
      account.id,
      (await createProfessional('relation_officer')).account.id,
      (await createProfessional('referent', { territoryId: ain.id })).account.id,
      (await createProfessional('referent', { status: 'suspended', suspensionReason: 'inactivity' })).account
        .id,
    ]
    for (const referentId of others)
      expect(
        await nameReferent({ actor: hotline.actor, accountId: account.id, referentId, now: NOW }),
      ).toMatchObject({
        refusal: { code: 'invalid_input', fields: { referentId: [expect.any(String)] } },
      })
    expect(await db().accountChange.count({ where: { accountId: account.id } })).toBe(0)
  })

  test('is not written down by the referent, nor by anybody but the hotline of the territory', async () => {
    const { referent, account, pair, portfolio } = await world()
    const ain = await createTerritory({ departementCode: '01' })
    const self = {
      kind: 'candidate',
      accountId: account.id,
      profileId: unknownId(),
      territoryId: account.territoryId,
    } as const
    const actors = [
      referent.actor,
      (await createProfessional('relation_officer')).actor,
      (await createProfessional('administrator')).actor,
      (await createProfessional('facilitator')).actor,
      (await createProfessional('hotline', { territoryId: ain.id })).actor,
      self,
    ]
    for (const actor of actors)
      for (const change of [nameReferent, endReferral])
        expect(await change({ actor, ...pair, now: NOW })).toMatchObject({ refusal: { code: 'not_found' } })
    expect(await portfolio()).toEqual([])
  })

  test('needs a profile to read: a recruiter and nobody are not found', async () => {
    const { hotline, pair } = await world()
    const recruiter = await createAccount({ role: 'recruiter' })
    for (const accountId of [recruiter.id, unknownId()])
      expect(await nameReferent({ actor: hotline.actor, ...pair, accountId, now: NOW })).toMatchObject({
        refusal: { code: 'not_found' },
      })
  })
})
