import { describe, expect, test } from 'vitest'
import { type Actor, ROLES, type Role } from '#app/domain/actor.ts'
import { canErase, canWithdrawConsent } from '#app/domain/rights.policy.ts'

const SELF = 'self'
const territoryId = 'territory'
const other = { accountId: 'other', territoryId }
const own = { accountId: SELF, territoryId }

const actors = (ids: { accountId: string; territoryId: string }): Actor[] => [
  { kind: 'newcomer', ...ids },
  { kind: 'unconfirmed', ...ids },
  { kind: 'candidate', profileId: 'profile', ...ids },
  { kind: 'recruiter', organisationId: 'organisation', ...ids },
  ...(['relation_officer', 'hotline', 'referent', 'facilitator', 'administrator'] as const).map((kind) => ({
    kind,
    ...ids,
  })),
]
const account = (role: Role) => ({ id: SELF, territoryId, role })
const kindsAllowed = (all: Actor[], may: (actor: Actor) => boolean) => all.filter(may).map(({ kind }) => kind)

describe.each(ROLES)('the account of a %s', (role) => {
  const isPost = role !== 'candidate' && role !== 'recruiter'
  const everyHat = actors(own)
    .map(({ kind }) => kind)
    .filter((kind) => kind !== 'unconfirmed')

  test('is erased by its person under any hat, the hotline and administrators, never while it holds a post', () => {
    expect(kindsAllowed(actors(own), (actor) => canErase(actor, account(role)))).toEqual(
      isPost ? [] : everyHat,
    )
    expect(kindsAllowed(actors(other), (actor) => canErase(actor, account(role)))).toEqual(
      isPost ? [] : ['hotline', 'administrator'],
    )
    const elsewhere = actors({ ...other, territoryId: 'elsewhere' })
    expect(kindsAllowed(elsewhere, (actor) => canErase(actor, account(role)))).toEqual([])
    expect(canErase({ kind: 'anonymous' }, account(role))).toBe(false)
    expect(canErase({ kind: 'system' }, account(role))).toBe(true)
  })

  test('loses a consent through its person, the hotline and administrators alone', () => {
    const may = (actor: Actor) => canWithdrawConsent(actor, account(role))
    expect(kindsAllowed(actors(own), may)).toEqual(everyHat)
    expect(kindsAllowed(actors(other), may)).toEqual(['hotline', 'administrator'])
    expect(kindsAllowed(actors({ ...other, territoryId: 'elsewhere' }), may)).toEqual([])
    expect([may({ kind: 'anonymous' }), may({ kind: 'system' })]).toEqual([false, false])
  })
})
