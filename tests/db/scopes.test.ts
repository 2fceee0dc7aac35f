import { readdirSync, readFileSync } from 'node:fs'
import { beforeAll, describe, expect, test } from 'vitest'
import type { Scope } from '#app/domain/actor.ts'
import { useTestDatabase } from '#tests/setup/database.ts'
import { APPLICATION_READERS } from './scopes/applications.ts'
import { MATCH_READERS } from './scopes/matches.ts'
import { OFFER_READERS } from './scopes/offers.ts'
import { PEOPLE_READERS } from './scopes/people.ts'
import { createScopedWorld, type ScopedWorld } from './scopes/world.ts'

useTestDatabase()

const READERS = { ...APPLICATION_READERS, ...MATCH_READERS, ...OFFER_READERS, ...PEOPLE_READERS }
const SCOPES: Scope['kind'][] = ['public', 'candidate', 'organisation', 'territory', 'system']

let world: ScopedWorld

beforeAll(async () => {
  world = await createScopedWorld()
})

test('every function that asks for a scope is read here with each of them', () => {
  const asking = readdirSync('app/db')
    .filter((file) => file.endsWith('.ts'))
    .flatMap((file) => [
      ...readFileSync(`app/db/${file}`, 'utf8').matchAll(
        /^export (?:async function|const) (\w+)[^{;]*\bdb: Db,\s+scope: Scope\b/gm,
      ),
    ])
    .map(([, name]) => name)
  expect(asking.length).toBeGreaterThan(30)
  expect(Object.keys(READERS).sort()).toEqual(asking.sort())
})

describe.each(Object.entries(READERS))('%s', (_, { of, reached, read }) => {
  test.each(SCOPES)('reaches what is of the scope, and nothing else: %s', async (kind) => {
    const names = new Map(Object.entries(world.named[of]).map(([name, id]) => [id, name]))
    const found = (await read(world, world.scopes[kind])).map((id) => names.get(id) ?? id)
    expect(found.sort()).toEqual([...(reached[kind] ?? [])].sort())
  })
})
