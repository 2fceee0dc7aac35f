import fc from 'fast-check'
import { describe, expect, test } from 'vitest'
import { CALM_DAY, judgePace } from '#app/domain/reading.policy.ts'

describe('how many people somebody reads', () => {
  test.each([
    [0, 0, 0, 'ordinary'],
    [90, 90, 0, 'ordinary'],
    [91, 91, 0, 'alarm'],
    [91, 91, 31, 'ordinary'],
    [200, 200, 100, 'ordinary'],
    [201, 201, 100, 'alarm'],
    [10, 300, 100, 'ordinary'],
    [10, 301, 100, 'alarm'],
    [250, 250, 100, 'alarm'],
    [251, 251, 100, 'stop'],
    [1, 290, 0, 'alarm'],
    [1, 291, 0, 'stop'],
    [1, 500, 100, 'alarm'],
    [1, 501, 100, 'stop'],
  ] as const)('%i in an hour, %i in a day, %i usually: %s', (lastHour, lastDay, usualDay, judgement) => {
    expect(judgePace({ lastHour, lastDay, usualDay })).toBe(judgement)
  })
})

const pace = fc.record({ lastHour: fc.nat(600), lastDay: fc.nat(2000), usualDay: fc.nat(500) })
const RANK = { ordinary: 0, alarm: 1, stop: 2 }

test('reading more is never judged more mildly', () => {
  fc.assert(
    fc.property(pace, fc.nat(100), fc.nat(100), (one, hour, day) => {
      const more = { ...one, lastHour: one.lastHour + hour, lastDay: one.lastDay + day }
      expect(RANK[judgePace(more)]).toBeGreaterThanOrEqual(RANK[judgePace(one)])
    }),
  )
})

test('nobody reads 300 people in an hour, whatever is usual', () => {
  fc.assert(
    fc.property(pace, (one) => {
      if (one.lastHour >= 300) expect(judgePace(one)).toBe('stop')
    }),
  )
})

test('the ordinary day is left out only where it changes nothing', () => {
  fc.assert(
    fc.property(pace, fc.nat(500), (one, usualDay) => {
      if (one.lastDay <= CALM_DAY) expect(judgePace({ ...one, usualDay })).toBe(judgePace(one))
    }),
  )
})
