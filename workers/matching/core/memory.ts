/** A word of what stands at `at`. */
export function word(at: usize, number: i32): i32 {
  return load<i32>(at + (number << 2))
}
