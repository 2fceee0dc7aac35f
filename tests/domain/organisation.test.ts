import fc from 'fast-check'
import { describe, expect, test } from 'vitest'
import type { Actor, Role } from '#app/domain/actor.ts'
import { PROFESSIONAL_ROLES, ROLES } from '#app/domain/actor.ts'
import {
  canDoOnOrganisation,
  canDoOnTeam,
  ORGANISATION_ACTIONS,
  TEAM_ACTIONS,
} from '#app/domain/organisation.policy.ts'
import { decideLeaving, decideMemberRole, decideRemoval } from '#app/domain/organisation.team.ts'
import {
  MEMBERSHIP_ROLES,
  type Membership,
  ORGANISATION_STATES,
  readOrganisationNumber,
} from '#app/domain/organisation.ts'

const OWN = 'own-account'
const HERE = 'here'
const ACTORS: Actor[] = [
  { kind: 'anonymous' },
  { kind: 'newcomer', accountId: OWN, territoryId: HERE },
  { kind: 'unconfirmed', accountId: OWN, territoryId: HERE },
  { kind: 'candidate', accountId: OWN, profileId: 'p', territoryId: HERE },
  { kind: 'recruiter', accountId: OWN, organisationId: 'ours', territoryId: HERE },
  ...PROFESSIONAL_ROLES.map((kind): Actor => ({ kind, accountId: OWN, territoryId: HERE })),
  { kind: 'system' },
]

describe('what is typed as a number', () => {
  test.each([
    ['356 000 000 49837', { kind: 'siret', number: '35600000049837' }],
    ['w029-990-002', { kind: 'rna', number: 'W029990002' }],
  ])('%s is read', (typed, read) => {
    expect(readOrganisationNumber(typed)).toEqual(read)
  })

  test.each([
    ['', /SIRET, ou votre numéro RNA/],
    ['   ', /SIRET, ou votre numéro RNA/],
    ['999900012', /SIREN/],
    ['9999000120001', /Il y en a 13/],
    ['99990001200018', /n’existe pas/],
    ['9999000120001A', /que des chiffres/],
    ['W12345678', /lettre W, puis de 9 chiffres/],
    ["' or 1=1 --", /que des chiffres/],
  ])('%s is refused in words', (typed, sentence) => {
    expect(readOrganisationNumber(typed)).toMatchObject({
      kind: 'invalid',
      sentence: expect.stringMatching(sentence),
    })
  })

  test('whatever is typed, what is read is a number or a sentence', () => {
    fc.assert(
      fc.property(fc.string(), (typed) => {
        const read = readOrganisationNumber(typed)
        if (read.kind === 'invalid') expect(read.sentence).toMatch(/^\p{Lu}.*\.$/u)
        else expect(read.number).toMatch(/^(\d{14}|W\d{9})$/)
      }),
    )
  })
})

describe('the team', () => {
  const memberships: (Membership | null)[] = [
    null,
    ...['ours', 'theirs'].flatMap((organisationId) =>
      [OWN, 'other-account'].flatMap((accountId) =>
        MEMBERSHIP_ROLES.map((role): Membership => ({ accountId, organisationId, role })),
      ),
    ),
  ]

  test('only the recruiter with this very membership acts, and a member does three things', () => {
    for (const actor of ACTORS)
      for (const own of memberships)
        for (const action of TEAM_ACTIONS) {
          const isOwn = actor.kind === 'recruiter' && own?.accountId === OWN && own.organisationId === 'ours'
          const expected =
            isOwn && (own?.role === 'administrator' || ['see', 'leave', 'ask_code'].includes(action))
          expect([actor.kind, own, action, canDoOnTeam(actor, own, action)]).toEqual([
            actor.kind,
            own,
            action,
            expected,
          ])
        }
  })

  const teams = fc.uniqueArray(
    fc.record({
      accountId: fc.constantFrom('a', 'b', 'c', 'd'),
      organisationId: fc.constant('ours'),
      role: fc.constantFrom(...MEMBERSHIP_ROLES),
    }),
    { selector: ({ accountId }) => accountId },
  )
  const isLed = (team: readonly Membership[]) => team.some(({ role }) => role === 'administrator')

  test('a team that somebody leads is led after any act that is allowed', () => {
    fc.assert(
      fc.property(
        teams.filter(isLed),
        fc.constantFrom('a', 'b', 'c', 'd'),
        fc.constantFrom('a', 'b', 'c', 'd'),
        (team, byId, targetId) => {
          const without = (id: string) => team.filter(({ accountId }) => accountId !== id)
          if (decideLeaving(team, byId).ok) expect(isLed(without(byId))).toBe(true)
          const by = team.find(({ accountId }) => accountId === byId)
          if (by?.role === 'administrator' && decideRemoval(team, { byId, targetId }).ok)
            expect(isLed(without(targetId))).toBe(true)
          if (decideMemberRole(team, { targetId, role: 'member' }).ok) {
            const target = team.find(({ accountId }) => accountId === targetId)
            expect(target).toBeDefined()
            expect(isLed(without(targetId))).toBe(true)
          }
        },
      ),
    )
  })

  test('nobody acts on somebody who is not there, and nobody removes herself', () => {
    const team: Membership[] = [{ accountId: 'a', organisationId: 'ours', role: 'administrator' }]
    expect(decideLeaving(team, 'z')).toMatchObject({ refusal: { code: 'not_found' } })
    expect(decideLeaving(team, 'a')).toMatchObject({ refusal: { code: 'last_administrator' } })
    expect(decideRemoval(team, { byId: 'a', targetId: 'z' })).toMatchObject({
      refusal: { code: 'not_found' },
    })
    expect(decideRemoval(team, { byId: 'a', targetId: 'a' })).toMatchObject({
      refusal: { code: 'forbidden' },
    })
    expect(decideMemberRole(team, { targetId: 'a', role: 'administrator' })).toEqual({
      ok: true,
      value: null,
    })
  })
})

test('what the desk does about an organisation: actor × territory × state × own membership × action', () => {
  const deciders: Role[] = ['relation_officer', 'administrator']
  let walked = 0
  for (const actor of ACTORS)
    for (const territoryId of [HERE, 'elsewhere'])
      for (const state of ORGANISATION_STATES)
        for (const isOwnMember of [true, false])
          for (const action of ORGANISATION_ACTIONS) {
            const reads = ['see', 'complete'].includes(action)
            const mayKind =
              deciders.some((role) => role === actor.kind) || (actor.kind === 'hotline' && reads)
            const mayState =
              action === 'see' || (action === 'complete' ? state !== 'closed' : state === 'pending')
            const expected = mayKind && territoryId === HERE && mayState && (reads || !isOwnMember)
            const organisation = { territoryId, state, isOwnMember }
            const got = canDoOnOrganisation(actor, organisation, action)
            expect([actor.kind, organisation, action, got]).toEqual([
              actor.kind,
              organisation,
              action,
              expected,
            ])
            walked++
          }
  expect(walked).toBe(ACTORS.length * 2 * ORGANISATION_STATES.length * 2 * ORGANISATION_ACTIONS.length)
  expect(ROLES.length).toBe(PROFESSIONAL_ROLES.length + 2)
})
