import { describe, expect, test } from 'vitest'
import type { Actor } from '#app/domain/actor.ts'
import { decideApplication, endedByHire } from '#app/domain/application.decide.ts'
import { applicationPermissions, canDoOnApplication, canReadContact } from '#app/domain/application.policy.ts'
import {
  APPLICATION_ACTIONS,
  type ApplicationAction,
  isApplicationOpen,
  OPEN_APPLICATION_STATES,
} from '#app/domain/application.transitions.ts'
import { APPLICATION_STATES, type ApplicationState, REFUSAL_REASONS } from '#app/domain/application.ts'
import { OFFER_KINDS } from '#app/domain/offer.ts'
import { buildApplication } from '#tests/factories/application.ts'
import { NOW } from '#tests/factories/now.ts'

const mine = buildApplication()
const { territoryId, profileId, organisationId } = mine
const officer = (
  kind: 'relation_officer' | 'administrator' | 'hotline' | 'referent' | 'facilitator',
): Actor => ({
  kind,
  accountId: 'o',
  territoryId,
})
const recruiter: Actor = {
  kind: 'recruiter',
  accountId: 'r',
  organisationId: organisationId ?? '',
  territoryId,
}
const candidate: Actor = { kind: 'candidate', accountId: 'c', profileId, territoryId }
const ACTORS: Actor[] = [
  { kind: 'anonymous' },
  candidate,
  recruiter,
  officer('relation_officer'),
  officer('administrator'),
  officer('hotline'),
  officer('referent'),
  officer('facilitator'),
  { kind: 'system' },
]

const ANSWERING = ['recruiter', 'relation_officer', 'administrator']
const OPEN: ApplicationState[] = ['sent', 'seen', 'in_progress', 'interview', 'on_hold', 'pool']

/** Written out by hand, from the domain's page: action → who, from, to. */
const TABLE: Record<ApplicationAction, { who: string[]; from: ApplicationState[]; to: ApplicationState }> = {
  see: { who: ANSWERING, from: ['sent'], to: 'seen' },
  start: { who: ANSWERING, from: ['sent', 'seen', 'on_hold', 'pool'], to: 'in_progress' },
  interview: { who: ANSWERING, from: OPEN, to: 'interview' },
  hold: { who: ANSWERING, from: ['sent', 'seen', 'in_progress', 'interview'], to: 'on_hold' },
  pool: { who: ANSWERING, from: ['sent', 'seen', 'in_progress', 'interview', 'on_hold'], to: 'pool' },
  hire: { who: ANSWERING, from: OPEN, to: 'hired' },
  refuse: { who: ANSWERING, from: OPEN, to: 'refused' },
  withdraw: { who: ['candidate'], from: OPEN, to: 'withdrawn' },
  obsolete: { who: ['system'], from: OPEN, to: 'obsolete' },
  close_unanswered: {
    who: ['system', 'relation_officer', 'administrator'],
    from: ['sent', 'seen'],
    to: 'unanswered',
  },
}

const cases = APPLICATION_STATES.flatMap((state) =>
  APPLICATION_ACTIONS.flatMap((action) =>
    ACTORS.map((actor) => ({ state, action, actor, kind: actor.kind })),
  ),
)

test.each(cases)('$kind does $action on $state', ({ state, action, actor }) => {
  const application = buildApplication({ state })
  const decision = decideApplication(application, { action, actor, now: NOW, reason: 'schedule' })
  const { who, from, to } = TABLE[action]
  if (!who.includes(actor.kind)) expect(decision).toMatchObject({ refusal: { code: 'forbidden' } })
  else if (!from.includes(state))
    expect(decision).toMatchObject({ refusal: { code: 'transition_impossible' } })
  else
    expect(decision).toMatchObject({
      ok: true,
      value: {
        application: { state: to, version: 2, updatedAt: NOW },
        change: { action, from: state, to },
        events: [{ payload: { applicationId: application.id } }],
      },
    })
  // System may act on anything; the others have to own it too, and these do.
  const isAllowed = who.includes(actor.kind) && from.includes(state)
  expect(canDoOnApplication(actor, application, action)).toBe(isAllowed)
})

test('the open states are those that something leaves', () => {
  const left = new Set(APPLICATION_ACTIONS.flatMap((action) => TABLE[action].from))
  expect(OPEN_APPLICATION_STATES).toEqual(APPLICATION_STATES.filter((state) => left.has(state)))
})

describe('a refusal', () => {
  const refuse = (reason: string | null, isReasonShared = false) =>
    decideApplication(mine, { action: 'refuse', actor: recruiter, now: NOW, reason, isReasonShared })

  test.each([null, '', '  ', 'trop vieux', 'other'])('asks for a reason of the list, not %j', (reason) => {
    expect(refuse(reason)).toMatchObject({
      refusal: { code: 'reason_required', fields: { reason: [expect.any(String)] } },
    })
  })
  test.each(REFUSAL_REASONS)('keeps the reason %s, shared or not', (reason) => {
    for (const isReasonShared of [true, false])
      expect(refuse(reason, isReasonShared)).toMatchObject({
        value: { application: { refusalReason: reason, isReasonShared } },
      })
  })
  test('a reason sent with another answer is kept nowhere but in the history', () => {
    const decision = decideApplication(mine, {
      action: 'hold',
      actor: recruiter,
      now: NOW,
      reason: 'schedule',
      isReasonShared: true,
    })
    expect(decision).toMatchObject({ value: { application: { refusalReason: null, isReasonShared: false } } })
  })
})

describe('an interview', () => {
  const schedule = (interviewAt: Date | null, state: ApplicationState = 'seen') =>
    decideApplication(buildApplication({ state }), {
      action: 'interview',
      actor: recruiter,
      now: NOW,
      interviewAt,
    })

  test.each([
    ['now', new Date(NOW), /passé/],
    ['a second ago', new Date(NOW.getTime() - 1000), /passé/],
    ['in two years', new Date(NOW.getTime() + 730 * 86_400_000), /plus d’un an/],
    ['no date at all', new Date(Number.NaN), /existe pas/],
  ])('%s is refused', (_, moment, sentence) => {
    expect(schedule(moment)).toMatchObject({
      refusal: { code: 'invalid_input', fields: { interviewAt: [expect.stringMatching(sentence)] } },
    })
  })
  test('a moment ahead is kept, and can be moved', () => {
    const tomorrow = new Date(NOW.getTime() + 86_400_000)
    expect(schedule(tomorrow)).toMatchObject({ value: { application: { interviewAt: tomorrow } } })
    expect(schedule(tomorrow, 'interview')).toMatchObject({
      value: { change: { from: 'interview', to: 'interview' } },
    })
  })
  test('it may be fixed by telephone', () => {
    expect(schedule(null)).toMatchObject({
      value: { application: { state: 'interview', interviewAt: null } },
    })
  })
})

describe('a hire', () => {
  const others = OFFER_KINDS.flatMap((kind) =>
    APPLICATION_STATES.map((state) => ({
      kind,
      application: buildApplication({ id: `${kind} ${state}`, state }),
    })),
  )
  test.each(['job', 'clause'] as const)(
    'in kind %s ends the other open job applications and no others',
    (kind) => {
      const ended = endedByHire({ applicationId: 'job seen', kind }, others)
      expect(ended.map(({ application }) => application.id)).toEqual(
        OPEN.filter((state) => state !== 'seen').map((state) => `job ${state}`),
      )
      expect(ended.every(({ application }) => isApplicationOpen(application.state))).toBe(true)
    },
  )
  test.each(['seasonal', 'volunteering'] as const)('in kind %s ends nothing', (kind) => {
    expect(endedByHire({ applicationId: 'x', kind }, others)).toEqual([])
  })
})

describe('whose it is', () => {
  const stranger: Actor[] = [
    { kind: 'recruiter', accountId: 'r', organisationId: 'another', territoryId },
    { kind: 'candidate', accountId: 'c', profileId: 'another', territoryId },
    { kind: 'relation_officer', accountId: 'o', territoryId: 'another' },
  ]
  test.each(stranger)('nothing is open to a $kind from elsewhere', (actor) => {
    for (const state of APPLICATION_STATES)
      expect(Object.values(applicationPermissions(actor, buildApplication({ state })))).not.toContain(true)
  })
  test('the organisation reads the contact while it may answer or has hired, and no longer', () => {
    const readable = APPLICATION_STATES.filter((state) =>
      canReadContact(recruiter, buildApplication({ state })),
    )
    expect(readable).toEqual([...OPEN, 'hired'])
  })
})
