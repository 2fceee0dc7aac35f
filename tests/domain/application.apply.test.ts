import { describe, expect, test } from 'vitest'
import { closedToApplications, decideApply, isLive, mayReapplyOn } from '#app/domain/application.apply.ts'
import { APPLICATION_STATES } from '#app/domain/application.ts'
import { OFFER_STATES } from '#app/domain/offer.ts'
import { NOW } from '#tests/factories/now.ts'
import { buildOffer } from '#tests/factories/offer-content.ts'

const candidacy = {
  id: '00000000-0000-4000-8000-000000000099',
  profileId: '00000000-0000-4000-8000-000000000012',
  matchId: null,
  sentence: null,
  now: NOW,
  maxApplicationsPerOffer: 80,
  reapplyAfterDays: 7,
}
const daysAgo = (days: number) => ({ createdAt: new Date(NOW.getTime() - days * 86_400_000) })

test('only a published, unexpired offer under its ceiling takes applications', () => {
  for (const state of OFFER_STATES) {
    const closed = closedToApplications(buildOffer({ state, expiresAt: null }), {
      maxApplicationsPerOffer: 80,
      now: NOW,
    })
    expect(closed).toBe(state === 'published' ? null : 'offer_closed')
  }
  const at = (applicationCount: number, expiresAt: Date | null = null) =>
    closedToApplications(buildOffer({ applicationCount, expiresAt }), {
      maxApplicationsPerOffer: 80,
      now: NOW,
    })
  expect(at(79)).toBeNull()
  expect(at(80)).toBe('offer_full')
  expect(at(0, NOW)).toBe('offer_closed')
  expect(at(0, new Date(NOW.getTime() + 1))).toBeNull()
})

describe('applying', () => {
  test('promises the answer in working days: Monday and 7 days is Wednesday of the week after', () => {
    const decision = decideApply(buildOffer({ replyDelayDays: 7, expiresAt: null }), null, candidacy)
    if (!decision.ok) throw new Error(decision.refusal.code)
    expect(decision.value.application).toMatchObject({ state: 'sent', promisedOn: '2026-06-10', version: 1 })
    expect(decision.value.events).toEqual([
      { type: 'application.sent', payload: { applicationId: candidacy.id } },
    ])
  })

  test('again is for the seventh day after the last time, not before', () => {
    const offer = buildOffer({ expiresAt: null })
    expect(decideApply(offer, daysAgo(6), candidacy)).toMatchObject({ refusal: { code: 'already_applied' } })
    expect(decideApply(offer, daysAgo(7), candidacy).ok).toBe(true)
    expect(mayReapplyOn({ createdAt: NOW }, 7)).toBe('2026-06-08')
  })

  test('the sentence is trimmed, may be empty, and has 500 characters at most', () => {
    const offer = buildOffer({ expiresAt: null })
    const withSentence = (sentence: string) => decideApply(offer, null, { ...candidacy, sentence })
    const kept = withSentence(`  ${'é'.repeat(500)} `)
    expect(kept.ok && kept.value.application.sentence).toBe('é'.repeat(500))
    const empty = withSentence('   ')
    expect(empty.ok && empty.value.application.sentence).toBeNull()
    const long = withSentence('é'.repeat(501))
    expect(long.ok ? null : long.refusal.fields.sentence?.[0]).toContain('501')
  })
})

test('what stands: open applications and a hire', () => {
  expect(APPLICATION_STATES.filter((state) => isLive({ state }))).toEqual([
    'sent',
    'seen',
    'in_progress',
    'interview',
    'on_hold',
    'pool',
    'hired',
  ])
})
