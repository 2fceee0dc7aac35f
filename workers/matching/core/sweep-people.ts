import { addCandidate } from './candidates'
import { leastKmOf, longestSquaredChord, squaredChordTo } from './distances'
import { gatheredAt, gatheredCount } from './gather'
import { EXPERIENCE_MASK, EXPERIENCE_SHIFT, FULL_SKILL_TENTHS, START_TOLERANCE_DAYS } from './given'
import {
  ENTRY_WORDS,
  FLAGS,
  FROM,
  GATHERED_END,
  GATHERED_GAP,
  GATHERED_MOST,
  GATHERED_NEAR,
  GATHERED_START,
  GATHERED_TRAVEL,
  LAST,
  LICENCES,
  PLACE,
  SKILLS,
  SKILLS_AGAIN,
  SLOTS,
} from './layout'
import { twoWords, word } from './memory'
import * as asked from './question'
import {
  contractTenths,
  experienceTenths,
  mostTravelFrom,
  mostTravelTenths,
  scheduleTenths,
  startTenths,
  travelPerKm,
} from './tenths'
import { floorOf } from './top'
import { weighCandidates } from './weigh'

/**
 * Sweeps the blocks gathered, in each those who can come farthest first, until nobody left can come or travel leaves them too few
 * points: the skills that are missing, cheap gates, then the most the person could score; whoever could enter is weighed.
 */
export function sweepPeople(): void {
  const kinds = asked.kinds
  const publics = asked.publics
  const slots = asked.slots
  const licences = asked.licences
  const skills = asked.skills
  const skillsAgain = asked.skillsAgain
  const latest = min<i32>(asked.last, asked.from + START_TOLERANCE_DAYS)
  // Experience is had in a project: for an offer open to anybody, nobody's counts.
  const levels = asked.isOpen ? 0 : EXPERIENCE_MASK
  let floor = floorOf()
  for (let number = 0; number < gatheredCount(); number++) {
    const block = gatheredAt(number)
    const near = load<i32>(block + GATHERED_NEAR)
    const base = load<i32>(block + GATHERED_MOST)
    const least = base + FULL_SKILL_TENTHS
    if (least + load<i32>(block + GATHERED_TRAVEL) < floor) continue
    const gapKm = load<f64>(block + GATHERED_GAP)
    const end = load<usize>(block + GATHERED_END)
    let limit = -1
    let travel = 0
    let longest: f64 = 0
    let perKm: f64 = 0
    for (let at = load<usize>(block + GATHERED_START); at < end; at += ENTRY_WORDS * 4) {
      if (word(at, LAST) !== limit) {
        limit = word(at, LAST)
        if (f64(limit) < gapKm) break
        travel = mostTravelTenths(gapKm, limit)
        if (least + travel < floor) break
        longest = longestSquaredChord(limit)
        perKm = travelPerKm(limit)
      }
      if ((licences & ~word(at, LICENCES)) !== 0) continue
      const missing = max<i32>(
        i32(popcnt<u64>(skills & ~twoWords(at, SKILLS))),
        popcnt<i32>(skillsAgain & ~word(at, SKILLS_AGAIN)),
      )
      const skilled = word(asked.skillTenths, asked.skillCount - missing)
      if (base + travel + skilled < floor) continue
      const flags = word(at, FLAGS)
      const common = word(at, SLOTS) & slots
      if (
        i32((flags & kinds) === 0) |
        (i32(publics !== 0) & i32((flags & publics) === 0)) |
        (i32(slots !== 0) & i32(common === 0)) |
        i32(word(at, FROM) > latest)
      )
        continue
      const experienced = near + experienceTenths(asked.level, (flags & levels) >>> EXPERIENCE_SHIFT)
      const paid = startTenths(word(at, FROM) - asked.from) + contractTenths(flags, asked.contracts)
      const rest = paid + scheduleTenths(slots, common)
      const bound = experienced + rest + skilled
      if (bound + travel < floor) continue
      const squaredChord = squaredChordTo(word(at, PLACE))
      if (squaredChord > longest) continue
      const reach = mostTravelFrom(leastKmOf(squaredChord), perKm)
      if (bound + reach < floor) continue
      if (!addCandidate(at, bound + reach, reach, rest)) continue
      weighCandidates()
      floor = floorOf()
      if (least + travel < floor) break
    }
  }
  weighCandidates()
}
