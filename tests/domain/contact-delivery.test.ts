import fc from 'fast-check'
import { expect, test } from 'vitest'
import { canMessageMove, isOutcome, stateAfterReport } from '#app/domain/message.transitions.ts'
import { MESSAGE_STATES, type MessageState } from '#app/domain/message.ts'

const T0 = new Date('2026-06-01T08:00:00Z')
const later = (seconds: number) => new Date(T0.getTime() + seconds * 1000)

test('delivered and cancelled are final', () => {
  for (const to of MESSAGE_STATES) {
    expect(canMessageMove('delivered', to)).toBe(false)
    expect(canMessageMove('cancelled', to)).toBe(false)
  }
})

test('nothing that a provider has taken goes back to the queue; only an unknown one may', () => {
  const back = MESSAGE_STATES.filter((from) => canMessageMove(from, 'queued'))
  expect(back).toEqual(['queued', 'unknown'])
})

test.each([
  ['accepted', 'delivered', -5, 'delivered'],
  ['unknown', 'delivered', -5, 'delivered'],
  ['soft_bounce', 'delivered', 5, 'delivered'],
  ['soft_bounce', 'delivered', -5, null],
  ['soft_bounce', 'hard_bounce', 5, 'hard_bounce'],
  ['delivered', 'soft_bounce', 5, null],
  ['hard_bounce', 'soft_bounce', 5, null],
  ['hard_bounce', 'delivered', 5, 'delivered'],
  ['accepted', 'accepted', 5, null],
  ['accepted', 'queued', 5, null],
  ['cancelled', 'delivered', 5, null],
] as const)('%s, then a report of %s at %i s: %s', (state, reported, seconds, expected) => {
  expect(stateAfterReport({ state, updatedAt: T0 }, { state: reported, at: later(seconds) })).toBe(expected)
})

test('reports in any order, twice or not, end as the newest one says, and delivered wins', () => {
  const outcomes = MESSAGE_STATES.filter(isOutcome).filter(
    (s) => !['hard_bounce', 'blocked', 'invalid'].includes(s),
  )
  const reports = fc.uniqueArray(
    fc.record({ state: fc.constantFrom(...outcomes), at: fc.integer({ min: -100, max: 100 }).map(later) }),
    { selector: ({ at }) => at.getTime(), minLength: 1, maxLength: 6 },
  )
  fc.assert(
    fc.property(
      reports.chain((all) =>
        fc.tuple(fc.constant(all), fc.shuffledSubarray([...all, ...all], { minLength: all.length * 2 })),
      ),
      ([all, shuffled]) => {
        let message: { state: MessageState; updatedAt: Date } = { state: 'accepted', updatedAt: T0 }
        for (const report of shuffled) {
          const state = stateAfterReport(message, report)
          if (state) message = { state, updatedAt: report.at }
        }
        const newest = [...all].sort((a, b) => +b.at - +a.at)[0]
        if (!all.some(({ state }) => state === 'delivered')) expect(message.state).toBe(newest?.state)
        else if (newest?.state === 'delivered') expect(message.state).toBe('delivered')
      },
    ),
  )
})
