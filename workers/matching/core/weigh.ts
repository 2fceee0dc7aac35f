import { candidateAt, candidateCount, forgetCandidates, isLeftOut, touchRecords } from './candidates'
import { kmTo } from './distances'
import { startOfId } from './ids'
import { CANDIDATE_ENTRY, CANDIDATE_REST, CANDIDATE_TRAVEL, PLACE, SLOT } from './layout'
import { recordOf } from './lists'
import { word } from './memory'
import { findsPeople, limitKm } from './question'
import { meet } from './seen'
import { travelTenths } from './tenths'
import { floorOf, offerRow } from './top'
import { scoreOfOffer } from './weigh-offers'
import { limitAt, scoreOfPerson } from './weigh-people'

function weigh(candidate: usize, floor: i32): void {
  const entry = load<usize>(candidate + CANDIDATE_ENTRY)
  const record = recordOf(entry)
  if (!meet(word(record, SLOT))) return
  const rest = load<i32>(candidate + CANDIDATE_REST)
  const base = findsPeople ? scoreOfPerson(entry, record, rest) : scoreOfOffer(entry, record, rest)
  if (base < 0 || base + load<i32>(candidate + CANDIDATE_TRAVEL) < floor) return
  const limit = findsPeople ? limitAt(entry, record) : limitKm
  const km = kmTo(word(entry, PLACE))
  if (!(km <= limit)) return
  const score = base + travelTenths(km, limit)
  if (score >= floor) offerRow(score, km, startOfId(record), entry)
}

/** Weighs the candidates as they truly are, to the exact distance and limit. Those among the best enter; no candidate is left. */
export function weighCandidates(): void {
  touchRecords()
  for (let number = 0; number < candidateCount(); number++) {
    const floor = floorOf()
    if (!isLeftOut(candidateAt(number), floor)) weigh(candidateAt(number), floor)
  }
  forgetCandidates()
}
