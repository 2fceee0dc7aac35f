import { expect, test } from 'vitest'
import {
  arenaIn,
  createArena,
  float64In,
  int32In,
  MemoryFull,
  take,
  widenInt32In,
} from '#workers/matching/arena.ts'
import { MOST_FAMILIES, MOST_LAYERS } from '#workers/matching/core/layout.ts'
import { LAYERS, PLACE_FAMILIES } from '#workers/matching/layers.ts'

const MB = 2 ** 20

test('arrays are all zero, each on lines of its own, and none lies over another', () => {
  const arena = createArena()
  const arrays = Array.from({ length: 200 }, (_, at) =>
    at % 2 ? int32In(arena, (at * 977) % 5000) : float64In(arena, (at * 577) % 3000),
  )
  for (const array of arrays) expect(array.every((value) => value === 0)).toBe(true)
  for (const [at, array] of arrays.entries()) array.fill(at + 1)
  for (const [at, array] of arrays.entries()) expect(array.every((value) => value === at + 1)).toBe(true)
  for (const { byteOffset } of arrays) expect(byteOffset % 64).toBe(0)
})

test('two arenas over one memory take turns', () => {
  const arena = createArena()
  const other = arenaIn(arena.memory)
  const taken: [number, number][] = []
  for (let turn = 0; turn < 40; turn++) {
    const bytes = 1 + turn * 9001
    taken.push([take(turn % 3 ? arena : other, bytes), bytes])
  }
  taken.sort(([a], [b]) => a - b)
  for (const [at, [start, bytes]] of taken.entries())
    expect(start + bytes).toBeLessThanOrEqual(taken[at + 1]?.[0] ?? arena.memory.buffer.byteLength)
  expect(taken[0]?.[0]).toBeGreaterThan(0)
})

test('an array widened keeps what it held', () => {
  const arena = createArena()
  const array = int32In(arena, 3)
  array.set([7, 8, 9])
  expect(widenInt32In(arena, array, 3)).toBe(array)
  const wider = widenInt32In(arena, array, 1000)
  expect(wider.length).toBeGreaterThanOrEqual(1000)
  expect([...wider.subarray(0, 5)]).toEqual([7, 8, 9, 0, 0])
})

test('there are 4 GB, and no more', () => {
  const arena = createArena()
  for (let taken = 0; taken < 3; taken++) take(arena, 1024 * MB)
  expect(() => take(arena, 1024 * MB)).toThrow(MemoryFull)
  expect(take(arena, 512 * MB)).toBeGreaterThan(0)
})

test('the core has room for every layer, and for every set of kinds', () => {
  expect(LAYERS.length).toBeLessThanOrEqual(MOST_LAYERS)
  expect(PLACE_FAMILIES).toBeLessThanOrEqual(MOST_FAMILIES)
})
