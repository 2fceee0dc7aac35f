import { describe, expect, test } from 'vitest'
import { listAccountChanges } from '#app/db/account-changes.server.ts'
import { db } from '#app/db/client.server.ts'
import { findSignedIn } from '#app/db/sessions.server.ts'
import { ROLES } from '#app/domain/actor.ts'
import { canResetFactor } from '#app/domain/second-factor.policy.ts'
import { hashToken } from '#app/system/secrets.server.ts'
import { resetSecondFactor } from '#app/use-cases/reset-second-factor.server.ts'
import { createAccount, createOfficer } from '#tests/factories/account.ts'
import { NOW } from '#tests/factories/now.ts'
import { createSecondFactor } from '#tests/factories/second-factor.ts'
import { openSessionFor } from '#tests/factories/session.ts'
import { createTerritory } from '#tests/factories/territory.ts'
import { useTestDatabase } from '#tests/setup/database.ts'

useTestDatabase()

const refused = (code: string) => ({ ok: false, refusal: { code } })
async function createAdministrator() {
  const { id: accountId, territoryId } = await createAccount({ role: 'administrator' })
  return { kind: 'administrator', accountId, territoryId } as const
}

test('an administrator, of the same territory, for another professional: nobody else', () => {
  const kinds = ['anonymous', 'newcomer', 'unconfirmed', ...ROLES, 'system'] as const
  let count = 0
  for (const kind of kinds)
    for (const role of ROLES)
      for (const territoryId of ['here', 'there'])
        for (const id of ['self', 'other']) {
          const actor = { kind, accountId: 'self', territoryId: 'here' } as Parameters<
            typeof canResetFactor
          >[0]
          const isPost = role !== 'candidate' && role !== 'recruiter'
          const expected = kind === 'administrator' && territoryId === 'here' && id === 'other' && isPost
          expect([kind, role, territoryId, id, canResetFactor(actor, { id, territoryId, role })]).toEqual([
            kind,
            role,
            territoryId,
            id,
            expected,
          ])
          count++
        }
  expect(count).toBe(11 * 7 * 2 * 2)
})

describe('a lost phone', () => {
  test('the factor and its codes go, the sessions end, and it is written down why and by whom', async () => {
    const actor = await createAdministrator()
    const { account } = await createOfficer()
    await createSecondFactor(account.id)
    const reference = await openSessionFor(account.id, { now: NOW, confirmedAt: NOW })
    const reset = (reason: string) => resetSecondFactor({ actor, accountId: account.id, reason, now: NOW })
    expect(await reset('  ')).toMatchObject(refused('reason_required'))
    expect(await findSignedIn(db(), hashToken(reference), NOW)).not.toBeNull()
    expect((await reset('Téléphone volé, reconnue de vive voix')).ok).toBe(true)
    expect(await db().secondFactor.count({ where: { accountId: account.id } })).toBe(0)
    expect(await db().recoveryCode.count({ where: { accountId: account.id } })).toBe(0)
    expect(await findSignedIn(db(), hashToken(reference), NOW)).toBeNull()
    expect(await listAccountChanges(db(), account.id)).toMatchObject([
      { action: 'factor_changed', byId: actor.accountId, reason: 'Téléphone volé, reconnue de vive voix' },
    ])
    expect(await reset('Encore')).toMatchObject(refused('not_found'))
  })

  test('of another territory, of oneself, or asked by another hat is not found', async () => {
    const actor = await createAdministrator()
    const elsewhere = await createTerritory({ departementCode: '59', name: 'Nord', id: crypto.randomUUID() })
    const { account: stranger } = await createOfficer({ territoryId: elsewhere.id })
    const { account: officer, actor: colleague } = await createOfficer()
    for (const id of [stranger.id, officer.id, actor.accountId]) await createSecondFactor(id)
    const reset = (accountId: string, by: typeof actor | typeof colleague = actor) =>
      resetSecondFactor({ actor: by, accountId, reason: 'Téléphone perdu', now: NOW })
    expect(await reset(stranger.id)).toMatchObject(refused('not_found'))
    expect(await reset(actor.accountId)).toMatchObject(refused('not_found'))
    const other = await createOfficer()
    await createSecondFactor(other.account.id)
    expect(await reset(other.account.id, colleague)).toMatchObject(refused('not_found'))
    expect(await db().secondFactor.count()).toBeGreaterThanOrEqual(4)
  })
})
