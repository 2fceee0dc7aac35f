import { describe, expect, it } from 'vitest'
import { profileAnswerSchemas } from '#app/domain/profile.schema.ts'
import { LONGEST_LIMIT_MINUTES, minutesToReach, raisedLimit } from '#app/domain/travel.ts'

describe('a limit raised to reach a distance', () => {
  it.each([
    [
      { maxKm: null, maxMinutes: 30 },
      { maxKm: null, maxMinutes: 49 },
    ],
    [
      { maxKm: 50, maxMinutes: 30 },
      { maxKm: null, maxMinutes: 49 },
    ],
    [
      { maxKm: 12.5, maxMinutes: 60 },
      { maxKm: 30, maxMinutes: null },
    ],
    [
      { maxKm: 20, maxMinutes: 30 },
      { maxKm: 30, maxMinutes: 49 },
    ],
    [
      { maxKm: 20, maxMinutes: null },
      { maxKm: 30, maxMinutes: null },
    ],
    [
      { maxKm: null, maxMinutes: null },
      { maxKm: 30, maxMinutes: null },
    ],
  ])('%j to go 30 km by car: %j', (limit, raised) => {
    expect(raisedLimit({ means: 'car', ...limit }, 29.9)).toEqual({ means: 'car', ...raised })
  })

  it('in minutes, counts one that is reached exactly and no more', () => {
    expect(minutesToReach(48 / 1.3, 'car')).toBe(60)
    expect(minutesToReach(48 / 1.3 + 0.001, 'car')).toBe(61)
  })
})

it('takes at most the minutes that the form of the profile takes', () => {
  const says = (minutes: number) =>
    profileAnswerSchemas.travel.safeParse({
      travelMeans: 'foot',
      travelMaxKm: '',
      travelMaxMinutes: String(minutes),
    }).success
  expect([says(LONGEST_LIMIT_MINUTES), says(LONGEST_LIMIT_MINUTES + 1)]).toEqual([true, false])
})
