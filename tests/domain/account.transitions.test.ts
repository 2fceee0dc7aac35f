import { describe, expect, test } from 'vitest'
import { decideStanding } from '#app/domain/account.decide.ts'
import {
  accountPermissions,
  canChangeAccount,
  canDecide,
  canPropose,
  decisionOn,
} from '#app/domain/account.policy.ts'
import { isOwnToClear } from '#app/domain/account.stopped.ts'
import {
  ACCOUNT_TRANSITION_NAMES,
  type AccountTransition,
  STANDINGS,
  type Standing,
  standingOf,
} from '#app/domain/account.transitions.ts'
import { SUSPENSION_REASONS } from '#app/domain/account.ts'
import { type Actor, ROLES, type Role } from '#app/domain/actor.ts'

const OWN = 'a1'
const HERE = 't1'

const accountAt = (standing: Standing, role: Role = 'candidate') => ({
  id: OWN,
  territoryId: HERE,
  role,
  status: standing === 'active' ? ('active' as const) : ('suspended' as const),
  suspensionReason: standing === 'active' ? null : standing,
})

const professionals = ['relation_officer', 'hotline', 'referent', 'facilitator', 'administrator'] as const
/** Everybody who may act, by the name of her or his hand. */
const actors = (territoryId = HERE): [string, Actor][] => [
  ['anonymous', { kind: 'anonymous' }],
  ['system', { kind: 'system' }],
  ['self', { kind: 'candidate', accountId: OWN, profileId: 'p1', territoryId }],
  ['newcomer', { kind: 'newcomer', accountId: 'x', territoryId }],
  ['unconfirmed', { kind: 'unconfirmed', accountId: 'x', territoryId }],
  ['candidate', { kind: 'candidate', accountId: 'x', profileId: 'px', territoryId }],
  ['recruiter', { kind: 'recruiter', accountId: 'x', organisationId: 'o1', territoryId }],
  ...professionals.map((kind): [string, Actor] => [kind, { kind, accountId: 'x', territoryId }]),
]

// Written out here and not computed from the table: from → hand → what it may do.
const ALLOWED: Record<Standing, Record<string, AccountTransition[]>> = {
  active: { system: ['fall_asleep'], self: ['stop'], hotline: ['stop', 'mark_duplicate'] },
  inactivity: { self: ['stop', 'wake'], hotline: ['stop', 'mark_duplicate', 'wake'] },
  own_request: { self: ['resume'], hotline: ['mark_duplicate', 'resume'] },
  reasoned_decision: {},
  duplicate: { hotline: ['undo_duplicate'] },
}

describe.each(STANDINGS)('an account that stands at %s', (standing) => {
  test.each(actors())('%s may do what is written, and nothing else', (hand, actor) => {
    const allowed = ACCOUNT_TRANSITION_NAMES.filter((name) =>
      canChangeAccount(actor, accountAt(standing), name),
    )
    expect(allowed).toEqual(ALLOWED[standing][hand] ?? [])
    expect(accountPermissions(actor, accountAt(standing))).toMatchObject(
      Object.fromEntries(ACCOUNT_TRANSITION_NAMES.map((name) => [name, allowed.includes(name)])),
    )
  })

  test('nobody of another territory does anything, the person apart', () => {
    for (const [hand, actor] of actors('elsewhere'))
      for (const name of ACCOUNT_TRANSITION_NAMES)
        if (hand !== 'system')
          expect([hand, name, canChangeAccount(actor, accountAt(standing), name)]).toEqual([
            hand,
            name,
            false,
          ])
  })

  test('a professional’s account is stopped by its person alone', () => {
    for (const role of ROLES.filter((one) => one !== 'candidate' && one !== 'recruiter'))
      for (const [hand, actor] of actors())
        for (const name of ACCOUNT_TRANSITION_NAMES)
          if (hand !== 'self') expect(canChangeAccount(actor, accountAt(standing, role), name)).toBe(false)
  })

  test.each(actors())('%s: deciding what takes two', (hand, actor) => {
    const kind = standing === 'reasoned_decision' ? 'lift' : 'suspend'
    expect(decisionOn(accountAt(standing))).toBe(kind)
    expect(canPropose(actor, accountAt(standing))).toBe(
      ['hotline', 'relation_officer', 'administrator'].includes(hand),
    )
    const request = { kind, proposedById: 'other', decidedAt: null } as const
    const decides = ['relation_officer', 'administrator'].includes(hand)
    expect(canDecide(actor, accountAt(standing), request)).toBe(decides)
    expect(canDecide(actor, accountAt(standing), { ...request, proposedById: 'x' })).toBe(false)
    expect(canDecide(actor, accountAt(standing), { ...request, decidedAt: new Date(0) })).toBe(false)
    const contrary = kind === 'lift' ? ('suspend' as const) : ('lift' as const)
    expect(canDecide(actor, accountAt(standing), { ...request, kind: contrary })).toBe(false)
  })
})

const WAYS_BACK = {
  inactivity: 'wake',
  own_request: 'resume',
  duplicate: 'undo_duplicate',
  reasoned_decision: 'lift',
} as const

describe('each reason has one way back of its own', () => {
  test.each(SUSPENSION_REASONS)('%s', (reason) => {
    const back = ACCOUNT_TRANSITION_NAMES.filter((name) => {
      const decided = decideStanding(accountAt(reason), name)
      return decided.ok && decided.value.status === 'active'
    })
    expect(back).toEqual([WAYS_BACK[reason]])
    expect(decideStanding(accountAt(reason), WAYS_BACK[reason])).toEqual({
      ok: true,
      value: { status: 'active', suspensionReason: null, action: 'reactivated' },
    })
  })

  test('from anywhere else a transition is refused, and the standing after it is its own', () => {
    for (const standing of STANDINGS)
      for (const name of ACCOUNT_TRANSITION_NAMES) {
        const decided = decideStanding(accountAt(standing), name)
        if (!decided.ok) expect(decided.refusal.code).toBe('transition_impossible')
        else expect(standingOf(decided.value)).not.toBe(standing)
      }
  })

  test('the person clears sleep and her or his own request alone', () => {
    expect(SUSPENSION_REASONS.filter(isOwnToClear)).toEqual(['inactivity', 'own_request'])
    const self = actors().find(([hand]) => hand === 'self')?.[1] as Actor
    for (const reason of SUSPENSION_REASONS)
      expect(canChangeAccount(self, accountAt(reason), WAYS_BACK[reason])).toBe(isOwnToClear(reason))
  })
})
