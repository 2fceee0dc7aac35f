import { beforeAll, describe, expect, test } from 'vitest'
import { db } from '#app/db/client.server.ts'
import type { Professional } from '#app/domain/actor.ts'
import { decideRequest } from '#app/use-cases/decide-request.server.ts'
import { proposeDecision } from '#app/use-cases/propose-decision.server.ts'
import { createCandidate } from '#tests/factories/candidate.ts'
import { NOW } from '#tests/factories/now.ts'
import { createProfessional } from '#tests/factories/professional.ts'
import { createTerritory } from '#tests/factories/territory.ts'
import { useTestDatabase } from '#tests/setup/database.ts'
import { signIn } from '#tests/setup/request.ts'

useTestDatabase()

let hotline: Professional
let officer: Professional
let administrator: Professional
beforeAll(async () => {
  hotline = (await createProfessional('hotline')).actor
  officer = (await createProfessional('relation_officer')).actor
  administrator = (await createProfessional('administrator')).actor
})

const rowOf = (id: string) => db().account.findUniqueOrThrow({ where: { id } })
const standing = async (id: string) => {
  const { status, suspensionReason, duplicateOfId } = await rowOf(id)
  return [status, suspensionReason, duplicateOfId]
}
const history = async (accountId: string) =>
  (await db().accountChange.findMany({ where: { accountId }, orderBy: { at: 'asc' } })).map(
    ({ action, reason, byId }) => [action, reason, byId],
  )
const openSessions = (accountId: string) => db().session.count({ where: { accountId, endedAt: null } })
const REASON = 'A menacé une recruteuse au téléphone le 3 juin.'

describe('a reasoned decision takes two', () => {
  const propose = (
    accountId: string,
    actor: Professional,
    kind: 'suspend' | 'lift' = 'suspend',
    reason = REASON,
  ) => proposeDecision({ actor, accountId, kind, reason, now: NOW })
  const decide = (requestId: string, actor: Professional, decision: 'accepted' | 'declined' = 'accepted') =>
    decideRequest({ actor, requestId, decision, now: NOW })
  async function proposed(actor = officer) {
    const { account } = await createCandidate()
    const request = await propose(account.id, actor)
    if (!request.ok) throw new Error('should be proposed')
    return { account, requestId: request.value.requestId }
  }

  test('one proposes, another decides, and two again lift it', async () => {
    const { account, requestId } = await proposed(hotline)
    await signIn(account.id)
    expect(await standing(account.id)).toEqual(['active', null, null])
    expect(await decide(requestId, officer)).toMatchObject({ ok: true })
    expect(await standing(account.id)).toEqual(['suspended', 'reasoned_decision', null])
    expect(await openSessions(account.id)).toBe(0)
    const lifted = await propose(
      account.id,
      officer,
      'lift',
      'La personne s’est excusée, la recruteuse est d’accord.',
    )
    const liftId = lifted.ok ? lifted.value.requestId : ''
    expect(await decide(liftId, officer)).toMatchObject({ refusal: { code: 'forbidden' } })
    expect(await decide(liftId, administrator)).toMatchObject({ ok: true })
    expect(await standing(account.id)).toEqual(['active', null, null])
    expect(await history(account.id)).toEqual([
      ['suspended', 'suspend', officer.accountId],
      ['reactivated', 'lift', administrator.accountId],
    ])
  })

  test('the same person twice is refused, whatever her or his role', async () => {
    for (const actor of [officer, administrator, hotline]) {
      const { account, requestId } = await proposed(actor)
      expect(await decide(requestId, actor)).toMatchObject({ refusal: { code: 'forbidden' } })
      expect(await decide(requestId, actor, 'declined')).toMatchObject({ refusal: { code: 'forbidden' } })
      expect(await standing(account.id)).toEqual(['active', null, null])
    }
  })

  test('the hotline proposes and does not decide; a referent and a facilitator do neither', async () => {
    const { account, requestId } = await proposed(officer)
    const colleague = (await createProfessional('hotline')).actor
    expect(await decide(requestId, colleague)).toMatchObject({ refusal: { code: 'forbidden' } })
    for (const role of ['referent', 'facilitator'] as const) {
      const { actor } = await createProfessional(role)
      expect(await decide(requestId, actor)).toMatchObject({ refusal: { code: 'forbidden' } })
      expect(await propose((await createCandidate()).account.id, actor)).toMatchObject({
        refusal: { code: 'forbidden' },
      })
    }
    expect(await standing(account.id)).toEqual(['active', null, null])
  })

  test('two people who decide at the same time: one decision counts', async () => {
    for (const second of ['accepted', 'declined'] as const) {
      const { account, requestId } = await proposed(hotline)
      const both = await Promise.all([decide(requestId, officer), decide(requestId, administrator, second)])
      expect(both.filter(({ ok }) => ok)).toHaveLength(1)
      expect(both.find(({ ok }) => !ok)).toMatchObject({ refusal: { code: 'transition_impossible' } })
      expect((await history(account.id)).length).toBeLessThanOrEqual(1)
    }
  })

  test('two who propose at the same time: one request waits', async () => {
    const { account } = await createCandidate()
    const both = await Promise.all([propose(account.id, officer), propose(account.id, administrator)])
    expect(both.filter(({ ok }) => ok)).toHaveLength(1)
    expect(await db().suspensionRequest.count({ where: { accountId: account.id } })).toBe(1)
  })

  test('declined, the account stays as it is and may be proposed again', async () => {
    const { account, requestId } = await proposed()
    await decide(requestId, administrator, 'declined')
    expect(await standing(account.id)).toEqual(['active', null, null])
    expect((await propose(account.id, officer)).ok).toBe(true)
  })

  test('a reason of a few letters, a lift of what is not stopped, a professional, are refused', async () => {
    const { account } = await createCandidate()
    expect(await propose(account.id, officer, 'suspend', '  pénible   ')).toMatchObject({
      refusal: { fields: { reason: [expect.any(String)] } },
    })
    expect(await propose(account.id, officer, 'lift')).toMatchObject({
      refusal: { code: 'transition_impossible' },
    })
    expect(await propose(administrator.accountId, officer)).toMatchObject({ refusal: { code: 'forbidden' } })
  })

  test('a request of another territory is not found', async () => {
    const { requestId } = await proposed()
    const elsewhere = await createTerritory({ departementCode: '01', name: 'Ain' })
    const { actor } = await createProfessional('administrator', { territoryId: elsewhere.id })
    expect(await decide(requestId, actor)).toMatchObject({ refusal: { code: 'not_found' } })
  })
})
