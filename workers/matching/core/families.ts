import { FAMILIES } from './given'
import { FAMILY_BYTES } from './layout'

// Families to sweep together: occupations, or one of those by place.
let count: i32 = 0

/** Forgets the families noted. */
export function startFamilies(): void {
  count = 0
}

/** How many are noted. */
export function familyCount(): i32 {
  return count
}

/** Where a family stands: its number, the points of its proximity, the level had in it. */
export function familyAt(number: i32): usize {
  return FAMILIES + number * FAMILY_BYTES
}

/** Notes a family, `MOST_FAMILIES` at most. */
export function addFamily(number: i32, near: i32, level: i32): void {
  const at = familyAt(count++)
  store<i32>(at, number)
  store<i32>(at + 4, near)
  store<i32>(at + 8, level)
}
