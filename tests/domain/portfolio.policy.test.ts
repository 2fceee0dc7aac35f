import { expect, test } from 'vitest'
import { type Actor, PROFESSIONAL_ROLES } from '#app/domain/actor.ts'
import { canNameReferent } from '#app/domain/portfolio.policy.ts'

const placed = { accountId: 'me', territoryId: 'here' }
const ACTORS: Actor[] = [
  { kind: 'anonymous' },
  { kind: 'system' },
  { kind: 'newcomer', ...placed },
  { kind: 'unconfirmed', ...placed },
  { kind: 'candidate', profileId: 'mine', ...placed },
  { kind: 'recruiter', organisationId: 'ours', ...placed },
  ...PROFESSIONAL_ROLES.map((kind): Actor => ({ kind, ...placed })),
]

test.each(ACTORS)('who accompanies a person is written by the hotline of the territory: $kind', (actor) => {
  expect(canNameReferent(actor, { territoryId: 'here' })).toBe(actor.kind === 'hotline')
  expect(canNameReferent(actor, { territoryId: 'there' })).toBe(false)
})
