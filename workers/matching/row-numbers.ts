import {
  type CopiedRow,
  countItems,
  firstItem,
  itemAfter,
  itemEnd,
  rangeOf,
} from '#app/db/copied-row.server.ts'
import type { Faults } from './entry.ts'
import { createKnownBytes, findBytes, keepBytes, UNKNOWN } from './known-bytes.ts'

/** The number of what stands between two bytes of a row. What is wrong with it is told in `faults`. */
export type ReadNumber = (row: CopiedRow, start: number, end: number, faults: Faults) => number

export const hasFaults = (faults: Faults): boolean => Object.keys(faults).length > 0

/** The same as `read`, which is not asked again about bytes with which nothing was wrong. */
export function remembered(read: ReadNumber): ReadNumber {
  const known = createKnownBytes()
  return (row, start, end, faults) => {
    const found = findBytes(known, row.view, start, end)
    if (found !== UNKNOWN) return found
    const own: Faults = {}
    const number = read(row, start, end, own)
    if (hasFaults(own)) Object.assign(faults, own)
    else keepBytes(known, row.view, start, end, number)
    return number
  }
}

/** The number of a whole value, which must not be null. */
export function numberAt(row: CopiedRow, value: number, read: ReadNumber, faults: Faults): number {
  const { start, end } = rangeOf(row, value)
  return read(row, start, end, faults)
}

/** The number of each item of a `text[]`, in their order. */
export function numbersAt(row: CopiedRow, value: number, read: ReadNumber, faults: Faults): number[] {
  const { start } = rangeOf(row, value)
  const numbers: number[] = []
  let at = firstItem(start)
  for (let left = countItems(row, start); left > 0; left--) {
    const end = itemEnd(row, at)
    numbers.push(read(row, at, end, faults))
    at = itemAfter(end)
  }
  return numbers
}

/** The numbers of a list, each once. Lists are short. */
export function distinct(numbers: readonly number[]): number[] {
  const once: number[] = []
  for (const number of numbers) if (!once.includes(number)) once.push(number)
  return once
}
