import fc from 'fast-check'
import { describe, expect, test } from 'vitest'
import { monthsBefore } from '#app/domain/duration.ts'
import { absenceStep, erasureMoment, RETENTION } from '#app/domain/retention.ts'

const DAY_MS = 86_400_000
const at = (text: string) => new Date(`${text}T09:00:00Z`)

describe('an absence', () => {
  const activeAt = at('2026-03-15')
  test.each([
    ['2028-02-13', [], 'wait'],
    ['2028-02-14', [], 'notice'],
    ['2028-03-07', ['2028-02-14'], 'wait'],
    ['2028-03-08', ['2028-02-14'], 'notice'],
    ['2028-03-14', ['2028-02-14', '2028-03-08'], 'wait'],
    ['2028-03-15', ['2028-02-14', '2028-03-08'], 'erase'],
    // Nobody looked for months: the notices come first all the same, and their days are kept.
    ['2028-09-01', [], 'notice'],
    ['2028-09-23', ['2028-09-01'], 'wait'],
    ['2028-09-24', ['2028-09-01'], 'notice'],
    ['2028-09-30', ['2028-09-01', '2028-09-24'], 'wait'],
    ['2028-10-01', ['2028-09-01', '2028-09-24'], 'erase'],
  ] as const)('on %s after notices on %j: %s', (now, noticed, step) => {
    expect(absenceStep({ activeAt, noticedAt: noticed.map(at) }, at(now))).toBe(step)
  })

  test('ends on the same day two years later, on the last of February when there is no other', () => {
    expect(erasureMoment({ activeAt: at('2028-02-29'), noticedAt: [] })).toEqual(at('2030-02-28'))
    expect(monthsBefore(at('2026-03-31'), 1)).toEqual(at('2026-02-28'))
    expect(monthsBefore(at('2026-01-31'), 12)).toEqual(at('2025-01-31'))
  })

  test('whenever somebody looks, nobody is erased before two years, nor before both notices have lasted', () => {
    fc.assert(
      fc.property(
        fc.integer({ min: 0, max: 400 }),
        fc.array(fc.integer({ min: 1, max: 90 }), { minLength: 1, maxLength: 60 }),
        (late, gaps) => {
          const noticedAt: Date[] = []
          let now = new Date(activeAt.getTime() + (600 + late) * DAY_MS)
          for (const gap of gaps) {
            const step = absenceStep({ activeAt, noticedAt }, now)
            if (step === 'notice') noticedAt.push(now)
            if (step === 'erase') {
              const [first, second] = noticedAt
              expect(noticedAt).toHaveLength(RETENTION.noticeDays.length)
              expect(now.getTime() - activeAt.getTime()).toBeGreaterThanOrEqual(730 * DAY_MS)
              expect(now.getTime() - (first?.getTime() ?? now.getTime())).toBeGreaterThanOrEqual(30 * DAY_MS)
              expect(now.getTime() - (second?.getTime() ?? now.getTime())).toBeGreaterThanOrEqual(7 * DAY_MS)
              return
            }
            now = new Date(now.getTime() + gap * DAY_MS)
          }
        },
      ),
    )
  })
})
