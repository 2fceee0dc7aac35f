import { describe, expect, test } from 'vitest'
import { db } from '#app/db/client.server.ts'
import type { Account } from '#app/domain/account.ts'
import { hashToken, signInCode } from '#app/system/secrets.server.ts'
import { purgeUnproven } from '#app/use-cases/purge-unproven.server.ts'
import { requestSignInCode } from '#app/use-cases/request-sign-in-code.server.ts'
import { verifySignInCode } from '#app/use-cases/verify-sign-in-code.server.ts'
import { createAccount, createRecruiter } from '#tests/factories/account.ts'
import { createCandidate } from '#tests/factories/candidate.ts'
import { NOW } from '#tests/factories/now.ts'
import { createTerritory } from '#tests/factories/territory.ts'
import { useTestDatabase } from '#tests/setup/database.ts'
import { signIn, unknownId } from '#tests/setup/request.ts'

useTestDatabase()

const hoursLater = (hours: number) => new Date(NOW.getTime() + hours * 3_600_000)
const exists = async (id: string) => (await db().account.count({ where: { id } })) === 1
const NOBODY: Partial<Account> = { firstName: '', lastName: '', verifiedAt: null }

async function askFor(contact: string, now = NOW) {
  await createTerritory()
  const asked = await requestSignInCode({ contact, address: '192.0.2.1', now })
  if (!asked.ok) throw new Error(asked.refusal.code)
  const { codeId } = asked.value
  const { accountId } = await db().signInCode.findUniqueOrThrow({ where: { id: codeId } })
  return { codeId, accountId }
}

describe('an account that nobody proved', () => {
  test('goes after a day, with its codes and messages', async () => {
    const { accountId, codeId } = await askFor('0639980501')
    await db().message.create({
      data: {
        id: unknownId(),
        eventId: unknownId(),
        accountId,
        channel: 'sms',
        kind: 'sign_in_code',
        subjectId: codeId,
        state: 'accepted',
        sendAfter: NOW,
        createdAt: NOW,
        updatedAt: NOW,
      },
    })
    await purgeUnproven({ now: hoursLater(24) })
    expect(await exists(accountId)).toBe(true)
    expect(await purgeUnproven({ now: hoursLater(24.1) })).toMatchObject({ accounts: 1 })
    expect(await exists(accountId)).toBe(false)
    expect(await db().signInCode.count({ where: { accountId } })).toBe(0)
    expect(await db().message.count({ where: { accountId } })).toBe(0)
  })

  test('stays while somebody still asks for a code, and for good once one was given', async () => {
    const { accountId } = await askFor('0639980502')
    const again = await askFor('0639980502', hoursLater(20))
    expect(again.accountId).toBe(accountId)
    await purgeUnproven({ now: hoursLater(30) })
    expect(await exists(accountId)).toBe(true)
    const opened = await verifySignInCode({
      codeId: again.codeId,
      code: signInCode(again.codeId),
      address: '192.0.2.1',
      visit: { previousReference: null, device: 'Test' },
      now: hoursLater(20),
    })
    expect(opened.ok).toBe(true)
    await purgeUnproven({ now: hoursLater(24 * 365) })
    expect(await exists(accountId)).toBe(true)
  })

  test('stays when anybody has made something of it', async () => {
    const named = await createAccount({ ...NOBODY, firstName: 'Nadia' })
    const { account: withProfile } = await createCandidate({ account: NOBODY })
    const { account: member, organisationId } = await createRecruiter({
      account: { ...NOBODY, role: 'candidate' },
    })
    const professional = await createAccount({ ...NOBODY, role: 'hotline' })
    const proved = await createAccount({ ...NOBODY, verifiedAt: NOW })
    const erased = await createAccount(NOBODY)
    const gone = { phone: null, email: null, firstName: '', lastName: '', status: 'suspended', erasedAt: NOW }
    await db().account.update({ where: { id: erased.id }, data: gone })
    const changed = await createAccount(NOBODY)
    await db().accountChange.create({
      data: { id: unknownId(), accountId: changed.id, action: 'suspended', at: NOW },
    })
    const consenting = await createAccount(NOBODY)
    await db().consent.create({
      data: { id: unknownId(), accountId: consenting.id, purpose: 'platform', how: 'spoken', givenAt: NOW },
    })
    const signingUp = await createAccount(NOBODY)
    await db().registration.create({
      data: { accountId: signingUp.id, kind: 'candidate', answers: {}, updatedAt: NOW },
    })
    const invite = async (overrides: { expiresAt?: Date; revokedAt?: Date } = {}) => {
      const account = await createAccount(NOBODY)
      const id = unknownId()
      await db().invitation.create({
        data: {
          id,
          tokenHash: hashToken(id),
          territoryId: account.territoryId,
          accountId: account.id,
          role: 'recruiter',
          organisationId,
          invitedById: member.id,
          createdAt: NOW,
          expiresAt: hoursLater(24 * 14),
          ...overrides,
        },
      })
      return account
    }
    const invited = await invite()
    const invitedLongAgo = await invite({ expiresAt: hoursLater(40) })
    const uninvited = await invite({ revokedAt: NOW })
    await purgeUnproven({ now: hoursLater(48) })
    const kept = [
      named,
      withProfile,
      member,
      professional,
      proved,
      erased,
      changed,
      consenting,
      signingUp,
      invited,
    ]
    for (const { id } of kept) expect(await exists(id)).toBe(true)
    for (const { id } of [invitedLongAgo, uninvited]) expect(await exists(id)).toBe(false)
  })
})

test('codes go a day after they expired, sessions 30 days after they are over, counts when their window ends', async () => {
  const { account } = await createCandidate()
  await signIn(account.id)
  const [open, ended, expired] = [unknownId(), unknownId(), unknownId()]
  const session = {
    accountId: account.id,
    role: 'candidate',
    device: 'Test',
    createdAt: NOW,
    lastSeenAt: NOW,
  }
  await db().session.createMany({
    data: [
      { ...session, idHash: open, expiresAt: hoursLater(24 * 60) },
      { ...session, idHash: ended, expiresAt: hoursLater(24 * 60), endedAt: NOW },
      { ...session, idHash: expired, expiresAt: NOW },
    ],
  })
  const code = { accountId: account.id, channel: 'sms', createdAt: NOW }
  const [old, fresh] = [unknownId(), unknownId()]
  await db().signInCode.createMany({
    data: [
      { ...code, id: old, expiresAt: NOW },
      { ...code, id: fresh, expiresAt: hoursLater(1) },
    ],
  })
  await db().rateLimit.createMany({
    data: [0, 30].map((hours) => ({
      key: `k${hours}`,
      windowStart: hoursLater(hours - 1),
      count: 1,
      expiresAt: hoursLater(hours),
    })),
  })
  await purgeUnproven({ now: hoursLater(24.5) })
  expect(
    (await db().signInCode.findMany({ where: { id: { in: [old, fresh] } } })).map(({ id }) => id),
  ).toEqual([fresh])
  expect(
    (await db().rateLimit.findMany({ where: { key: { in: ['k0', 'k30'] } } })).map(({ key }) => key),
  ).toEqual(['k30'])
  const left = async () =>
    (await db().session.findMany({ where: { idHash: { in: [open, ended, expired] } } })).map(
      ({ idHash }) => idHash,
    )
  expect((await left()).sort()).toEqual([open, ended, expired].sort())
  await purgeUnproven({ now: hoursLater(24 * 30 + 1) })
  expect(await left()).toEqual([open])
})
