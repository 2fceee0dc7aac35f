import { DASH, ID, ID_TEXT_BYTES } from './layout'
import { word } from './memory'

/** How the id of a record starts, as a signed number: one is smaller than another when its text comes first. */
export function startOfId(record: usize): i32 {
  return word(record, ID) ^ i32.MIN_VALUE
}

/** Below zero when the id of the first record comes first, in the order of their texts. */
export function compareIds(a: usize, b: usize): i32 {
  for (let at = ID; at < ID + 4; at++) {
    const one = u32(word(a, at))
    const other = u32(word(b, at))
    if (one !== other) return one < other ? -1 : 1
  }
  return 0
}

function writeDashes(at: usize): void {
  store<u8>(at + 8, DASH)
  store<u8>(at + 13, DASH)
  store<u8>(at + 18, DASH)
  store<u8>(at + 23, DASH)
}

/** Writes the 36 characters of a record's UUID from `at` on: the sixteen bytes are made 32 half bytes, and each its digit. */
function writeId(record: usize, at: usize): void {
  const words = v128.load(record + ID * 4)
  const bytes = v128.shuffle<i8>(words, words, 3, 2, 1, 0, 7, 6, 5, 4, 11, 10, 9, 8, 15, 14, 13, 12)
  const high = i8x16.shr_u(bytes, 4)
  const low = v128.and(bytes, i8x16.splat(15))
  const digits = i8x16(48, 49, 50, 51, 52, 53, 54, 55, 56, 57, 97, 98, 99, 100, 101, 102)
  const first = v128.shuffle<i8>(high, low, 0, 16, 1, 17, 2, 18, 3, 19, 4, 20, 5, 21, 6, 22, 7, 23)
  const second = v128.shuffle<i8>(high, low, 8, 24, 9, 25, 10, 26, 11, 27, 12, 28, 13, 29, 14, 30, 15, 31)
  const half = v128.swizzle(digits, first)
  const rest = v128.swizzle(digits, second)
  store<i64>(at, i64x2.extract_lane(half, 0))
  store<i32>(at + 9, i32x4.extract_lane(half, 2))
  store<i32>(at + 14, i32x4.extract_lane(half, 3))
  store<i32>(at + 19, i32x4.extract_lane(rest, 0))
  store<i32>(at + 24, i32x4.extract_lane(rest, 1))
  store<i64>(at + 28, i64x2.extract_lane(rest, 1))
  writeDashes(at)
}

/** Writes the id of a row told: the texts of all stand one after the other from `texts` on. */
export function tellId(texts: usize, row: i32, record: usize): void {
  writeId(record, texts + row * ID_TEXT_BYTES)
}
