import { describe, expect, it } from 'vitest'
import type { Actor } from '#app/domain/actor.ts'
import { decideMatch } from '#app/domain/match.decide.ts'
import { canDoOnMatch, matchPermissions } from '#app/domain/match.policy.ts'
import { MATCH_ACTIONS, MATCH_TRANSITIONS, type MatchAction } from '#app/domain/match.transitions.ts'
import { MATCH_STATES, type Match, type MatchState } from '#app/domain/match.ts'

const now = new Date('2026-06-01T08:00:00Z')
const match = (state: MatchState): Match => ({
  id: 'm1',
  offerId: 'o1',
  profileId: 'p1',
  territoryId: 't1',
  scoringVersion: 'v',
  scoreTenths: 800,
  distanceKm: 3,
  criteria: [],
  missing: [],
  state,
  reason: null,
  isTopForOffer: true,
  isTopForProfile: false,
  version: 4,
  updatedAt: new Date(0),
})
const professional = (
  kind: 'relation_officer' | 'hotline' | 'referent' | 'facilitator' | 'administrator',
  territoryId = 't1',
): Actor => ({
  kind,
  accountId: 'a',
  territoryId,
})
const ACTORS: Actor[] = [
  { kind: 'anonymous' },
  { kind: 'system' },
  { kind: 'candidate', accountId: 'a', profileId: 'p1', territoryId: 't1' },
  { kind: 'recruiter', accountId: 'a', organisationId: 'org', territoryId: 't1' },
  ...(['relation_officer', 'hotline', 'referent', 'facilitator', 'administrator'] as const).map((k) =>
    professional(k),
  ),
]

/** The rules again, written out: action → who, from where, to where. */
const EXPECTED: Record<MatchAction, { who: string[]; from: MatchState[]; to: MatchState }> = {
  approve: { who: ['relation_officer', 'administrator'], from: ['proposed'], to: 'approved' },
  set_aside: { who: ['relation_officer', 'administrator'], from: ['proposed'], to: 'set_aside' },
  ask: { who: ['system'], from: ['proposed'], to: 'approved' },
  undo: { who: ['relation_officer', 'administrator'], from: ['approved', 'set_aside'], to: 'proposed' },
  notify: { who: ['system'], from: ['approved'], to: 'notified' },
  accept: { who: ['candidate'], from: ['approved', 'notified', 'declined'], to: 'interested' },
  decline: { who: ['candidate'], from: ['proposed', 'approved', 'notified', 'interested'], to: 'declined' },
  apply: {
    who: ['candidate', 'system'],
    from: ['proposed', 'set_aside', 'approved', 'notified', 'interested', 'declined'],
    to: 'applied',
  },
}

describe('match transitions', () => {
  for (const action of MATCH_ACTIONS)
    for (const state of MATCH_STATES)
      for (const actor of ACTORS)
        it(`${action} of ${state} by ${actor.kind}`, () => {
          const rule = EXPECTED[action]
          const may = rule.who.includes(actor.kind) && rule.from.includes(state)
          const result = decideMatch(match(state), { action, actor, now, reason: 'trop loin en hiver' })
          expect(result.ok).toBe(may)
          expect(canDoOnMatch(actor, match(state), action)).toBe(may)
          if (!result.ok) return
          expect(result.value.match).toMatchObject({ state: rule.to, version: 5, updatedAt: now })
          expect(result.value.change).toMatchObject({ action, from: state, to: rule.to })
          const { event } = MATCH_TRANSITIONS[action]
          expect(result.value.events).toEqual(event ? [{ type: event, payload: { matchId: 'm1' } }] : [])
        })

  it('asks for a reason to put somebody aside, and keeps it', () => {
    const officer = professional('relation_officer')
    const without = decideMatch(match('proposed'), { action: 'set_aside', actor: officer, now, reason: '  ' })
    expect(without).toMatchObject({ ok: false, refusal: { code: 'reason_required' } })
    const withReason = decideMatch(match('proposed'), {
      action: 'set_aside',
      actor: officer,
      now,
      reason: ' Déjà en poste ',
    })
    expect(withReason).toMatchObject({ ok: true, value: { match: { reason: 'Déjà en poste' } } })
  })

  it('stops at the border of the territory and at the person’s own matches', () => {
    expect(
      Object.values(matchPermissions(professional('relation_officer', 't2'), match('proposed'))),
    ).not.toContain(true)
    const other: Actor = { kind: 'candidate', accountId: 'b', profileId: 'p2', territoryId: 't1' }
    expect(Object.values(matchPermissions(other, match('notified')))).not.toContain(true)
  })
})
