import { describe, expect, test } from 'vitest'
import { type Actor, isProfessional, PROFESSIONAL_ROLES, ROLES } from '#app/domain/actor.ts'
import { canEndPost, canManageProfessionals, judgeAcceptance } from '#app/domain/invitation.policy.ts'
import { contactHint, type Invitation, invitationExpiresAt, invitationState } from '#app/domain/invitation.ts'
import { NOW } from '#tests/factories/now.ts'

const DAY_MS = 86_400_000
const invitation: Invitation = {
  id: 'i',
  tokenHash: 'h',
  territoryId: 'here',
  accountId: 'guest',
  role: 'recruiter',
  organisationId: 'ours',
  membershipRole: 'member',
  invitedById: 'host',
  contactHint: '',
  createdAt: NOW,
  expiresAt: invitationExpiresAt(NOW),
  usedAt: null,
  revokedAt: null,
}
const guest = { id: 'guest', territoryId: 'here', role: 'candidate', status: 'active' } as const

test('it waits 14 days to the millisecond, serves once, and can be taken back', () => {
  const last = new Date(NOW.getTime() + 14 * DAY_MS - 1)
  expect(invitationState(invitation, last)).toBe('open')
  expect(invitationState(invitation, new Date(last.getTime() + 1))).toBe('expired')
  expect(invitationState({ ...invitation, usedAt: NOW, revokedAt: NOW }, last)).toBe('used')
  expect(invitationState({ ...invitation, revokedAt: NOW }, last)).toBe('revoked')
})

describe('who may accept', () => {
  test('whom it was sent to, and nobody else', () => {
    expect(judgeAcceptance(invitation, guest, NOW)).toEqual({ ok: true, value: null })
    for (const other of [
      { ...guest, id: 'other' },
      { ...guest, territoryId: 'elsewhere' },
    ])
      expect(judgeAcceptance(invitation, other, NOW)).toMatchObject({ refusal: { code: 'not_found' } })
    expect(judgeAcceptance(invitation, { ...guest, status: 'suspended' }, NOW)).toMatchObject({
      refusal: { code: 'account_suspended' },
    })
  })

  test('somebody else is told nothing of where it stands', () => {
    for (const over of [{ usedAt: NOW }, { revokedAt: NOW }, { expiresAt: NOW }])
      expect(judgeAcceptance({ ...invitation, ...over }, { ...guest, id: 'other' }, NOW)).toMatchObject({
        refusal: { code: 'not_found' },
      })
  })

  test.each(ROLES)('an account of role %s takes a post only without having one', (role) => {
    for (const post of PROFESSIONAL_ROLES) {
      const judged = judgeAcceptance(
        { ...invitation, role: post, organisationId: null },
        { ...guest, role },
        NOW,
      )
      expect(judged.ok).toBe(!isProfessional(role))
      if (!judged.ok) expect(judged.refusal.code).toBe('post_held')
    }
    expect(judgeAcceptance(invitation, { ...guest, role }, NOW).ok).toBe(true)
  })
})

test('only an administrator of the territory manages posts, and never her or his own', () => {
  const kinds: Actor[] = [
    { kind: 'anonymous' },
    { kind: 'newcomer', accountId: 'me', territoryId: 'here' },
    { kind: 'unconfirmed', accountId: 'me', territoryId: 'here' },
    { kind: 'candidate', accountId: 'me', profileId: 'p', territoryId: 'here' },
    { kind: 'recruiter', accountId: 'me', organisationId: 'o', territoryId: 'here' },
    ...PROFESSIONAL_ROLES.map((kind): Actor => ({ kind, accountId: 'me', territoryId: 'here' })),
    { kind: 'system' },
  ]
  for (const actor of kinds)
    for (const territoryId of ['here', 'elsewhere']) {
      const may = actor.kind === 'administrator' && territoryId === 'here'
      expect(canManageProfessionals(actor, territoryId)).toBe(may)
      for (const role of ROLES)
        for (const id of ['me', 'other'])
          expect(canEndPost(actor, { id, territoryId, role })).toBe(
            may && id === 'other' && isProfessional(role),
          )
    }
})

test('the hint of a contact tells its author enough, and nobody the rest', () => {
  expect(contactHint({ phone: '+33639980123' })).toBe('06 … 23')
  expect(contactHint({ email: 'nadia.benali@example.org' })).toBe('n…@example.org')
})

test.each([
  [{ usedAt: NOW }, 'invitation_used'],
  [{ revokedAt: NOW }, 'invitation_revoked'],
  [{ expiresAt: NOW }, 'invitation_expired'],
])('its guest is told why it serves no more: %j', (over, code) => {
  expect(judgeAcceptance({ ...invitation, ...over }, guest, NOW)).toMatchObject({
    ok: false,
    refusal: { code },
  })
})
