import { describe, expect, test } from 'vitest'
import {
  decideSpontaneous,
  mayProposeAgainOn,
  SPONTANEOUS_LIMITS,
  waitingAt,
} from '#app/domain/application.spontaneous.ts'
import { isApplicationOpen } from '#app/domain/application.transitions.ts'
import { APPLICATION_STATES } from '#app/domain/application.ts'
import { addDays, parisDate } from '#app/domain/duration.ts'
import { buildApplication } from '#tests/factories/application.ts'
import { NOW } from '#tests/factories/now.ts'

const HERE = { id: 'here', territoryId: 'aisne', state: 'verified' } as const
const said = { sentence: ' Bonjour. ', wantedKind: 'seasonal', replyDelayDays: 7, now: NOW } as const
const decide = (own: Parameters<typeof waitingAt>[1], more: { waiting?: number; sentence?: string } = {}) =>
  decideSpontaneous(
    HERE,
    { own, waiting: more.waiting ?? 0 },
    { id: 'new', profileId: 'self', ...said, ...more },
  )
const sent = (more: Parameters<typeof buildApplication>[0] = {}) =>
  buildApplication({ offerId: null, organisationId: 'here', ...more })
const daysAgo = (days: number) => new Date(NOW.getTime() - days * 86_400_000)

describe('applying to an organisation without any offer', () => {
  test('is an application without offer nor match, its sentence trimmed, its answer promised', () => {
    const decision = decide([])
    if (!decision.ok) throw new Error(decision.refusal.code)
    expect(decision.value.application).toMatchObject({
      offerId: null,
      organisationId: 'here',
      territoryId: 'aisne',
      matchId: null,
      state: 'sent',
      sentence: 'Bonjour.',
      wantedKind: 'seasonal',
    })
    expect(decision.value.application.promisedOn > parisDate(NOW)).toBe(true)
    expect(decision.value.events).toEqual([{ type: 'application.sent', payload: { applicationId: 'new' } }])
  })

  test.each(APPLICATION_STATES)('one that is %s waits, or has been answered', (state) => {
    const one = sent({ state })
    expect(waitingAt('here', [one, sent({ organisationId: 'elsewhere' })])).toBe(
      isApplicationOpen(state) ? one : null,
    )
    expect(waitingAt('here', [sent({ state, offerId: 'offer' })])).toBeNull()
  })

  test('to the same organisation again is for later, to the day', () => {
    const last = sent({ state: 'refused', createdAt: daysAgo(SPONTANEOUS_LIMITS.againAfterDays - 1) })
    expect(mayProposeAgainOn('here', { own: [last], now: NOW })).toBe(addDays(parisDate(NOW), 1))
    expect(decide([last])).toMatchObject({ refusal: { code: 'already_proposed' } })
    expect(decide([{ ...last, createdAt: daysAgo(SPONTANEOUS_LIMITS.againAfterDays) }]).ok).toBe(true)
    expect(decide([{ ...last, organisationId: 'elsewhere' }]).ok).toBe(true)
    expect(decide([{ ...last, offerId: 'offer' }]).ok).toBe(true)
  })

  test('has limits: of one person, at one organisation, in one sentence', () => {
    const waiting = Array.from({ length: SPONTANEOUS_LIMITS.waitingOfPerson }, (_, rank) =>
      sent({ organisationId: `other ${rank}` }),
    )
    expect(decide(waiting)).toMatchObject({ refusal: { code: 'proposals_full' } })
    expect(decide(waiting.slice(1)).ok).toBe(true)
    expect(decide(waiting.map((one) => ({ ...one, offerId: 'offer' }))).ok).toBe(true)
    const full = SPONTANEOUS_LIMITS.waitingAtOrganisation
    expect(decide([], { waiting: full })).toMatchObject({ refusal: { code: 'organisation_full' } })
    expect(decide([], { waiting: full - 1 }).ok).toBe(true)
    expect(decide([], { sentence: 'x'.repeat(501) })).toMatchObject({ refusal: { code: 'invalid_input' } })
  })

  test('is not for an organisation that nobody verified', () => {
    const candidacy = { id: 'new', profileId: 'self', ...said }
    for (const state of ['pending', 'closed'] as const)
      expect(decideSpontaneous({ ...HERE, state }, { own: [], waiting: 0 }, candidacy)).toMatchObject({
        refusal: { code: 'not_found' },
      })
  })
})
