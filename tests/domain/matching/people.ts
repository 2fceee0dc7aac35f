import { buildOccupationGraph } from '#app/domain/matching/occupation-graph.ts'
import type { MatchOffer, MatchPerson } from '#app/domain/matching/pair.ts'

export const TODAY = '2026-06-01'

const node = (romeCode: string, near: string[] = [], parentCode = romeCode) => ({
  romeCode,
  parentCode,
  domainCode: romeCode.slice(0, 3),
  near,
})

/** A small graph: picking, market gardening, vineyard, cleaning, homes, kitchen. */
export const graph = buildOccupationGraph([
  node('A1401', ['A1402', 'A1418', 'K2205']),
  node('A1402', ['A1401']),
  node('A1418', ['A1401']),
  node('A1403', [], 'A1401'),
  node('A1444'),
  node('K2205', ['K1304']),
  node('K1304', ['K2205']),
  node('G1602'),
])

export const context = { graph, today: TODAY }

export const laon = { latitude: 49.5639, longitude: 3.6244 }

/** Nadia, in Laon: picking wanted, works mornings, drives, up to 20 km. */
export const person = (change: Partial<MatchPerson> = {}): MatchPerson => ({
  profileId: 'p1',
  ...laon,
  limitKm: 20,
  projects: [{ occupationCode: 'A1401', experience: 'months' }],
  isOpenToAnyOccupation: false,
  kinds: ['job', 'seasonal'],
  contracts: [],
  slots: [],
  availableFrom: null,
  licences: ['B'],
  skills: ['s1'],
  eligiblePublics: [],
  isReachable: true,
  ...change,
})

/** A picker's offer in Laon. */
export const offer = (change: Partial<MatchOffer> = {}): MatchOffer => ({
  offerId: 'o1',
  kind: 'seasonal',
  ...laon,
  occupationCode: 'A1401',
  contract: null,
  slots: [],
  startsOn: '2026-06-15',
  endsOn: '2026-09-30',
  licences: [],
  skills: [],
  experience: 'none',
  eligiblePublics: [],
  isOpen: true,
  ...change,
})
