import fc from 'fast-check'
import { describe, expect, test } from 'vitest'
import { isContactHour, nextContactMoment } from '#app/domain/contact.policy.ts'
import { parisDate } from '#app/domain/duration.ts'
import { parisHourOf, parisInstant } from '#app/domain/paris-time.ts'
import { holidaysAround } from '#workers/contact/holidays.ts'
import { at, decide, instants } from './contact-cases.ts'

describe('the hours', () => {
  test.each([
    ['Monday 10 h', '2026-06-01T10:00:00+02:00', null],
    ['8 h sharp', '2026-06-02T08:00:00+02:00', null],
    ['a second before 8 h', '2026-06-02T07:59:59+02:00', '2026-06-02T08:00:00+02:00'],
    ['a second before 20 h', '2026-06-02T19:59:59+02:00', null],
    ['20 h sharp', '2026-06-02T20:00:00+02:00', '2026-06-03T08:00:00+02:00'],
    ['Saturday evening', '2026-06-06T20:00:00+02:00', '2026-06-08T08:00:00+02:00'],
    ['Sunday noon', '2026-06-07T12:00:00+02:00', '2026-06-08T08:00:00+02:00'],
    ['Bastille Day', '2026-07-14T12:00:00+02:00', '2026-07-15T08:00:00+02:00'],
    ['Easter Monday', '2026-04-06T12:00:00+02:00', '2026-04-07T08:00:00+02:00'],
    ['Ascension Day', '2027-05-06T12:00:00+02:00', '2027-05-07T08:00:00+02:00'],
    ['New Year’s Eve late', '2026-12-31T22:00:00+01:00', '2027-01-02T08:00:00+01:00'],
    ['the night clocks go forward', '2026-03-29T02:30:00+01:00', '2026-03-30T08:00:00+02:00'],
    ['the night clocks go back', '2026-10-25T02:30:00+01:00', '2026-10-26T08:00:00+01:00'],
    ['Saturday before clocks go forward', '2026-03-28T21:00:00+01:00', '2026-03-30T08:00:00+02:00'],
  ])('%s', (_, now, opening) => {
    const decision = decide({ now: at(now) })
    if (opening === null) expect(decision).toEqual({ kind: 'send', channel: 'sms' })
    else expect(decision).toEqual({ kind: 'later', channel: 'sms', at: at(opening) })
  })

  test('are not waited for where a message reaches nobody; the budget still counts', () => {
    const sunday = at('2026-06-07T12:00:00+02:00')
    expect(decide({ now: sunday, isAnyHour: true })).toEqual({ kind: 'send', channel: 'sms' })
    expect(decide({ now: sunday, isAnyHour: true, solicitedAt: [sunday, sunday] }).kind).toBe('later')
  })

  test('the next moment is within the hours, not before, and nothing open lies in between', () => {
    fc.assert(
      fc.property(instants, (instant) => {
        const holidays = holidaysAround(instant)
        const next = nextContactMoment(instant, holidays)
        expect(isContactHour(next, holidays)).toBe(true)
        expect(next.getTime()).toBeGreaterThanOrEqual(instant.getTime())
        if (next > instant) {
          expect(parisHourOf(next)).toBe(8)
          expect(isContactHour(instant, holidays)).toBe(false)
          for (let t = instant.getTime(); t < next.getTime(); t += 1_800_000)
            expect(isContactHour(new Date(t), holidays)).toBe(false)
        }
      }),
    )
  })

  test('an hour of a day in Paris is that hour on its clocks, on the days clocks change too', () => {
    fc.assert(
      fc.property(
        fc.oneof(
          instants,
          fc.constantFrom('2026-03-29', '2026-10-25', '2027-03-28').map((d) => at(`${d}T12:00:00Z`)),
        ),
        fc.constantFrom(0, 1, 8, 19, 23),
        (day, hour) => {
          const instant = parisInstant(parisDate(day), hour)
          expect([parisDate(instant), parisHourOf(instant)]).toEqual([parisDate(day), hour])
        },
      ),
    )
  })
})
