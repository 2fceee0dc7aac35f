import fc from 'fast-check'
import { describe, expect, test } from 'vitest'
import type { Actor, ActorKind } from '#app/domain/actor.ts'
import { OPENED_MS, type PersonRelation, personAccess } from '#app/domain/person.policy.ts'
import { NOW } from '#tests/factories/now.ts'

const HERE = 'here'
const ELSEWHERE = 'elsewhere'
const at = (territoryId: string) => ({ accountId: 'a', territoryId })
const ACTORS: Record<ActorKind, Actor> = {
  anonymous: { kind: 'anonymous' },
  system: { kind: 'system' },
  newcomer: { kind: 'newcomer', ...at(HERE) },
  unconfirmed: { kind: 'unconfirmed', ...at(HERE) },
  candidate: { kind: 'candidate', profileId: 'p', ...at(HERE) },
  recruiter: { kind: 'recruiter', organisationId: 'o', ...at(HERE) },
  relation_officer: { kind: 'relation_officer', ...at(HERE) },
  hotline: { kind: 'hotline', ...at(HERE) },
  referent: { kind: 'referent', ...at(HERE) },
  facilitator: { kind: 'facilitator', ...at(HERE) },
  administrator: { kind: 'administrator', ...at(HERE) },
}
const PROFESSIONALS: readonly ActorKind[] = [
  'relation_officer',
  'hotline',
  'referent',
  'facilitator',
  'administrator',
]

const minutesAgo = (minutes: number) => new Date(NOW.getTime() - minutes * 60_000)
const OPENINGS = {
  never: null,
  'just now': NOW,
  '29 minutes ago': minutesAgo(29),
  '30 minutes ago': minutesAgo(30),
  'in a minute': minutesAgo(-1),
}
type Opening = keyof typeof OPENINGS
const FRESH: readonly Opening[] = ['just now', '29 minutes ago']

const cells = Object.values(ACTORS).flatMap((actor) =>
  [HERE, ELSEWHERE].flatMap((territoryId) =>
    [true, false].flatMap((isFollowed) =>
      [true, false].flatMap((isHandled) =>
        (Object.keys(OPENINGS) as Opening[]).map((opening) => ({
          actor,
          opening,
          relation: { territoryId, isFollowed, isHandled, openedAt: OPENINGS[opening] },
        })),
      ),
    ),
  ),
)

/** The table of the rule, said otherwise than the policy says it. */
function expected(kind: ActorKind, relation: PersonRelation, opening: Opening) {
  if (!PROFESSIONALS.includes(kind) || relation.territoryId === ELSEWHERE) return 'none'
  if (kind === 'referent' && relation.isFollowed) return 'open'
  if (kind === 'relation_officer' && relation.isHandled) return 'open'
  return FRESH.includes(opening) ? 'open' : 'reason'
}

test(`every actor, however the person stands (${cells.length} cells)`, () => {
  expect(cells).toHaveLength(11 * 2 * 2 * 2 * 5)
  for (const { actor, relation, opening } of cells)
    expect({ actor, relation, opening, access: personAccess(actor, relation, NOW) }).toEqual({
      actor,
      relation,
      opening,
      access: expected(actor.kind, relation, opening),
    })
})

describe('whatever the relation', () => {
  const relation = fc.record<PersonRelation>({
    territoryId: fc.constantFrom(HERE, ELSEWHERE),
    isFollowed: fc.boolean(),
    isHandled: fc.boolean(),
    openedAt: fc.option(fc.date({ noInvalidDate: true })),
  })
  const actors = fc.constantFrom(...Object.values(ACTORS))

  test('nobody reads another territory, and a reason opens nothing elsewhere', () => {
    fc.assert(
      fc.property(actors, relation, (actor, one) => {
        expect(personAccess(actor, { ...one, territoryId: ELSEWHERE }, NOW)).toBe('none')
      }),
    )
  })

  test('a reason opens for half an hour and not a moment more', () => {
    fc.assert(
      fc.property(actors, relation, fc.integer({ min: 0, max: 3 * OPENED_MS }), (actor, one, since) => {
        const alone = {
          ...one,
          isFollowed: false,
          isHandled: false,
          openedAt: new Date(NOW.getTime() - since),
        }
        expect(personAccess(actor, alone, NOW) === 'open').toBe(
          since < OPENED_MS && one.territoryId === HERE && PROFESSIONALS.includes(actor.kind),
        )
      }),
    )
  })
})
