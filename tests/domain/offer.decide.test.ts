import { describe, expect, test } from 'vitest'
import { type Actor, ROLES } from '#app/domain/actor.ts'
import { decideOffer } from '#app/domain/offer.decide.ts'
import { canDoOnOffer, canEditOffer, offerPermissions } from '#app/domain/offer.policy.ts'
import { OFFER_ACTIONS, type OfferAction } from '#app/domain/offer.transitions.ts'
import { OFFER_STATES, type OfferState } from '#app/domain/offer.ts'
import { NOW } from '#tests/factories/now.ts'
import { buildOffer } from '#tests/factories/offer-content.ts'

const mine = buildOffer()
const actorOf = (kind: Actor['kind']): Actor => {
  const base = { accountId: 'a', territoryId: mine.territoryId }
  if (kind === 'anonymous' || kind === 'system') return { kind }
  if (kind === 'candidate') return { kind, ...base, profileId: 'p' }
  if (kind === 'recruiter') return { kind, ...base, organisationId: mine.organisationId ?? '' }
  return { kind, ...base }
}
const KINDS = ['anonymous', ...ROLES, 'system'] as const

const OWNERS = ['recruiter', 'relation_officer', 'administrator']
const OFFICERS = ['relation_officer', 'administrator']
const CLOSED: OfferState[] = ['filled', 'expired', 'withdrawn', 'refused']

/** Written out by hand, from the domain's page: action → who, from, to. */
const TABLE: Record<OfferAction, { who: string[]; from: OfferState[]; to: OfferState }> = {
  submit: { who: OWNERS, from: ['draft'], to: 'in_review' },
  publish: { who: [...OWNERS, 'system'], from: ['draft'], to: 'published' },
  approve: { who: OFFICERS, from: ['in_review'], to: 'published' },
  refuse: { who: OFFICERS, from: ['in_review'], to: 'refused' },
  send_back: { who: OFFICERS, from: ['in_review'], to: 'draft' },
  flag: { who: [...OWNERS, 'system'], from: ['published', 'suspended'], to: 'in_review' },
  suspend: { who: OWNERS, from: ['published'], to: 'suspended' },
  resume: { who: OWNERS, from: ['suspended'], to: 'published' },
  prolong: { who: OWNERS, from: ['published', 'expired'], to: 'published' },
  fill: { who: OWNERS, from: ['published', 'suspended'], to: 'filled' },
  expire: { who: ['system'], from: ['published', 'suspended'], to: 'expired' },
  withdraw: {
    who: [...OWNERS, 'system'],
    from: ['draft', 'in_review', 'published', 'suspended'],
    to: 'withdrawn',
  },
}

const cases = OFFER_STATES.flatMap((state) =>
  OFFER_ACTIONS.flatMap((action) => KINDS.map((kind) => ({ state, action, kind }))),
)

test.each(cases)('$kind does $action on $state', ({ state, action, kind }) => {
  const offer = buildOffer({ state })
  const actor = actorOf(kind)
  const decision = decideOffer(offer, {
    action,
    actor,
    now: NOW,
    lifetimeDays: 60,
    reason: 'Il manque le lieu.',
  })
  const { who, from, to } = TABLE[action]
  if (!who.includes(kind)) expect(decision).toMatchObject({ refusal: { code: 'forbidden' } })
  else if (!from.includes(state))
    expect(decision).toMatchObject({ refusal: { code: 'transition_impossible' } })
  else
    expect(decision).toMatchObject({
      value: {
        offer: { state: to, version: 2, updatedAt: NOW },
        change: { action, from: state, to },
        events: [{ payload: { offerId: offer.id } }],
      },
    })
  expect(canDoOnOffer(actor, offer, action)).toBe(who.includes(kind) && from.includes(state))
})

describe('dates of an offer', () => {
  const later = new Date(NOW.getTime() + 10 * 86_400_000)
  const recruiter = actorOf('recruiter')
  const decide = (state: OfferState, action: OfferAction, actor = recruiter) => {
    const decision = decideOffer(buildOffer({ state }), {
      action,
      actor,
      now: later,
      lifetimeDays: 60,
      reason: 'x',
    })
    if (!decision.ok) throw new Error(decision.refusal.code)
    return decision.value.offer
  }
  const in60Days = new Date(later.getTime() + 60 * 86_400_000)

  test('publishing dates it and gives it a lifetime', () => {
    expect(decide('draft', 'publish')).toMatchObject({
      publishedAt: later,
      expiresAt: in60Days,
      closedAt: null,
    })
  })
  test('prolonging keeps the first date, moves the end and reopens', () => {
    expect(decide('expired', 'prolong')).toMatchObject({
      publishedAt: NOW,
      expiresAt: in60Days,
      closedAt: null,
    })
  })
  test('a pause moves no date', () => {
    const { publishedAt, expiresAt } = buildOffer()
    expect(decide('published', 'suspend')).toMatchObject({ publishedAt, expiresAt, closedAt: null })
  })
  test.each(['fill', 'withdraw'] as const)('%s dates the end', (action) => {
    expect(decide('published', action).closedAt).toEqual(later)
  })
  test('approving forgets the flags', () => {
    const offer = buildOffer({ state: 'in_review', flags: ['age'] })
    const decision = decideOffer(offer, {
      action: 'approve',
      actor: actorOf('relation_officer'),
      now: NOW,
      lifetimeDays: 60,
    })
    expect(decision).toMatchObject({ value: { offer: { flags: [] } } })
  })
  test.each(['refuse', 'send_back'] as const)('%s says why', (action) => {
    const options = { action, actor: actorOf('relation_officer'), now: NOW, lifetimeDays: 60 }
    for (const reason of [undefined, null, '', '   '])
      expect(decideOffer(buildOffer({ state: 'in_review' }), { ...options, reason })).toMatchObject({
        refusal: { code: 'reason_required' },
      })
  })
})

describe('whose it is', () => {
  const strangers: Actor[] = [
    { kind: 'recruiter', accountId: 'a', organisationId: 'another', territoryId: mine.territoryId },
    { kind: 'relation_officer', accountId: 'a', territoryId: 'another' },
    actorOf('candidate'),
    actorOf('anonymous'),
    actorOf('hotline'),
  ]
  test.each(strangers)('nothing is open to this $kind', (actor) => {
    for (const state of OFFER_STATES)
      expect(Object.values(offerPermissions(actor, buildOffer({ state })))).not.toContain(true)
  })
  test('a closed offer is no longer edited', () => {
    for (const state of OFFER_STATES)
      expect(canEditOffer(actorOf('recruiter'), buildOffer({ state }))).toBe(!CLOSED.includes(state))
  })
})
