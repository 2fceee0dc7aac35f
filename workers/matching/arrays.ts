// Numbers are read as `array[index] as number`: indexes stay inside the arrays, and a call for each read costs too much.

/** Memory that several threads may read. */
export const int32 = (length: number): Int32Array => new Int32Array(new SharedArrayBuffer(length * 4))
export const float64 = (length: number): Float64Array => new Float64Array(new SharedArrayBuffer(length * 8))

const roomy = (length: number, needed: number) => Math.max(needed, Math.ceil(length * 1.5))

/** The same array, or a larger copy when it is shorter than needed. */
export function widenInt32(array: Int32Array, needed: number): Int32Array {
  if (needed <= array.length) return array
  const wider = int32(roomy(array.length, needed))
  wider.set(array)
  return wider
}

/** The same array, or a larger copy when it is shorter than needed. */
export function widenFloat64(array: Float64Array, needed: number): Float64Array {
  if (needed <= array.length) return array
  const wider = float64(roomy(array.length, needed))
  wider.set(array)
  return wider
}

/** How many bits are set in a 32-bit number. */
export function popcount(bits: number): number {
  let left = bits - ((bits >>> 1) & 0x55555555)
  left = (left & 0x33333333) + ((left >>> 2) & 0x33333333)
  return Math.imul((left + (left >>> 4)) & 0x0f0f0f0f, 0x01010101) >>> 24
}
