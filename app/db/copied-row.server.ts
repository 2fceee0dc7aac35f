/**
 * A row of a copy in binary: where each value stands in the memory it was received in; −1 starts what is null. Rows are opened one
 * after the other: nothing is copied, and nothing of a row outlives it.
 */
export type CopiedRow = { view: DataView; starts: Int32Array; ends: Int32Array }

/** A row of so many values, not opened yet. */
export const createRow = (values: number): CopiedRow => ({
  view: new DataView(new ArrayBuffer(0)),
  starts: new Int32Array(values),
  ends: new Int32Array(values),
})

/** A row, or one of its values, is not what it should be. */
export class UnreadableRow extends Error {}

const COUNT_BYTES = 2
const LENGTH_BYTES = 4

/** Finds the values of the row that starts at byte `from` of a message. Throws when there are not as many as there should be. */
export function openRow(row: CopiedRow, message: Buffer, from: number): void {
  if (row.view.buffer !== message.buffer) row.view = new DataView(message.buffer)
  const { view, starts, ends } = row
  let at = message.byteOffset + from
  if (view.getInt16(at) !== starts.length) throw new UnreadableRow('a row does not hold what it should')
  at += COUNT_BYTES
  for (let value = 0; value < starts.length; value++) {
    const length = view.getInt32(at)
    at += LENGTH_BYTES
    starts[value] = length < 0 ? -1 : at
    at += Math.max(0, length)
    ends[value] = at
  }
}

const startOf = ({ starts }: CopiedRow, value: number) => starts[value] as number

export const isNull = (row: CopiedRow, value: number): boolean => startOf(row, value) < 0
/** A `bool`. */
export const boolAt = (row: CopiedRow, value: number): boolean => row.view.getUint8(startOf(row, value)) === 1
/** An `int4`. */
export const int4At = (row: CopiedRow, value: number): number => row.view.getInt32(startOf(row, value))
/** A `float8`; NaN, which is no position, when it is null. */
export const float8At = (row: CopiedRow, value: number): number =>
  isNull(row, value) ? Number.NaN : row.view.getFloat64(startOf(row, value))

/** Where the bytes of a value stand. Throws when it is null. */
export function rangeOf(row: CopiedRow, value: number): { start: number; end: number } {
  if (isNull(row, value)) throw new UnreadableRow('a row does not hold what it should')
  return { start: startOf(row, value), end: row.ends[value] as number }
}

/** The text of these bytes. */
export const textIn = ({ view }: CopiedRow, start: number, end: number): string =>
  Buffer.from(view.buffer, start, end - start).toString()

/** The `uuid` that starts there. */
export const uuidIn = ({ view }: CopiedRow, start: number): string =>
  Buffer.from(view.buffer, start, 16)
    .toString('hex')
    .replace(/^(.{8})(.{4})(.{4})(.{4})/, '$1-$2-$3-$4-')

/** A `uuid`. */
export const uuidAt = (row: CopiedRow, value: number): string => uuidIn(row, startOf(row, value))

/** The JSON between two bytes: a text, or a `jsonb` from its second byte, as the first is the version of its format. */
export function jsonIn(row: CopiedRow, start: number, end: number): unknown {
  try {
    return JSON.parse(textIn(row, start, end))
  } catch (cause) {
    throw new UnreadableRow('a value is not the JSON that it should be', { cause })
  }
}

const DAY_MS = 86_400_000

/** The `date` that starts there as `YYYY-MM-DD`; `infinity` beyond those that can be reckoned with. */
export function dateIn({ view }: CopiedRow, start: number): string {
  const date = new Date(Date.UTC(2000, 0, 1) + view.getInt32(start) * DAY_MS)
  return Number.isNaN(date.getTime()) ? 'infinity' : date.toISOString().slice(0, -'T00:00:00.000Z'.length)
}

// An array starts with its dimensions, whether it holds nulls and the type of its items; then how many there are and the first number.
const ARRAY_COUNT_AT = 12
const ARRAY_HEAD = 20

/** How many items the `text[]` that starts there has. Throws when they are lists themselves. */
export function countItems({ view }: CopiedRow, start: number): number {
  const dimensions = view.getInt32(start)
  if (dimensions > 1) throw new UnreadableRow('a list holds lists')
  return dimensions === 0 ? 0 : view.getInt32(start + ARRAY_COUNT_AT)
}

/** Where the bytes of the first item of a `text[]` start. */
export const firstItem = (start: number): number => start + ARRAY_HEAD + LENGTH_BYTES

/** Where the bytes of an item end. Throws when it is null. */
export function itemEnd({ view }: CopiedRow, start: number): number {
  const length = view.getInt32(start - LENGTH_BYTES)
  if (length < 0) throw new UnreadableRow('a list does not hold what it should')
  return start + length
}

/** Where the bytes of the item that follows one start. */
export const itemAfter = (end: number): number => end + LENGTH_BYTES

/** The `text[]` that starts there. */
export function textsIn(row: CopiedRow, start: number): string[] {
  const texts: string[] = []
  let at = firstItem(start)
  for (let left = countItems(row, start); left > 0; left--) {
    const end = itemEnd(row, at)
    texts.push(textIn(row, at, end))
    at = itemAfter(end)
  }
  return texts
}
