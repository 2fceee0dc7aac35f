import { expect, test } from 'vitest'
import { filesReaching, mutantsOf } from '#bench/mutants.ts'

const whatsOf = (file: string, source: string) => mutantsOf(file, source).map(({ what }) => what)

test('every condition of a policy is taken away once', () => {
  const source =
    'export const can = (actor, it) => owns(actor, it) && it.at === null && KINDS.includes(actor.kind)'
  expect(whatsOf('app/domain/it.policy.ts', source)).toEqual([
    'owns(actor, it) → true',
    'it.at === null → true',
    'KINDS.includes(actor.kind) → true',
  ])
  expect(whatsOf('app/domain/it.ts', source)).toEqual([])
})

test('roles, guards and scopes are opened to everybody', () => {
  expect(
    whatsOf('app/domain/it.transitions.ts', "const T = { see: { from: ['a'], roles: ['system'] } }"),
  ).toEqual(["roles: ['system'] → everybody"])
  const [guard] = mutantsOf('app/routes/it.tsx', "const actor = await requireActor(request, 'hotline')")
  expect(guard?.text).toContain("requireActor(request, 'newcomer', 'unconfirmed', 'candidate'")
  const scoped =
    "if (scope.kind === 'territory') return { territoryId: scope.territoryId }\nfind(itemsWithin(scope))"
  expect(whatsOf('app/db/items.server.ts', scoped)).toEqual([
    '{ territoryId: scope.territoryId } → every row',
    'itemsWithin(scope) → every row',
  ])
})

test('what a mutant may touch is found by the imports', () => {
  const sources = new Map([
    ['app/domain/it.ts', ''],
    ['app/use-cases/do.server.ts', "import { it } from '#app/domain/it.ts'"],
    ['app/routes/a.tsx', "import { act } from '#app/use-cases/do.server.ts'"],
    ['app/routes/b.tsx', "import { other } from './other.ts'"],
  ])
  expect(filesReaching(sources, ['app/routes/a.tsx', 'app/routes/b.tsx'], 'app/domain/it.ts')).toEqual([
    'app/routes/a.tsx',
  ])
})
