import { describe, expect, test } from 'vitest'
import { canChangeAccount, canDecide, canPropose } from '#app/domain/account.policy.ts'
import { type Actor, type ActorKind, ROLES } from '#app/domain/actor.ts'
import { canDoOnApplication, canReadContact, ownsApplication } from '#app/domain/application.policy.ts'
import { APPLICATION_ACTIONS, type ApplicationAction } from '#app/domain/application.transitions.ts'
import { APPLICATION_STATES } from '#app/domain/application.ts'
import { canDoOnMatch, ownsMatch } from '#app/domain/match.policy.ts'
import { MATCH_ACTIONS, type MatchAction } from '#app/domain/match.transitions.ts'
import { MATCH_STATES } from '#app/domain/match.ts'
import { canDoOnOffer, canEditOffer, ownsOffer } from '#app/domain/offer.policy.ts'
import { OFFER_ACTIONS, type OfferAction } from '#app/domain/offer.transitions.ts'
import { OFFER_STATES } from '#app/domain/offer.ts'
import { canDoOnTeam, TEAM_ACTIONS } from '#app/domain/organisation.policy.ts'
import { canNameReferent } from '#app/domain/portfolio.policy.ts'
import { canFindPeople, canPrintCard, canRegisterOthers } from '#app/domain/registration-on-behalf.policy.ts'
import { canResetFactor } from '#app/domain/second-factor.policy.ts'

const placed = { accountId: 'me', territoryId: 'here' }
const professionals = ['relation_officer', 'hotline', 'referent', 'facilitator', 'administrator'] as const
const ACTORS: Actor[] = [
  { kind: 'anonymous' },
  { kind: 'system' },
  { kind: 'newcomer', ...placed },
  { kind: 'unconfirmed', ...placed },
  { kind: 'candidate', profileId: 'mine', ...placed },
  { kind: 'recruiter', organisationId: 'ours', ...placed },
  ...professionals.map((kind): Actor => ({ kind, ...placed })),
]
const officers: ActorKind[] = ['relation_officer', 'administrator']
const owners: ActorKind[] = ['recruiter', ...officers]

/** Every thing there may be, by whose it is. */
const THINGS = ['mine', 'theirs'].flatMap((profileId) =>
  ['ours', 'yours'].flatMap((organisationId) =>
    ['here', 'there'].map((territoryId) => ({ profileId, organisationId, territoryId })),
  ),
)
type Thing = (typeof THINGS)[number]

/** Whose it is, said by kind of actor; whoever is not named owns nothing. */
const OWNED: Partial<Record<ActorKind, (thing: Thing) => boolean>> = {
  system: () => true,
  candidate: ({ profileId }) => profileId === 'mine',
  recruiter: ({ organisationId }) => organisationId === 'ours',
  relation_officer: ({ territoryId }) => territoryId === 'here',
  administrator: ({ territoryId }) => territoryId === 'here',
}
const owns = (actor: Actor, thing: Thing, nobody: ActorKind[] = []) =>
  !nobody.includes(actor.kind) && (OWNED[actor.kind]?.(thing) ?? false)

const inEveryCell = (judge: (actor: Actor, thing: Thing) => [unknown, unknown]) => {
  for (const actor of ACTORS)
    for (const thing of THINGS) {
      const [found, expected] = judge(actor, thing)
      expect([actor.kind, thing, found]).toEqual([actor.kind, thing, expected])
    }
}

describe('whose it is', () => {
  test('an offer is its organisation’s and its territory’s', () =>
    inEveryCell((actor, thing) => [ownsOffer(actor, thing), owns(actor, thing, ['candidate'])]))
  test('an application is its person’s too', () =>
    inEveryCell((actor, thing) => [ownsApplication(actor, thing), owns(actor, thing)]))
  test('a match is its person’s and its territory’s', () =>
    inEveryCell((actor, thing) => [ownsMatch(actor, thing), owns(actor, thing, ['recruiter'])]))
})

type Step = { by: ActorKind[]; from: readonly string[] }

const OFFER_STEPS: Record<OfferAction, Step> = {
  submit: { by: owners, from: ['draft'] },
  publish: { by: [...owners, 'system'], from: ['draft'] },
  approve: { by: officers, from: ['in_review'] },
  refuse: { by: officers, from: ['in_review'] },
  send_back: { by: officers, from: ['in_review'] },
  flag: { by: [...owners, 'system'], from: ['published', 'suspended'] },
  suspend: { by: owners, from: ['published'] },
  resume: { by: owners, from: ['suspended'] },
  prolong: { by: owners, from: ['published', 'expired'] },
  fill: { by: owners, from: ['published', 'suspended'] },
  expire: { by: ['system'], from: ['published', 'suspended'] },
  withdraw: { by: [...owners, 'system'], from: ['draft', 'in_review', 'published', 'suspended'] },
}
const OPEN = ['sent', 'seen', 'in_progress', 'interview', 'on_hold', 'pool']
const APPLICATION_STEPS: Record<ApplicationAction, Step> = {
  see: { by: owners, from: ['sent'] },
  start: { by: owners, from: ['sent', 'seen', 'on_hold', 'pool'] },
  interview: { by: owners, from: OPEN },
  hold: { by: owners, from: ['sent', 'seen', 'in_progress', 'interview'] },
  pool: { by: owners, from: ['sent', 'seen', 'in_progress', 'interview', 'on_hold'] },
  hire: { by: owners, from: OPEN },
  refuse: { by: owners, from: OPEN },
  withdraw: { by: ['candidate'], from: OPEN },
  obsolete: { by: ['system'], from: OPEN },
  close_unanswered: { by: ['system', ...officers], from: ['sent', 'seen'] },
}
const MATCH_STEPS: Record<MatchAction, Step> = {
  approve: { by: officers, from: ['proposed'] },
  set_aside: { by: officers, from: ['proposed'] },
  ask: { by: ['system'], from: ['proposed'] },
  undo: { by: officers, from: ['approved', 'set_aside'] },
  notify: { by: ['system'], from: ['approved'] },
  accept: { by: ['candidate'], from: ['approved', 'notified', 'declined'] },
  decline: { by: ['candidate'], from: ['proposed', 'approved', 'notified', 'interested'] },
  apply: {
    by: ['candidate', 'system'],
    from: ['proposed', 'set_aside', 'approved', 'notified', 'interested', 'declined'],
  },
}

describe('who may take which step, from where', () => {
  test.each(OFFER_ACTIONS)('offer: %s', (action) => {
    const { by, from } = OFFER_STEPS[action]
    for (const state of OFFER_STATES)
      inEveryCell((actor, thing) => [
        canDoOnOffer(actor, { ...thing, state }, action),
        owns(actor, thing) && by.includes(actor.kind) && from.includes(state),
      ])
  })

  test('offer: its text, while it is not closed', () => {
    for (const state of OFFER_STATES)
      inEveryCell((actor, thing) => [
        canEditOffer(actor, { ...thing, state }),
        owns(actor, thing, ['candidate']) && ['draft', 'published', 'suspended', 'in_review'].includes(state),
      ])
  })

  test.each(APPLICATION_ACTIONS)('application: %s', (action) => {
    const { by, from } = APPLICATION_STEPS[action]
    for (const state of APPLICATION_STATES)
      inEveryCell((actor, thing) => [
        canDoOnApplication(actor, { ...thing, state }, action),
        owns(actor, thing) && by.includes(actor.kind) && from.includes(state),
      ])
  })

  test('application: how to reach the person, by the organisation until the person withdraws or it is over', () => {
    for (const state of APPLICATION_STATES)
      inEveryCell((actor, thing) => [
        canReadContact(actor, { ...thing, state }),
        owns(actor, thing) && (actor.kind !== 'recruiter' || [...OPEN, 'hired'].includes(state)),
      ])
  })

  test.each(MATCH_ACTIONS)('match: %s', (action) => {
    const { by, from } = MATCH_STEPS[action]
    for (const state of MATCH_STATES)
      inEveryCell((actor, thing) => [
        canDoOnMatch(actor, { ...thing, state }, action),
        owns(actor, thing) && by.includes(actor.kind) && from.includes(state),
      ])
  })
})

test('registering somebody, looking people up, printing a card', () => {
  for (const actor of ACTORS) {
    const registers = ['hotline', 'relation_officer', 'referent'].includes(actor.kind)
    expect([actor.kind, canRegisterOthers(actor)]).toEqual([actor.kind, registers])
    expect([actor.kind, canFindPeople(actor)]).toEqual([actor.kind, actor.kind === 'hotline'])
    for (const territoryId of ['here', 'there'])
      for (const registeredById of ['me', 'another', null]) {
        const isOwn = actor.kind === 'hotline' || (registers && registeredById === 'me')
        const found = canPrintCard(actor, { territoryId, registeredById })
        expect([actor.kind, territoryId, registeredById, found]).toEqual([
          actor.kind,
          territoryId,
          registeredById,
          isOwn && territoryId === 'here',
        ])
      }
  }
})

test('a second factor is reset by an administrator of the territory, for another professional', () => {
  for (const actor of ACTORS)
    for (const role of ROLES)
      for (const territoryId of ['here', 'there'])
        for (const id of ['me', 'another']) {
          const expected =
            actor.kind === 'administrator' &&
            territoryId === 'here' &&
            id === 'another' &&
            professionals.some((one) => one === role)
          const found = canResetFactor(actor, { id, territoryId, role })
          expect([actor.kind, role, territoryId, id, found]).toEqual([
            actor.kind,
            role,
            territoryId,
            id,
            expected,
          ])
        }
})

describe('an account elsewhere, and a professional’s', () => {
  const account = (territoryId: string, role: (typeof ROLES)[number]) =>
    ({ id: 'other', territoryId, role, status: 'active', suspensionReason: null }) as const
  const request = { kind: 'suspend', proposedById: 'another', decidedAt: null } as const

  test('nothing is proposed or decided about an account of another territory, but by the platform', () => {
    for (const actor of ACTORS) {
      const there = account('there', 'candidate')
      const found = [canPropose(actor, there), canDecide(actor, there, request)]
      expect([actor.kind, ...found]).toEqual([actor.kind, false, false])
      const sleeps = canChangeAccount(actor, there, 'fall_asleep')
      expect([actor.kind, sleeps]).toEqual([actor.kind, actor.kind === 'system'])
    }
  })

  test('stopping a professional is proposed by nobody, and its person stops it herself or himself', () => {
    for (const actor of ACTORS)
      for (const role of ROLES) {
        const expected =
          (role === 'candidate' || role === 'recruiter') &&
          ['hotline', 'relation_officer', 'administrator'].includes(actor.kind)
        expect([actor.kind, role, canPropose(actor, account('here', role))]).toEqual([
          actor.kind,
          role,
          expected,
        ])
      }
    const own = { ...account('here', 'hotline'), id: 'me' }
    const hotline = ACTORS.find(({ kind }) => kind === 'hotline') as Actor
    expect(canChangeAccount(hotline, own, 'stop')).toBe(true)
    expect(canChangeAccount(hotline, account('here', 'hotline'), 'stop')).toBe(false)
  })
})

test('a team is its members’ own: by the hat, the account and the organisation', () => {
  const own = { accountId: 'me', organisationId: 'ours', role: 'administrator' } as const
  for (const actor of ACTORS)
    for (const action of TEAM_ACTIONS)
      expect([
        actor.kind,
        canDoOnTeam({ ...actor, accountId: 'me', organisationId: 'ours' } as Actor, own as never, action),
      ]).toEqual([actor.kind, actor.kind === 'recruiter'])
})

test('who accompanies a person is written by the hotline of the territory', () =>
  inEveryCell((actor, thing) => [
    canNameReferent(actor, thing),
    actor.kind === 'hotline' && thing.territoryId === 'here',
  ]))
