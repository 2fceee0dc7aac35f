import { describe, expect, test } from 'vitest'
import { createAdmission, createLateness } from '#app/system/admission.server.ts'

describe('how late a process is', () => {
  test('is what passed between two ticks beyond a quarter of a second, and is over with the next one', () => {
    let now = 0
    const lateness = createLateness(() => now)
    const tickAt = (ms: number) => {
      now = ms
      lateness.tick()
      return lateness.lateMs()
    }
    expect([tickAt(250), tickAt(500), tickAt(2250), tickAt(2500)]).toEqual([0, 0, 1500, 0])
    expect(tickAt(2600)).toBe(0)
  })
})

describe('letting in', () => {
  test('so many at a time; one who leaves makes room for one, however often it is said', () => {
    const { enter } = createAdmission(() => 0, { maxAtOnce: 2 })
    const [first, second] = [enter(), enter()]
    expect([first, second]).not.toContain(null)
    expect(enter()).toBeNull()
    first?.()
    first?.()
    expect(enter()).not.toBeNull()
    expect(enter()).toBeNull()
  })

  test('nobody while the process is late', () => {
    let lateMs = 0
    const { enter } = createAdmission(() => lateMs, { maxLateMs: 1000 })
    lateMs = 1001
    expect(enter()).toBeNull()
    lateMs = 1000
    expect(enter()).not.toBeNull()
  })
})
