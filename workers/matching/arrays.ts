const LARGE_BYTES = 2 ** 20
/** Addresses kept free behind a large array; they take no memory until it grows there. */
const RESERVED_BYTES = 2 ** 30

/** Memory that several threads may read. A large one grows where it stands: a copy would need as much again until it is thrown away. */
const memory = (bytes: number) =>
  bytes < LARGE_BYTES
    ? new SharedArrayBuffer(bytes)
    : new SharedArrayBuffer(bytes, { maxByteLength: bytes + RESERVED_BYTES })

/** Whole numbers in memory that several threads may read. */
export const int32 = (length: number): Int32Array => new Int32Array(memory(length * 4), 0, length)
/** Numbers in memory that several threads may read. */
export const float64 = (length: number): Float64Array => new Float64Array(memory(length * 8), 0, length)

const roomy = (length: number, needed: number) => Math.max(needed, Math.ceil(length * 1.5))

/** The memory of an array after it grew to so many bytes; null when it cannot grow where it stands. */
function grown({ buffer }: Int32Array | Float64Array, bytes: number): SharedArrayBuffer | null {
  if (!(buffer instanceof SharedArrayBuffer) || !buffer.growable || bytes > buffer.maxByteLength) return null
  buffer.grow(bytes)
  return buffer
}

/** The same array, or a longer one when it is shorter than needed. */
export function widenInt32(array: Int32Array, needed: number): Int32Array {
  if (needed <= array.length) return array
  const length = roomy(array.length, needed)
  const buffer = grown(array, length * 4)
  if (buffer) return new Int32Array(buffer, 0, length)
  const wider = int32(length)
  wider.set(array)
  return wider
}

/** The same array, or a longer one when it is shorter than needed. */
export function widenFloat64(array: Float64Array, needed: number): Float64Array {
  if (needed <= array.length) return array
  const length = roomy(array.length, needed)
  const buffer = grown(array, length * 8)
  if (buffer) return new Float64Array(buffer, 0, length)
  const wider = float64(length)
  wider.set(array)
  return wider
}
