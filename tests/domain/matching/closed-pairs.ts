import type { Gate } from '#app/domain/matching/criteria.ts'
import type { MatchOffer, MatchPerson } from '#app/domain/matching/pair.ts'
import { offer, person } from './people.ts'

const PAIRS: Record<Gate, [Partial<MatchPerson>, Partial<MatchOffer>]> = {
  kind: [{ kinds: ['job'] }, {}],
  distance: [{ limitKm: 7.5 }, { latitude: 49.7 }],
  licence: [{ licences: [] }, { licences: ['B'] }],
  schedule: [{ slots: ['mon_morning'] }, { slots: ['sat_night'] }],
  dates: [{ availableFrom: '2026-10-01' }, { startsOn: '2026-07-03' }],
  eligibility: [{}, { eligiblePublics: ['minimum_benefits'] }],
  consent: [{ isReachable: false }, {}],
  capacity: [{}, { isOpen: false }],
}

/** A pair whose only closed gate is this one. */
export function closedPair(gate: Gate): { person: MatchPerson; offer: MatchOffer } {
  const [of, to] = PAIRS[gate]
  return { person: person(of), offer: offer(to) }
}
