import { addDays } from '#app/domain/duration.ts'
import type { OccupationNode } from '#app/domain/matching/occupation-graph.ts'
import type { MatchOffer, MatchPerson } from '#app/domain/matching/pair.ts'
import { CONTRACTS, EXPERIENCE_LEVELS } from '#app/domain/offer.ts'
import { DAYS, type Slot } from '#app/domain/schedule.ts'
import type { CommuneSeed } from '#prisma/reference/commune-seed.ts'
import { createRandom, type Random } from '#prisma/reference/random.ts'
import { createDraw } from './matching-draw.ts'
import { romeShaped } from './matching-rome.ts'

export const TODAY = '2026-11-21'

/** A made-up country: the n-th person, or offer, is always the same for the same seed. */
export type Country = {
  occupations: OccupationNode[]
  person(number: number): MatchPerson
  offer(number: number): MatchOffer
}

const slotsOf = (days: readonly string[], moments: readonly string[]) =>
  days.flatMap((day) => moments.map((moment) => `${day}_${moment}` as Slot))
const week = DAYS.slice(0, 5)
const PATTERNS: Slot[][] = [
  slotsOf(week, ['morning', 'afternoon']),
  slotsOf(week, ['morning']),
  slotsOf(week, ['afternoon', 'evening']),
  slotsOf(DAYS, ['morning', 'afternoon', 'evening']),
  slotsOf(['sat', 'sun'], ['morning', 'afternoon']),
  slotsOf(['mon', 'tue', 'thu', 'fri'], ['morning', 'afternoon']),
  slotsOf(week, ['evening', 'night']),
]
const LIMITS_KM = [5, 10, 15, 20, 30, 50, 100]
const LIMIT_WEIGHTS = [10, 20, 15, 20, 20, 12, 3]
const CERTIFICATES = ['caces-1', 'caces-3', 'caces-5', 'habilitation', 'sst', 'haccp', 'ssiap', 'fimo', 'dea']

const uuid = (random: Random, number: number) => {
  const hex = (digits: number) =>
    Math.floor(random.next() * 16 ** digits)
      .toString(16)
      .padStart(digits, '0')
  return `${hex(8)}-${hex(4)}-7000-8000-${number.toString(16).padStart(12, '0')}`
}

/** How much likelier the first occupations are than the last: the ten most sought take about a sixth. */
const skew = (_: unknown, at: number) => 1 / (at + 8)

/** Draws people and offers over these communes, as their populations go. */
export function createCountry(communes: readonly CommuneSeed[], seed: number): Country {
  const start = createRandom(seed)
  const occupations = romeShaped(start)
  const skills = occupations.map((_, at) => Array.from({ length: 8 }, (_, n) => `s${(at * 5 + n) % 6000}`))
  const order = start.shuffle(occupations.map((_, at) => at))
  const home = createDraw(communes, ({ population }) => population)
  const work = createDraw(communes, ({ population }) => population ** 1.1)
  const sought = createDraw(order, skew)
  const limit = createDraw(LIMITS_KM, (_, at) => LIMIT_WEIGHTS[at] ?? 0)
  const numbers = new Map(occupations.map(({ romeCode }, at) => [romeCode, at]))
  const codeOf = (at: number) => occupations[at]?.romeCode ?? ''
  const nearOf = (random: Random, at: number) =>
    numbers.get(random.pick(occupations[at]?.near ?? [codeOf(at)])) ?? at
  const at = (commune: CommuneSeed) => ({ latitude: commune.latitude, longitude: commune.longitude })
  return {
    occupations,
    person(number) {
      const random = createRandom(seed ^ Math.imul(number + 1, 0x9e3779b1))
      const first = sought(random)
      const chosen = [first]
      for (let more = random.int(0, 3); more > 0; more--)
        chosen.push(random.chance(0.6) ? nearOf(random, first) : sought(random))
      const has = chosen.flatMap((occupation) => skills[occupation] ?? [])
      return {
        profileId: uuid(random, number),
        ...at(home(random)),
        limitKm: limit(random),
        projects: chosen.map((occupation) => ({
          occupationCode: codeOf(occupation),
          experience: random.pick(EXPERIENCE_LEVELS),
        })),
        isOpenToAnyOccupation: random.chance(0.08),
        kinds: [
          ...(random.chance(0.97) ? (['job'] as const) : []),
          ...(random.chance(0.4) ? (['clause'] as const) : []),
          ...(random.chance(0.3) ? (['seasonal'] as const) : []),
          ...(random.chance(0.15) ? (['volunteering'] as const) : []),
        ],
        contracts: random.chance(0.6) ? [] : [random.pick(CONTRACTS), 'cdi', 'cdd'],
        slots: random.chance(0.5) ? [] : random.pick(PATTERNS),
        availableFrom: random.chance(0.5) ? null : addDays(TODAY, random.int(-30, 75)),
        licences: [
          ...(random.chance(0.61) ? ['B'] : []),
          ...(random.chance(0.15) ? [random.pick(CERTIFICATES)] : []),
        ],
        skills: has.filter(() => random.chance(0.55)),
        eligiblePublics: random.chance(0.5) ? [] : ['minimum_benefits'],
        isReachable: random.chance(0.97),
      }
    },
    offer(number) {
      const random = createRandom((seed + 1) ^ Math.imul(number + 1, 0x85ebca6b))
      const occupation = sought(random)
      const kindPoint = random.next()
      const kind =
        kindPoint < 0.8 ? 'job' : kindPoint < 0.87 ? 'clause' : kindPoint < 0.96 ? 'seasonal' : 'volunteering'
      return {
        offerId: uuid(random, number),
        kind,
        ...at(work(random)),
        occupationCode: random.chance(kind === 'volunteering' ? 0.5 : 0.01) ? null : codeOf(occupation),
        contract: kind === 'job' || kind === 'clause' ? random.pick(CONTRACTS) : null,
        slots: random.chance(0.4) ? [] : random.pick(PATTERNS),
        startsOn: random.chance(0.5) ? null : addDays(TODAY, random.int(-20, 60)),
        endsOn: random.chance(0.7) ? null : addDays(TODAY, random.int(30, 200)),
        licences: random.chance(0.3) ? ['B'] : random.chance(0.08) ? [random.pick(CERTIFICATES)] : [],
        skills: random.sample(skills[occupation] ?? [], random.int(0, 5)),
        experience: random.chance(0.5) ? 'none' : random.pick(EXPERIENCE_LEVELS),
        eligiblePublics: kind === 'clause' ? ['minimum_benefits', 'long_term_jobseeker'] : [],
        isOpen: random.chance(0.98),
      }
    },
  }
}
