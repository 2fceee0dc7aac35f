/** What Math.round makes of a number that is not below zero. */
export function roundHalfUp(value: f64): i32 {
  const whole = floor(value)
  return i32(whole) + i32(value - whole >= 0.5)
}
