import type { CommuneSeed } from '#prisma/reference/commune-seed.ts'
import type { DrawnPerson } from '#prisma/seed/people.ts'

/** What is known of a person that the engine is not given, unless `isGate` says that an offer may ask for it. */
export type Grouping = {
  name: string
  isGate: boolean
  groupOf: (person: DrawnPerson, commune: CommuneSeed) => string
}

const SMALL = 2000
const TOWN = 10_000

/** The groupings printed. Age and sex shaped the draw of the demo's people and are written nowhere. */
export const GROUPINGS: readonly Grouping[] = [
  { name: 'sex', isGate: false, groupOf: ({ drawn }) => (drawn.isWoman ? 'women' : 'men') },
  {
    name: 'age',
    isGate: false,
    groupOf: ({ drawn: { age } }) => (age < 25 ? 'under 25' : age < 50 ? '25 to 49' : '50 and over'),
  },
  {
    name: 'minimum benefits',
    isGate: false,
    groupOf: ({ profile }) => (profile.eligiblePublics.includes('minimum_benefits') ? 'yes' : 'no'),
  },
  {
    name: 'disabled worker',
    isGate: false,
    groupOf: ({ profile }) => (profile.eligiblePublics.includes('disabled_worker') ? 'yes' : 'no'),
  },
  {
    name: 'languages',
    isGate: false,
    groupOf: ({ profile }) => (profile.languages.length > 1 ? 'another one' : 'French alone'),
  },
  {
    name: 'commune',
    isGate: false,
    groupOf: (_, { population }) =>
      population < SMALL ? 'under 2,000' : population < TOWN ? '2,000 to 9,999' : '10,000 and over',
  },
  {
    name: 'licence B',
    isGate: true,
    groupOf: ({ profile }) => (profile.licences.includes('B') ? 'yes' : 'no'),
  },
  { name: 'travels by', isGate: true, groupOf: ({ profile }) => profile.travel.means },
]

/** A group's people, the share of them with a proposal, and that share against the best-served group's. */
export type GroupLine = {
  grouping: string
  group: string
  people: number
  before_pct: number
  before_ratio: number
  after_pct: number
  after_ratio: number
  mean_before: number
  mean_after: number
  under_four_fifths: string
}

type Counts = { before: ReadonlyMap<string, number>; after: ReadonlyMap<string, number> }
type Sum = { people: number; before: number; after: number; served: { before: number; after: number } }

const round = (value: number, digits: number) => Math.round(value * 10 ** digits) / 10 ** digits

/** Selection rates of each group of one grouping, before and after allocation; ratios to the best-served group (four-fifths reading). */
export function ratesOf(
  grouping: Grouping,
  people: readonly { person: DrawnPerson; commune: CommuneSeed }[],
  { before, after }: Counts,
): GroupLine[] {
  const sums = new Map<string, Sum>()
  for (const { person, commune } of people) {
    const group = grouping.groupOf(person, commune)
    const sum = sums.get(group) ?? { people: 0, before: 0, after: 0, served: { before: 0, after: 0 } }
    const [had, has] = [before.get(person.profile.id) ?? 0, after.get(person.profile.id) ?? 0]
    sum.people++
    sum.before += had
    sum.after += has
    if (had > 0) sum.served.before++
    if (has > 0) sum.served.after++
    sums.set(group, sum)
  }
  const rates = [...sums.values()].map(({ people: count, served }) => ({
    before: served.before / count,
    after: served.after / count,
  }))
  const best = {
    before: Math.max(...rates.map((rate) => rate.before)),
    after: Math.max(...rates.map((rate) => rate.after)),
  }
  const ratio = (rate: number, top: number) => (top > 0 ? round(rate / top, 2) : 1)
  return [...sums].sort().map(([group, { people: count, served, ...sum }]) => {
    const afterRatio = ratio(served.after / count, best.after)
    return {
      grouping: grouping.isGate ? `${grouping.name} *` : grouping.name,
      group,
      people: count,
      before_pct: round((100 * served.before) / count, 1),
      before_ratio: ratio(served.before / count, best.before),
      after_pct: round((100 * served.after) / count, 1),
      after_ratio: afterRatio,
      mean_before: round(sum.before / count, 2),
      mean_after: round(sum.after / count, 2),
      under_four_fifths: afterRatio < 0.8 ? 'yes' : '',
    }
  })
}
