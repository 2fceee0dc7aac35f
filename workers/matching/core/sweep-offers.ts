import { addCandidate } from './candidates'
import { leastKmOf, longestSquaredChord, squaredChordTo } from './distances'
import { gatheredAt, gatheredCount } from './gather'
import { FULL_REST_TENTHS, FULL_SKILL_TENTHS, PUBLICS_MASK, START_TOLERANCE_DAYS } from './given'
import {
  ENTRY_WORDS,
  FLAGS,
  FROM,
  GATHERED_END,
  GATHERED_LEVEL,
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
import { recordOf } from './lists'
import { twoWords, word } from './memory'
import * as asked from './question'
import {
  contractTenths,
  experienceTenths,
  mostTravelFrom,
  scheduleTenths,
  skillTenths,
  startTenths,
  travelPerKm,
} from './tenths'
import { floorOf } from './top'
import { weighCandidates } from './weigh'
import { levelWanted, skillsWanted } from './weigh-offers'

/** The most that skills could bring, of which the signature proves that so many are missing. */
function mostSkillTenths(entry: usize, missing: i32): i32 {
  if (missing === 0) return FULL_SKILL_TENTHS
  const wanted = skillsWanted(word(entry, FLAGS), recordOf(entry))
  return skillTenths(wanted - missing, wanted)
}

/**
 * Sweeps the blocks gathered, in each the offers that last longest first, until those left end too soon: cheap gates, then the most
 * the pair could score; whatever could enter is weighed.
 */
export function sweepOffers(): void {
  const today = asked.today
  const kinds = asked.kinds
  const publics = asked.publics
  const slots = asked.slots
  const licences = asked.licences
  const skills = asked.skills
  const skillsAgain = asked.skillsAgain
  const available = asked.available
  const limitKm = asked.limitKm
  const longest = longestSquaredChord(limitKm)
  const perKm = travelPerKm(limitKm)
  const soonest = max<i32>(today, available)
  let floor = floorOf()
  for (let number = 0; number < gatheredCount(); number++) {
    const block = gatheredAt(number)
    const near = load<i32>(block + GATHERED_NEAR)
    const travel = load<i32>(block + GATHERED_TRAVEL)
    if (near + travel + FULL_REST_TENTHS < floor) continue
    const least = near + travel + FULL_SKILL_TENTHS
    const level = load<i32>(block + GATHERED_LEVEL)
    const end = load<usize>(block + GATHERED_END)
    for (let at = load<usize>(block + GATHERED_START); at < end; at += ENTRY_WORDS * 4) {
      if (word(at, LAST) < soonest) break
      const flags = word(at, FLAGS)
      if ((flags & kinds) === 0) continue
      const reserved = flags & PUBLICS_MASK
      if (reserved !== 0 && (reserved & publics) === 0) continue
      const wanted = word(at, SLOTS)
      const common = wanted & slots
      if (wanted !== 0 && common === 0) continue
      const late = available - max<i32>(word(at, FROM), today)
      if (late > START_TOLERANCE_DAYS) continue
      if ((word(at, LICENCES) & ~licences) !== 0) continue
      const rest = scheduleTenths(wanted, common) + startTenths(late) + contractTenths(asked.contracts, flags)
      const paid = rest + experienceTenths(levelWanted(flags), level)
      if (least + paid < floor) continue
      const missing = max<i32>(
        i32(popcnt<u64>(twoWords(at, SKILLS) & ~skills)),
        popcnt<i32>(word(at, SKILLS_AGAIN) & ~skillsAgain),
      )
      const bound = near + paid + mostSkillTenths(at, missing)
      if (bound + travel < floor) continue
      const squaredChord = squaredChordTo(word(at, PLACE))
      if (squaredChord > longest) continue
      const reach = mostTravelFrom(leastKmOf(squaredChord), perKm)
      if (bound + reach < floor) continue
      if (!addCandidate(at, bound + reach, reach, rest)) continue
      weighCandidates()
      floor = floorOf()
    }
  }
  weighCandidates()
}
