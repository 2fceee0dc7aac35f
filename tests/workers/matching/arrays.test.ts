import { describe, expect, it } from 'vitest'
import { float64, int32, widenFloat64, widenInt32 } from '#workers/matching/arrays.ts'

const SMALL = 64
const LARGE = 2 ** 19

describe('an array that threads share', () => {
  it.each([SMALL, LARGE])(
    'keeps what it holds when it is widened from %i, and holds zeros beyond',
    (length) => {
      for (const [made, widen] of [
        [int32(length), widenInt32],
        [float64(length), widenFloat64],
      ] as const) {
        made[0] = 7
        made[length - 1] = 9
        const wider = (widen as (array: typeof made, needed: number) => typeof made)(made, length + 1)
        expect(wider.length).toBeGreaterThan(length)
        expect([wider[0], wider[length - 1], wider[length], wider[wider.length - 1]]).toEqual([7, 9, 0, 0])
        expect(wider.buffer).toBeInstanceOf(SharedArrayBuffer)
      }
    },
  )

  it('stays as it is when it is long enough', () => {
    const array = int32(SMALL)
    expect(widenInt32(array, SMALL)).toBe(array)
  })

  it('grows where it stands when it is large, whatever the number of times', () => {
    const first = int32(LARGE)
    first[3] = 42
    let last = first
    for (let time = 0; time < 5; time++) last = widenInt32(last, last.length + 1)
    expect(last.buffer).toBe(first.buffer)
    expect(last[3]).toBe(42)
    expect(first).toHaveLength(LARGE)
  })
})
