import fc from 'fast-check'
import { describe, expect, test } from 'vitest'
import { isProfessional, ROLES } from '#app/domain/actor.ts'
import { isProofFresh, PROOF_LIFETIME_MS, readRecoveryCode } from '#app/domain/second-factor.ts'
import {
  actorOf,
  type Hat,
  hatsOf,
  IDLE_LIMIT_MS,
  isSameHat,
  renewedExpiry,
  sessionLifetimeMs,
  wornHat,
} from '#app/domain/session.ts'
import { NOW } from '#tests/factories/now.ts'

const before = (ms: number) => new Date(NOW.getTime() - ms)
const hat = (role: Hat['role'], organisationId: string | null = null): Hat => ({ role, organisationId })

const OWNERS = ROLES.flatMap((role) =>
  [null, 'p'].flatMap((profileId) =>
    [[], ['a'], ['a', 'b']].map((organisationIds) => ({ role, profileId, organisationIds })),
  ),
)
const WORN = [...ROLES.map((role) => hat(role)), ...['a', 'b', 'other'].map((id) => hat('recruiter', id))]
const CASES = OWNERS.flatMap((owner) =>
  WORN.flatMap((worn) =>
    [null, NOW].flatMap((confirmedAt) =>
      [0, IDLE_LIMIT_MS, IDLE_LIMIT_MS + 1].map((idleMs) => ({ ...owner, worn, confirmedAt, idleMs })),
    ),
  ),
)

describe('hats', () => {
  test('a post, each organisation and the own profile, nothing else', () => {
    for (const owner of OWNERS) {
      const { role, profileId, organisationIds } = owner
      const hats = hatsOf(owner)
      expect(hats.filter((one) => isProfessional(one.role))).toEqual(isProfessional(role) ? [hat(role)] : [])
      expect(hats.filter((one) => one.role === 'recruiter')).toEqual(
        organisationIds.map((id) => hat('recruiter', id)),
      )
      expect(hats.filter((one) => one.role === 'candidate')).toEqual(profileId ? [hat('candidate')] : [])
    }
  })

  test('the one worn is always one of them', () => {
    for (const owner of OWNERS)
      for (const worn of WORN) {
        const hats = hatsOf(owner)
        const found = wornHat({ ...owner, worn })
        const isOwn = hats.some((one) => isSameHat(one, worn))
        expect(found).toEqual(isOwn ? worn : (hats[0] ?? null))
      }
  })

  test('thirty days for a candidate and nothing else, twelve hours for anybody else', () => {
    for (const owner of OWNERS) {
      const hats = hatsOf(owner)
      const days = sessionLifetimeMs(hats) / 86_400_000
      expect(days).toBe(hats.some(({ role }) => role !== 'candidate') ? 0.5 : 30)
    }
  })

  test('a session renewed never lasts longer than it did, nor than its hats allow', () => {
    fc.assert(
      fc.property(fc.integer({ min: 0, max: 40 * 86_400_000 }), fc.constantFrom(...OWNERS), (left, owner) => {
        const hats = hatsOf(owner)
        const after = renewedExpiry(new Date(NOW.getTime() + left), hats, NOW).getTime() - NOW.getTime()
        expect(after).toBe(Math.min(left, sessionLifetimeMs(hats)))
      }),
    )
  })
})

test('a session is the actor of its hat, whatever else the account has', () => {
  expect(CASES.length).toBe(7 * 2 * 3 * 10 * 2 * 3)
  for (const { idleMs, ...owner } of CASES) {
    const account = { accountId: 'id', territoryId: 't' }
    const actor = actorOf({ ...account, ...owner, lastSeenAt: before(idleMs) }, NOW)
    const worn = wornHat(owner)
    const isPost = worn !== null && isProfessional(worn.role)
    if (!worn) expect(actor).toEqual({ kind: 'newcomer', ...account })
    else if (isPost && idleMs > IDLE_LIMIT_MS) expect(actor).toEqual({ kind: 'anonymous' })
    else if (isPost && !owner.confirmedAt) expect(actor).toEqual({ kind: 'unconfirmed', ...account })
    else if (isPost) expect(actor).toEqual({ kind: worn.role, ...account })
    else if (worn.role === 'recruiter')
      expect(actor).toEqual({ kind: 'recruiter', ...account, organisationId: worn.organisationId })
    else expect(actor).toEqual({ kind: 'candidate', ...account, profileId: owner.profileId })
  }
})

test('a proof is fresh for five minutes, and never before it was given', () => {
  expect(isProofFresh(null, NOW)).toBe(false)
  expect(isProofFresh(NOW, NOW)).toBe(true)
  expect(isProofFresh(before(PROOF_LIFETIME_MS), NOW)).toBe(true)
  expect(isProofFresh(before(PROOF_LIFETIME_MS + 1), NOW)).toBe(false)
  expect(isProofFresh(before(-1), NOW)).toBe(false)
})

test.each([
  ['k7m2 0d9x ab3c', 'k7m20d9xab3c'],
  ['K7M2-OD9X-AB3C', 'k7m20d9xab3c'],
  ['k7ml iI9x ab3c', 'k7m1119xab3c'],
  ['k7m2 0d9x ab3', null],
  ['k7m2 0d9x ab3u', null],
  ['123456', null],
  ['', null],
])('%j is read as a recovery code: %j', (typed, read) => expect(readRecoveryCode(typed)).toBe(read))
