import { describe, expect, test } from 'vitest'
import {
  isLinkAnswer,
  judgeAnswer,
  LINK_ANSWERS,
  type LinkAnswer,
  linkState,
} from '#app/domain/answer-link.ts'

const now = new Date('2026-06-01T08:00:00Z')
const later = new Date('2026-07-01T08:00:00Z')
const before = new Date('2026-05-01T08:00:00Z')
const link = (answer: LinkAnswer | null, expiresAt = later) => ({
  expiresAt,
  usedAt: answer ? before : null,
  answer,
})

describe('an open link', () => {
  test.each(LINK_ANSWERS)('takes %s', (answer) => {
    expect(judgeAnswer(link(null), answer, now)).toBe('take')
  })
})

describe('a used link', () => {
  const cases = LINK_ANSWERS.flatMap((first) => LINK_ANSWERS.map((second) => [first, second] as const))
  test.each(cases)('answered %s, then %s', (first, second) => {
    const expected =
      first === second
        ? 'repeat'
        : second === 'stop' || (first === 'interested' && second === 'apply')
          ? 'take'
          : 'link_used'
    expect(judgeAnswer(link(first), second, now)).toBe(expected)
  })
})

test('an expired link takes nothing but a STOP, to the millisecond', () => {
  expect(judgeAnswer(link(null, now), 'apply', now)).toBe('link_expired')
  expect(judgeAnswer(link(null, new Date(now.getTime() + 1)), 'apply', now)).toBe('take')
  expect(judgeAnswer(link('interested', now), 'apply', now)).toBe('link_used')
  expect(judgeAnswer(link(null, now), 'stop', now)).toBe('take')
  expect(judgeAnswer(link('declined', now), 'stop', now)).toBe('take')
})

test('the state a page shows', () => {
  expect(linkState(link(null), now)).toBe('open')
  expect(linkState(link('declined', now), now)).toBe('used')
  expect(linkState(link(null, now), now)).toBe('expired')
})

test('only the four answers are answers', () => {
  expect(LINK_ANSWERS.every(isLinkAnswer)).toBe(true)
  expect(['', 'constructor', 'STOP', 'hire'].some(isLinkAnswer)).toBe(false)
})
