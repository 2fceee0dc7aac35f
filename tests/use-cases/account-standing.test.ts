import { beforeAll, describe, expect, test } from 'vitest'
import { db } from '#app/db/client.server.ts'
import { createSignInCode } from '#app/db/sign-in-codes.server.ts'
import { SUSPENSION_REASONS, type SuspensionReason } from '#app/domain/account.ts'
import type { Professional } from '#app/domain/actor.ts'
import { monthsBefore } from '#app/domain/duration.ts'
import { SIGN_IN_CODE } from '#app/domain/sign-in.ts'
import { newId } from '#app/system/id.server.ts'
import { changeAccount } from '#app/use-cases/change-account.server.ts'
import { markDuplicate } from '#app/use-cases/mark-duplicate.server.ts'
import { reactivateOwnAccount } from '#app/use-cases/reactivate-own-account.server.ts'
import { suspendInactive } from '#app/use-cases/suspend-inactive.server.ts'
import { createAccount } from '#tests/factories/account.ts'
import { createApplication } from '#tests/factories/application.ts'
import { createCandidate } from '#tests/factories/candidate.ts'
import { NOW } from '#tests/factories/now.ts'
import { createProfessional } from '#tests/factories/professional.ts'
import { createTerritory } from '#tests/factories/territory.ts'
import { useTestDatabase } from '#tests/setup/database.ts'
import { signIn, unknownId } from '#tests/setup/request.ts'

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
const stopped = (suspensionReason: SuspensionReason) =>
  createCandidate({ account: { status: 'suspended', suspensionReason } })

describe('at the person’s request', () => {
  test('every session ends at once, the engine is told, and the hotline lets it go on', async () => {
    const { account, profile } = await createCandidate()
    await signIn(account.id)
    await signIn(account.id)
    expect(await changeAccount({ actor: hotline, accountId: account.id, name: 'stop', now: NOW })).toEqual({
      ok: true,
      value: null,
    })
    expect(await standing(account.id)).toEqual(['suspended', 'own_request', null])
    expect(await openSessions(account.id)).toBe(0)
    const told = await db().outboxEvent.findMany({ where: { type: 'profile.changed' } })
    expect(told.map(({ payload }) => payload)).toContainEqual({ profileId: profile.id })
    await changeAccount({ actor: hotline, accountId: account.id, name: 'resume', now: NOW })
    expect(await standing(account.id)).toEqual(['active', null, null])
    expect(await history(account.id)).toEqual([
      ['suspended', 'stop', hotline.accountId],
      ['reactivated', 'resume', hotline.accountId],
    ])
  })

  test('a person stops her own account and nobody else’s', async () => {
    const { account, actor } = await createCandidate()
    const other = await createCandidate()
    expect(await changeAccount({ actor, accountId: other.account.id, name: 'stop', now: NOW })).toMatchObject(
      {
        refusal: { code: 'forbidden' },
      },
    )
    expect((await changeAccount({ actor, accountId: account.id, name: 'stop', now: NOW })).ok).toBe(true)
    expect(await standing(other.account.id)).toEqual(['active', null, null])
  })

  test('somebody of another territory, or nobody, is not found', async () => {
    const elsewhere = await createTerritory({ departementCode: '01', name: 'Ain' })
    const { account } = await createCandidate({ account: { territoryId: elsewhere.id } })
    for (const accountId of [account.id, unknownId()])
      expect(await changeAccount({ actor: hotline, accountId, name: 'stop', now: NOW })).toMatchObject({
        refusal: { code: 'not_found' },
      })
  })

  test('two agents at the same time: one change, one line', async () => {
    const { account } = await createCandidate()
    const both = await Promise.all(
      [hotline, hotline].map((actor) =>
        changeAccount({ actor, accountId: account.id, name: 'stop', now: NOW }),
      ),
    )
    expect(both.filter(({ ok }) => ok)).toHaveLength(1)
    expect(await history(account.id)).toHaveLength(1)
  })
})

describe('a duplicate', () => {
  test('names the good account, and is undone', async () => {
    const [double, good] = [await createCandidate(), await createCandidate()]
    const accountId = double.account.id
    await markDuplicate({ actor: hotline, accountId, goodId: good.account.id, now: NOW })
    expect(await standing(accountId)).toEqual(['suspended', 'duplicate', good.account.id])
    await changeAccount({ actor: hotline, accountId, name: 'undo_duplicate', now: NOW })
    expect(await standing(accountId)).toEqual(['active', null, null])
  })

  test('never of itself, of somebody suspended, unknown, or elsewhere; never by anybody else', async () => {
    const { account } = await createCandidate()
    const asleep = await stopped('inactivity')
    const elsewhere = await createTerritory({ departementCode: '01', name: 'Ain' })
    const foreign = await createAccount({ territoryId: elsewhere.id })
    const mark = (goodId: string, actor: Professional = hotline) =>
      markDuplicate({ actor, accountId: account.id, goodId, now: NOW })
    for (const goodId of [account.id, asleep.account.id, foreign.id, unknownId()])
      expect(await mark(goodId)).toMatchObject({ refusal: { fields: { goodId: [expect.any(String)] } } })
    const good = await createCandidate()
    for (const actor of [officer, administrator])
      expect(await mark(good.account.id, actor)).toMatchObject({ refusal: { code: 'forbidden' } })
    expect(await standing(account.id)).toEqual(['active', null, null])
  })

  test('two agents who say the contrary of each other leave one account open', async () => {
    const [one, other] = [(await createCandidate()).account.id, (await createCandidate()).account.id]
    const both = await Promise.all([
      markDuplicate({ actor: hotline, accountId: one, goodId: other, now: NOW }),
      markDuplicate({ actor: hotline, accountId: other, goodId: one, now: NOW }),
    ])
    expect(both.filter(({ ok }) => ok)).toHaveLength(1)
    expect([(await standing(one))[0], (await standing(other))[0]].sort()).toEqual(['active', 'suspended'])
  })
})

describe('waking up after a right code', () => {
  async function usedCode(accountId: string, usedAt: Date | null = NOW) {
    const id = newId()
    const expiresAt = new Date(NOW.getTime() + 600_000)
    await createSignInCode(db(), { id, accountId, channel: 'sms', createdAt: NOW, expiresAt }, SIGN_IN_CODE)
    await db().signInCode.update({ where: { id }, data: { usedAt } })
    return id
  }
  const visit = { previousReference: null, device: 'Test' }
  const wake = (codeId: string, now = NOW) => reactivateOwnAccount({ codeId, visit, now })

  test.each(SUSPENSION_REASONS)('%s', async (reason) => {
    const { account } = await stopped(reason)
    const woken = await wake(await usedCode(account.id))
    const isOwn = reason === 'inactivity' || reason === 'own_request'
    expect(woken.ok).toBe(isOwn)
    expect(await standing(account.id)).toEqual(isOwn ? ['active', null, null] : ['suspended', reason, null])
    expect(await openSessions(account.id)).toBe(isOwn ? 1 : 0)
    if (!isOwn) expect(woken).toMatchObject({ refusal: { code: 'account_suspended' } })
  })

  test('a code unknown, not given, or given too long ago wakes nobody', async () => {
    const { account } = await stopped('inactivity')
    const late = new Date(NOW.getTime() + 16 * 60_000)
    for (const [codeId, now] of [
      [unknownId(), NOW],
      [await usedCode(account.id, null), NOW],
      [await usedCode(account.id), late],
    ] as const)
      expect(await wake(codeId, now)).toMatchObject({ refusal: { code: 'code_expired' } })
    expect(await standing(account.id)).toEqual(['suspended', 'inactivity', null])
  })
})

describe('six months of silence', () => {
  const silentSince = async (lastSeenAt: Date | null, createdAt = monthsBefore(NOW, 20)) => {
    const made = await createCandidate()
    await db().account.update({ where: { id: made.account.id }, data: { lastSeenAt, createdAt } })
    return made
  }
  const asleep = async (id: string) => (await standing(id))[1] === 'inactivity'
  const minute = 60_000
  const six = monthsBefore(NOW, 6)

  test('to the minute; a visit, an application, a consent or an answer counts as a sign', async () => {
    const late = await silentSince(new Date(six.getTime() - minute))
    const never = await silentSince(null)
    const fresh = await silentSince(new Date(six.getTime() + minute))
    const registered = await silentSince(null, new Date(six.getTime() + minute))
    const applied = await silentSince(null)
    await createApplication({ profileId: applied.profile.id, createdAt: NOW })
    const agreed = await silentSince(null)
    await db().consent.create({
      data: { id: newId(), accountId: agreed.account.id, purpose: 'messages', how: 'phone', givenAt: NOW },
    })
    const visiting = await silentSince(null)
    await signIn(visiting.account.id)
    await db().account.update({ where: { id: visiting.account.id }, data: { lastSeenAt: null } })
    expect(await suspendInactive({ now: NOW })).toBe(2)
    expect(await suspendInactive({ now: NOW })).toBe(0)
    const all = [late, never, fresh, registered, applied, agreed, visiting]
    expect(await Promise.all(all.map(({ account }) => asleep(account.id)))).toEqual([
      true,
      true,
      false,
      false,
      false,
      false,
      false,
    ])
    expect(await history(late.account.id)).toEqual([['suspended', 'fall_asleep', null]])
    await changeAccount({ actor: hotline, accountId: late.account.id, name: 'wake', now: NOW })
    expect(await suspendInactive({ now: NOW })).toBe(0)
    expect(await asleep(late.account.id)).toBe(false)
  })

  test('professionals and recruiters do not fall asleep, nor does whoever is stopped for another reason', async () => {
    const { account } = await stopped('own_request')
    await db().account.updateMany({ data: { createdAt: monthsBefore(NOW, 30), lastSeenAt: null } })
    await suspendInactive({ now: NOW })
    expect(await standing(account.id)).toEqual(['suspended', 'own_request', null])
    expect(await standing(hotline.accountId)).toEqual(['active', null, null])
  })

  test('months are those of the calendar', () => {
    expect(monthsBefore(new Date('2026-08-31T10:00:00Z'), 6).toISOString()).toBe('2026-02-28T10:00:00.000Z')
    expect(monthsBefore(new Date('2026-03-15T10:00:00Z'), 6).toISOString()).toBe('2025-09-15T10:00:00.000Z')
  })
})
