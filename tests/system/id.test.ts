import { expect, test } from 'vitest'
import { z } from 'zod'
import { newId, newOrderedId } from '#app/system/id.server.ts'

test('both kinds of identifiers are UUIDs, and no two are the same', () => {
  const ids = Array.from({ length: 500 }, () => [newId(), newOrderedId()]).flat()
  for (const id of ids) expect(z.uuid().safeParse(id).success).toBe(true)
  expect(new Set(ids).size).toBe(ids.length)
})

test('an ordered identifier stands after those of earlier milliseconds, from the first to far ones, and tells its own', () => {
  const instants = [0, 1, 0xffff, 0x10000, Date.UTC(2026, 10, 23), Date.UTC(2026, 10, 23) + 1, 2 ** 48 - 1]
  const ids = instants.map((now) => newOrderedId(now))
  expect(ids.toSorted()).toEqual(ids)
  for (const [at, id] of ids.entries()) {
    expect(Number.parseInt(id.replaceAll('-', '').slice(0, 12), 16)).toBe(instants[at])
    expect(id[14]).toBe('7')
    expect('89ab').toContain(id[19])
  }
})
