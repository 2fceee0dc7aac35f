import { readFileSync } from 'node:fs'
import path from 'node:path'
import { expect, test } from 'vitest'
import { filesReaching, importersIn, mutantsOf, withMutants } from '#bench/mutants.ts'
import { EQUIVALENTS } from '#bench/mutants-equivalent.ts'
import { root } from '#scripts/root.mjs'

const whatsOf = (file: string, source: string) => mutantsOf(file, source).map(({ what }) => what)

test('a policy is always allowed, denied, and each of its conditions is taken away', () => {
  const source =
    'export const can = (actor: Actor, it: It): boolean => owns(actor, it) && it.at === null && KINDS.includes(actor.kind)'
  expect(whatsOf('app/domain/it.policy.ts', source)).toEqual([
    'owns(actor, it) && it.at === null && KINDS.includes(actor.kind) → always',
    'owns(actor, it) && it.at === null && KINDS.includes(actor.kind) → not',
    'owns(actor, it) → true',
    'it.at === null → true',
    'KINDS.includes(actor.kind) → true',
  ])
  expect(whatsOf('app/domain/it.ts', source)).toEqual([])
})

test('roles, doors, refusals and scopes are opened to everybody', () => {
  expect(
    whatsOf('app/domain/it.transitions.ts', "const T = { see: { from: ['a'], roles: ['system'] } }"),
  ).toEqual(["roles: ['system'] → everybody"])
  const [door] = mutantsOf('app/routes/it.tsx', "const actor = await requireActor(request, 'hotline')")
  expect(door?.write('on', 'it')).toContain("on ? (requireActor(request, 'newcomer', 'unconfirmed'")
  const refusing =
    "import { canSee } from '#app/domain/it.policy.ts'\nif (!it || actor.kind !== 'hotline' || !canSee(actor, it)) return refuse('forbidden')"
  expect(whatsOf('app/use-cases/see-it.server.ts', refusing)).toEqual([
    "if (actor.kind !== 'hotline') → never",
    'canSee(actor, it) → true',
    'canSee(actor, it) → not',
  ])
  const scoped =
    "if (scope.kind === 'territory') return { territoryId: scope.territoryId }\nfind(itemsWithin(scope))"
  expect(whatsOf('app/db/items.server.ts', scoped)).toEqual([
    '{ territoryId: scope.territoryId } → every row',
    'itemsWithin(scope) → every row',
  ])
  const owned = 'db.item.findFirst({ where: { id, territoryId }, select: { accountId: true } })'
  expect(whatsOf('app/db/items.server.ts', owned)).toEqual(['where territoryId → taken out'])
})

test('mutants sleep in the source until they are woken, one inside the other', () => {
  const source = 'export const can = (actor: Actor): boolean => actor.a === 1 && actor.b === 2'
  const mutants = mutantsOf('app/domain/it.policy.ts', source).map((one, id) => ({ ...one, id }))
  const written = withMutants(source, mutants, (id) => `awake === ${id}`)
  const can = (awake: number, actor: object) =>
    new Function('awake', 'actor', written.replace(/^.*: boolean =>/, 'return'))(awake, actor)
  const asked = [{ a: 1, b: 2 }, { a: 1 }, { b: 2 }, {}]
  const answers = (awake: number) => asked.map((actor) => can(awake, actor))
  expect(answers(-1)).toEqual([true, false, false, false])
  expect(mutants.map(({ id }) => answers(id))).toEqual([
    [true, true, true, true],
    [false, true, true, true],
    [true, false, true, false],
    [true, true, false, false],
  ])
})

test('what a mutant may touch is found by the imports', () => {
  const sources = new Map([
    ['app/domain/it.ts', ''],
    ['app/use-cases/do.server.ts', "import { it } from '#app/domain/it.ts'"],
    ['app/routes/a.tsx', "import { act } from '#app/use-cases/do.server.ts'"],
    ['app/routes/b.tsx', "import { other } from './other.ts'"],
  ])
  expect(
    filesReaching(importersIn(sources), ['app/routes/a.tsx', 'app/routes/b.tsx'], 'app/domain/it.ts'),
  ).toEqual(['app/routes/a.tsx'])
})

test.each(EQUIVALENTS)(
  'what is declared as changing nothing is a guard that stands: $file, $what',
  ({ file, what }) => {
    expect(whatsOf(file, readFileSync(path.join(root, file), 'utf8'))).toContain(what)
  },
)
