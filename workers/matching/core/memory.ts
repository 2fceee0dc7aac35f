/** A word of what stands at `at`. */
export function word(at: usize, number: i32): i32 {
  return load<i32>(at + (number << 2))
}

/** Two words of what stands at `at`, the first in the low bits. */
export function twoWords(at: usize, number: i32): u64 {
  return load<u64>(at + (number << 2))
}
