import { expect, test } from 'vitest'
import { createKnownBytes, findBytes, keepBytes, UNKNOWN } from '#workers/matching/known-bytes.ts'

/** A view of these texts one after the other, behind a few other bytes, and where each stands. */
function written(texts: readonly string[]) {
  const bytes = Buffer.from(`abc${texts.join('')}`, 'latin1')
  const view = new DataView(bytes.buffer, bytes.byteOffset, bytes.length)
  const ranges: [number, number][] = []
  let at = 3
  for (const { length } of texts) {
    ranges.push([at, at + length])
    at += length
  }
  return { view, ranges }
}

test('each number is found by its own bytes alone, whatever their length', () => {
  const texts = Array.from({ length: 40 }, (_, length) => 'x'.repeat(length))
  const others = [
    ...texts.slice(1).map((text) => `${text.slice(1)}y`),
    ...texts.slice(2).map((text) => `y${text.slice(1)}`),
  ]
  const { view, ranges } = written([...texts, ...others])
  const known = createKnownBytes()
  for (const [number, [start, end]] of ranges.slice(0, texts.length).entries())
    keepBytes(known, view, start, end, 1 - number)
  const found = ranges.map(([start, end]) => findBytes(known, view, start, end))
  expect(found).toEqual([...texts.map((_, number) => 1 - number), ...others.map(() => UNKNOWN)])
})

test('beyond fifty thousand nothing more is kept, and what was stays', () => {
  const { view, ranges } = written(Array.from({ length: 50_010 }, (_, at) => `key ${at}`))
  const known = createKnownBytes()
  for (const [number, [start, end]] of ranges.entries()) keepBytes(known, view, start, end, number)
  const found = ranges.map(([start, end]) => findBytes(known, view, start, end))
  expect(found).toEqual(ranges.map((_, number) => (number < 50_000 ? number : UNKNOWN)))
})
