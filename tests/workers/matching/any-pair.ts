import { addDays } from '#app/domain/duration.ts'
import { DRIVING_LICENCES } from '#app/domain/licence.ts'
import type { OccupationNode } from '#app/domain/matching/occupation-graph.ts'
import type { MatchOffer, MatchPerson } from '#app/domain/matching/pair.ts'
import { CONTRACTS, ELIGIBLE_PUBLICS, EXPERIENCE_LEVELS, OFFER_KINDS } from '#app/domain/offer.ts'
import { SLOTS } from '#app/domain/schedule.ts'
import { occupations } from '#prisma/reference/occupations.ts'
import type { Random } from '#prisma/reference/random.ts'

export const TODAY = '2026-06-01'

/** As many occupations again as the ROME has, near nothing: the numbers of the others are as high as they can be. */
const apart: OccupationNode[] = Array.from({ length: 1600 }, (_, at) => {
  const code = `Y${1000 + at}`
  return { romeCode: code, parentCode: code, domainCode: code, near: [] }
})

const reference: OccupationNode[] = occupations.map(({ romeCode, parentCode, domainCode, near }) => ({
  romeCode,
  parentCode,
  domainCode,
  near,
}))

export const nodes = [...apart, ...reference]

/** Few occupations, so that pairs have something in common; the last two are in no graph. */
const codes = [...reference.slice(0, 24).map(({ romeCode }) => romeCode), 'Z9998', 'Z9999']
const skills = Array.from({ length: 40 }, (_, at) => `skill-${at}`)
const licences = [...DRIVING_LICENCES, ...Array.from({ length: 26 }, (_, at) => `licence-${at}`)]

/** Positions that meet often, some at the ends of the Earth: the date line, the poles, antipodes. */
const places = [
  { latitude: 49.5639, longitude: 3.6244 },
  { latitude: 49.5639, longitude: 3.62 },
  { latitude: 49.68, longitude: 3.6244 },
  { latitude: 49.85, longitude: 3.29 },
  { latitude: 49.999999, longitude: 3.5 },
  { latitude: 50, longitude: 3.5 },
  { latitude: 48.8566, longitude: 2.3522 },
  { latitude: -49.5639, longitude: -176.3756 },
  { latitude: 0.05, longitude: 180 },
  { latitude: -0.05, longitude: -179.9 },
  { latitude: 0, longitude: 0 },
  { latitude: 90, longitude: 12 },
  { latitude: 89.95, longitude: -170 },
  { latitude: -90, longitude: 0 },
]

/** A UUID made of a number: the same number gives the same id. */
export const uuid = (number: number): string => {
  const mixed = Math.imul(number + 1, 0x9e3779b1) >>> 0
  const tail = number.toString(16).padStart(12, '0')
  return `${mixed.toString(16).padStart(8, '0')}-0000-7000-8000-${tail}`
}

const place = (random: Random) => {
  const near = random.pick(places)
  if (random.chance(0.5)) return near
  const latitude = Math.max(-90, Math.min(90, near.latitude + (random.next() - 0.5) / 2))
  const longitude = Math.max(-180, Math.min(180, near.longitude + (random.next() - 0.5) / 2))
  return { latitude, longitude }
}

const some = <T>(random: Random, items: readonly T[], most: number) =>
  random.sample(items, random.int(0, most))
const day = (random: Random) => (random.chance(0.4) ? null : addDays(TODAY, random.int(-40, 90)))

/** Any person at all, from a random source. */
export const anyPerson = (random: Random, number: number): MatchPerson => ({
  profileId: uuid(number),
  ...place(random),
  limitKm: random.pick([0, 5, 12.5, 20, 20, 50, 120, random.next() * 40, 20_100]),
  projects: Array.from({ length: random.int(0, 4) }, () => ({
    occupationCode: random.pick(codes),
    experience: random.pick(EXPERIENCE_LEVELS),
  })),
  isOpenToAnyOccupation: random.chance(0.15),
  kinds: random.chance(0.05) ? [] : random.sample(OFFER_KINDS, random.int(1, 4)),
  contracts: random.chance(0.6) ? [] : some(random, CONTRACTS, 3),
  slots: random.chance(0.5) ? [] : some(random, SLOTS, 20),
  availableFrom: day(random),
  licences: some(random, licences, random.chance(0.2) ? 36 : 3),
  skills: some(random, skills, random.chance(0.1) ? 40 : 6),
  eligiblePublics: random.chance(0.5) ? [] : some(random, ELIGIBLE_PUBLICS, 3),
  isReachable: random.chance(0.97),
})

/** Any offer at all, from a random source. */
export const anyOffer = (random: Random, number: number): MatchOffer => ({
  offerId: uuid(number),
  kind: random.pick(OFFER_KINDS),
  ...(random.chance(0.03) ? { latitude: null, longitude: null } : place(random)),
  occupationCode: random.chance(0.12) ? null : random.pick(codes),
  contract: random.chance(0.3) ? null : random.pick(CONTRACTS),
  slots: random.chance(0.5) ? [] : some(random, SLOTS, 12),
  startsOn: day(random),
  endsOn: day(random),
  licences: random.chance(0.7) ? [] : some(random, licences, 2),
  skills: random.chance(0.3) ? [] : some(random, skills, random.chance(0.05) ? 40 : 7),
  experience: random.pick(EXPERIENCE_LEVELS),
  eligiblePublics: random.chance(0.8) ? [] : some(random, ELIGIBLE_PUBLICS, 2),
  isOpen: random.chance(0.97),
})
