import { expect, test } from 'vitest'
import { answerRate } from '#app/domain/answer-rate.ts'

test.each([
  [0, 0, null],
  [4, 4, null],
  [5, 5, 100],
  [5, 0, 0],
  [6, 4, 67],
])('%d owed, %d in time: %s', (due, inTime, rate) => {
  expect(answerRate({ due, inTime })).toBe(rate)
})
