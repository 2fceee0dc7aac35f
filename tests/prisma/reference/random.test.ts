import fc from 'fast-check'
import { describe, expect, test } from 'vitest'
import { createRandom } from '#prisma/reference/random.ts'

describe('createRandom', () => {
  test('gives the published mulberry32 sequence', () => {
    const random = createRandom(1)
    expect([random.next(), random.next(), random.next()].map((value) => value.toFixed(6))).toEqual([
      '0.627074',
      '0.002736',
      '0.527447',
    ])
  })

  test('repeats itself for the same seed and differs for another', () => {
    fc.assert(
      fc.property(fc.integer({ min: 0, max: 2 ** 32 - 1 }), (seed) => {
        const draw = (from: number) => {
          const random = createRandom(from)
          return Array.from({ length: 20 }, () => random.next())
        }
        expect(draw(seed)).toEqual(draw(seed))
        expect(draw(seed)).not.toEqual(draw((seed + 1) >>> 0))
      }),
    )
  })

  test('stays within its bounds', () => {
    fc.assert(
      fc.property(fc.nat(), fc.integer({ min: -50, max: 50 }), fc.nat({ max: 100 }), (seed, min, span) => {
        const value = createRandom(seed).int(min, min + span)
        expect(Number.isInteger(value)).toBe(true)
        expect(value).toBeGreaterThanOrEqual(min)
        expect(value).toBeLessThanOrEqual(min + span)
      }),
    )
  })

  test('shuffles without losing or inventing anything, and leaves the list alone', () => {
    fc.assert(
      fc.property(fc.nat(), fc.array(fc.integer()), (seed, items) => {
        const before = [...items]
        const shuffled = createRandom(seed).shuffle(items)
        expect([...shuffled].sort()).toEqual([...items].sort())
        expect(items).toEqual(before)
      }),
    )
  })

  test('draws by weight', () => {
    const random = createRandom(7)
    const counts = { rare: 0, frequent: 0, never: 0 }
    const weights = { rare: 1, frequent: 3, never: 0 }
    for (let draw = 0; draw < 4000; draw += 1) {
      counts[random.weighted(['rare', 'frequent', 'never'] as const, (name) => weights[name])] += 1
    }
    expect(counts.never).toBe(0)
    expect(counts.frequent / 4000).toBeGreaterThan(0.72)
    expect(counts.frequent / 4000).toBeLessThan(0.78)
  })

  test('samples different items', () => {
    const drawn = createRandom(3).sample([1, 2, 3, 4, 5], 3)
    expect(new Set(drawn).size).toBe(3)
    expect(createRandom(3).sample([1, 2], 9)).toHaveLength(2)
  })

  test('refuses to choose from nothing', () => {
    expect(() => createRandom(1).pick([])).toThrow('empty')
    expect(() => createRandom(1).weighted(['a'], () => 0)).toThrow('weight')
  })
})
