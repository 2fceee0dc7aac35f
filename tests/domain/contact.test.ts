import fc from 'fast-check'
import { describe, expect, test } from 'vitest'
import { isContactHour } from '#app/domain/contact.policy.ts'
import { BATCH_WAIT_HOURS, type ContactCase } from '#app/domain/contact.ts'
import { MESSAGE_KINDS, SECURITY_KINDS, TRANSACTIONAL_KINDS } from '#app/domain/message.ts'
import { parisMonth } from '#app/domain/paris-time.ts'
import { holidaysAround } from '#workers/contact/holidays.ts'

import { at, decide, instants, MONDAY_10H } from './contact-cases.ts'

describe('the budget', () => {
  const sent = (...days: string[]) => days.map((day) => at(`${day}T09:00:00Z`))
  test.each([
    ['one of two spent', sent('2026-06-01'), 'send', null],
    [
      'two of two spent: the first opening of July',
      sent('2026-06-01', '2026-06-03'),
      'later',
      '2026-07-01T08:00:00+02:00',
    ],
    ['May counts for nothing', sent('2026-05-30', '2026-05-31'), 'send', null],
    [
      'June and July spent: August begins on a Saturday',
      sent('2026-06-01', '2026-06-02', '2026-07-01', '2026-07-02'),
      'later',
      '2026-08-01T08:00:00+02:00',
    ],
    [
      'three months spent',
      sent('2026-06-01', '2026-06-02', '2026-07-01', '2026-07-02', '2026-08-01', '2026-08-03'),
      'never',
      null,
    ],
  ] as const)('%s', (_, solicitedAt, kind, opening) => {
    const decision = decide({ solicitedAt, now: at('2026-06-10T10:00:00+02:00') })
    expect(decision.kind).toBe(kind)
    if (decision.kind === 'later') expect(decision.at).toEqual(at(opening ?? ''))
    if (decision.kind === 'never') expect(decision.reason).toBe('budget')
  })

  test('the month is that of Paris: 23 h UTC on the last day of June is July', () => {
    const now = at('2026-07-01T10:00:00+02:00')
    const solicitedAt = [at('2026-06-30T22:30:00Z'), at('2026-07-01T06:30:00Z')]
    expect(decide({ now, solicitedAt })).toMatchObject({ kind: 'later', at: at('2026-08-01T08:00:00+02:00') })
  })

  test('a waiting message of June moves to July when June ends outside the hours', () => {
    const now = at('2026-06-30T21:00:00+02:00')
    const solicitedAt = [at('2026-07-01T06:00:00Z'), at('2026-07-01T07:00:00Z')]
    expect(decide({ now, solicitedAt })).toMatchObject({ kind: 'later', at: at('2026-08-01T08:00:00+02:00') })
  })

  test('whatever happens, no month of any person goes beyond her or his budget, and no message leaves outside the hours', () => {
    fc.assert(
      fc.property(
        fc.integer({ min: 0, max: 8 }),
        fc
          .array(instants, { minLength: 1, maxLength: 40 })
          .map((all) =>
            all
              .map((d) => new Date(at('2026-01-01T00:00:00Z').getTime() + (d.getTime() % (120 * 86_400_000))))
              .sort((a, b) => +a - +b),
          ),
        (monthlySolicitations, moments) => {
          const solicitedAt: Date[] = []
          for (const now of moments) {
            const decision = decide({ now, solicitedAt, who: { monthlySolicitations } })
            if (monthlySolicitations === 0) expect(decision).toEqual({ kind: 'never', reason: 'budget' })
            if (decision.kind === 'never') continue
            const leaves = decision.kind === 'send' ? now : decision.at
            expect(isContactHour(leaves, holidaysAround(leaves))).toBe(true)
            expect(leaves.getTime()).toBeGreaterThanOrEqual(now.getTime())
            solicitedAt.push(leaves)
          }
          const months = new Map<string, number>()
          for (const leaves of solicitedAt)
            months.set(parisMonth(leaves), (months.get(parisMonth(leaves)) ?? 0) + 1)
          for (const count of months.values()) expect(count).toBeLessThanOrEqual(monthlySolicitations)
        },
      ),
      { numRuns: 60 },
    )
  })
})

describe('the batches of an offer', () => {
  const offer = (leavesAt: Date[], interested = 0) => ({
    leavesAt,
    interested,
    batchSize: 10,
    stopAtInterested: 6,
  })
  const times = (count: number, first = MONDAY_10H) =>
    Array.from({ length: count }, (_, i) => new Date(first.getTime() + i * 60_000))

  test('ten leave at once, the eleventh to the twentieth a day after the tenth', () => {
    expect(decide({ offer: offer(times(9)) })).toEqual({ kind: 'send', channel: 'sms' })
    const next = new Date(MONDAY_10H.getTime() + 9 * 60_000 + BATCH_WAIT_HOURS * 3_600_000)
    for (const count of [10, 11, 19]) {
      const leavesAt = [...times(10), ...times(count - 10, next)]
      expect(decide({ offer: offer(leavesAt) })).toEqual({ kind: 'later', channel: 'sms', at: next })
    }
  })

  test('a batch whose people have had their day leaves at once', () => {
    const now = new Date(MONDAY_10H.getTime() + 2 * 86_400_000)
    expect(decide({ now, offer: offer(times(10)) })).toEqual({ kind: 'send', channel: 'sms' })
  })

  test('six interested stop everything, five nothing', () => {
    expect(decide({ offer: offer(times(3), 5) })).toEqual({ kind: 'send', channel: 'sms' })
    expect(decide({ offer: offer(times(3), 6) })).toEqual({ kind: 'never', reason: 'enough_interested' })
  })
})

describe('the person', () => {
  test.each([
    ['suspended', { status: 'suspended', suspensionReason: 'inactivity' }, 'account_suspended'],
    ['stopped', { channel: 'none' }, 'stopped'],
    ['without any way', { phone: null, email: null }, 'unreachable'],
    ['with a landline alone', { phone: '+33323248900', email: null }, 'unreachable'],
  ] as const)('%s: never', (_, who, reason) => {
    expect(decide({ who })).toEqual({ kind: 'never', reason })
  })

  test('is solicited once for an offer', () => {
    expect(decide({ hasBeenSolicitedForOffer: true })).toEqual({ kind: 'never', reason: 'already_solicited' })
  })

  test.each([
    ['the channel chosen', { channel: 'email' }, [], 'email'],
    ['the other when there is no mobile', { phone: null }, [], 'email'],
    ['the other when the number is a landline', { phone: '+33323248900' }, [], 'email'],
    ['the other when the last SMS came back', {}, ['sms'], 'email'],
    ['SMS to a Belgian mobile', { phone: '+32470123456' }, [], 'sms'],
    ['SMS when there is no e-mail', { channel: 'email', email: null }, [], 'sms'],
  ] as const)('%s', (_, who, deadChannels, channel) => {
    expect(decide({ who, deadChannels: [...deadChannels] })).toEqual({ kind: 'send', channel })
  })

  test('both channels dead: never', () => {
    expect(decide({ deadChannels: ['sms', 'email'] })).toEqual({ kind: 'never', reason: 'unreachable' })
  })
})

describe('messages that answer an act of the person', () => {
  const night = at('2026-06-07T03:00:00+02:00')
  test.each(TRANSACTIONAL_KINDS)('%s skips hours, budget, batches', (kind) => {
    const wantedChannel = SECURITY_KINDS.includes(kind) ? 'sms' : null
    expect(decide({ kind, wantedChannel, now: night, who: { monthlySolicitations: 0 } })).toEqual({
      kind: 'send',
      channel: 'sms',
    })
  })

  test.each(SECURITY_KINDS)(
    '%s goes where it has to, whatever the account has become; never elsewhere',
    (kind) => {
      const who = { status: 'suspended', suspensionReason: 'own_request', channel: 'none' } as const
      expect(decide({ kind, wantedChannel: 'email', who, deadChannels: ['email'] })).toEqual({
        kind: 'send',
        channel: 'email',
      })
      expect(decide({ kind, wantedChannel: 'email', who: { ...who, email: null } })).toEqual({
        kind: 'never',
        reason: 'unreachable',
      })
    },
  )

  test('an answer reaches somebody asleep, not somebody who left or said stop', () => {
    const kind = 'application_hired'
    expect(decide({ kind, who: { status: 'suspended', suspensionReason: 'inactivity' } }).kind).toBe('send')
    expect(decide({ kind, who: { status: 'suspended', suspensionReason: 'own_request' } }).kind).toBe('never')
    expect(decide({ kind, who: { channel: 'none' } }).kind).toBe('never')
  })
})

test('after a STOP, or while suspended for a reason, nothing but what keeps the account safe is ever sent', () => {
  fc.assert(
    fc.property(
      fc.constantFrom(...MESSAGE_KINDS.filter((kind) => !SECURITY_KINDS.includes(kind))),
      instants,
      fc.constantFrom<Partial<ContactCase['person']>>(
        { channel: 'none' },
        { status: 'suspended', suspensionReason: 'reasoned_decision' },
        { status: 'suspended', suspensionReason: 'duplicate' },
      ),
      (kind, now, who) => {
        expect(decide({ kind, now, who }).kind).toBe('never')
      },
    ),
  )
})
