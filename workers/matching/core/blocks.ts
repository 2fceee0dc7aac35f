import { EXPERIENCE_MASK, EXPERIENCE_SHIFT, FULL_SCHEDULE_TENTHS } from './given'
import { BLOCK_FLAGS, BLOCK_LICENCES, BLOCK_SKILLS } from './layout'
import { twoWords, word } from './memory'
import {
  contracts,
  isOpen,
  kinds,
  level,
  licences,
  publics,
  skillCount,
  skills,
  skillTenths,
} from './question'
import { contractTenths, experienceTenths, startTenths } from './tenths'

/**
 * The most that a person of a block could score but for occupation, travel and skills, having what all of its people have together; −1
 * when a gate is closed to every one of them. Levels joined bit by bit are at least the highest.
 */
export function mostButSkills(block: usize): i32 {
  const flags = word(block, BLOCK_FLAGS)
  if ((flags & kinds) === 0) return -1
  if (publics !== 0 && (flags & publics) === 0) return -1
  if ((licences & ~word(block, BLOCK_LICENCES)) !== 0) return -1
  const had = isOpen ? 0 : (flags & EXPERIENCE_MASK) >>> EXPERIENCE_SHIFT
  return (
    experienceTenths(level, had) + FULL_SCHEDULE_TENTHS + startTenths(0) + contractTenths(flags, contracts)
  )
}

/** The most that skills could bring to a person of a block. */
export function mostSkillTenths(block: usize): i32 {
  const missing = i32(popcnt<u64>(skills & ~twoWords(block, BLOCK_SKILLS)))
  return word(skillTenths, skillCount - missing)
}
