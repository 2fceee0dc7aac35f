import type { Contract, EligiblePublic, ExperienceLevel, OfferKind } from '#app/domain/offer.ts'
import type { Visibility } from '#app/domain/profile.ts'
import { DAYS, type Day, type Moment, type Slot } from '#app/domain/schedule.ts'
import type { TravelLimit, TravelMeans } from '#app/domain/travel.ts'
import { lastNames, menFirstNames, womenFirstNames } from './names.ts'
import type { Random } from './random.ts'

type Share = { share: number }

/** Ages of the people who receive the RSA in the Aisne (percent). */
export const ageBands: (Share & { min: number; max: number })[] = [
  { min: 18, max: 24, share: 6.3 },
  { min: 25, max: 49, share: 65.8 },
  { min: 50, max: 64, share: 27.1 },
]

/** Shares among the Aisne's people in insertion: women, and holders of licence B (39 % have none). */
export const WOMEN_SHARE = 0.58
export const LICENCE_B_SHARE = 0.61

/** Travel limits: with a car for those who may drive, otherwise for those who may not. */
export const travelPatterns: (Share & {
  means: TravelMeans
  needsLicenceB: boolean
  maxKm: number | null
  maxMinutes: number | null
})[] = [
  { means: 'car', needsLicenceB: true, maxKm: 20, maxMinutes: null, share: 22 },
  { means: 'car', needsLicenceB: true, maxKm: 30, maxMinutes: null, share: 28 },
  { means: 'car', needsLicenceB: true, maxKm: 50, maxMinutes: null, share: 12 },
  { means: 'car', needsLicenceB: true, maxKm: null, maxMinutes: 30, share: 14 },
  { means: 'car', needsLicenceB: true, maxKm: 25, maxMinutes: 45, share: 8 },
  { means: 'foot', needsLicenceB: false, maxKm: 3, maxMinutes: null, share: 14 },
  { means: 'foot', needsLicenceB: false, maxKm: 5, maxMinutes: 60, share: 10 },
  { means: 'bicycle', needsLicenceB: false, maxKm: 8, maxMinutes: null, share: 20 },
  { means: 'bicycle', needsLicenceB: false, maxKm: 12, maxMinutes: null, share: 8 },
  { means: 'moped', needsLicenceB: false, maxKm: 15, maxMinutes: null, share: 14 },
  { means: 'public_transport', needsLicenceB: false, maxKm: 25, maxMinutes: null, share: 14 },
  { means: 'public_transport', needsLicenceB: false, maxKm: null, maxMinutes: 45, share: 20 },
]

const WEEKDAYS = DAYS.slice(0, 5)
const week = (days: readonly Day[], moments: readonly Moment[]): Slot[] =>
  days.flatMap((day) => moments.map((moment): Slot => `${day}_${moment}`))

/** When people can work. */
export const availabilityPatterns: (Share & { name: string; slots: Slot[] })[] = [
  { name: 'weekdays', share: 38, slots: week(WEEKDAYS, ['morning', 'afternoon']) },
  { name: 'any time but nights', share: 20, slots: week(DAYS, ['morning', 'afternoon', 'evening']) },
  { name: 'any time', share: 10, slots: week(DAYS, ['morning', 'afternoon', 'evening', 'night']) },
  {
    name: 'school hours',
    share: 14,
    slots: [...week(['mon', 'tue', 'thu', 'fri'], ['morning', 'afternoon'])],
  },
  { name: 'mornings', share: 8, slots: week(WEEKDAYS, ['morning']) },
  { name: 'weekdays and Saturday', share: 7, slots: week(DAYS.slice(0, 6), ['morning', 'afternoon']) },
  {
    name: 'evenings and weekends',
    share: 3,
    slots: [...week(WEEKDAYS, ['evening']), ...week(['sat', 'sun'], ['morning', 'afternoon', 'evening'])],
  },
]

/** Kinds of offers accepted: seasonal work and volunteering are opt-in. */
export const kindWishes: (Share & { kinds: OfferKind[] })[] = [
  { kinds: ['job'], share: 22 },
  { kinds: ['job', 'clause'], share: 22 },
  { kinds: ['job', 'seasonal'], share: 14 },
  { kinds: ['job', 'clause', 'seasonal'], share: 20 },
  { kinds: ['job', 'clause', 'seasonal', 'volunteering'], share: 12 },
  { kinds: ['job', 'volunteering'], share: 7 },
  { kinds: ['volunteering'], share: 3 },
]

export const contractWishes: (Share & { contracts: Contract[] })[] = [
  { contracts: ['cdi', 'cdd'], share: 38 },
  { contracts: ['cdi', 'cdd', 'interim'], share: 30 },
  { contracts: ['cdi'], share: 10 },
  { contracts: ['cdi', 'cdd', 'cddi', 'pec_cae'], share: 16 },
  { contracts: ['apprentissage', 'professionnalisation', 'cdd'], share: 6 },
]

export const visibilityShares: (Share & { visibility: Visibility })[] = [
  { visibility: 'visible_without_name', share: 44 },
  { visibility: 'visible', share: 20 },
  { visibility: 'hidden', share: 36 },
]

const experienceByBand: Record<number, (Share & { level: ExperienceLevel })[]> = {
  18: [
    { level: 'none', share: 55 },
    { level: 'months', share: 35 },
    { level: 'one_year', share: 10 },
  ],
  25: [
    { level: 'none', share: 26 },
    { level: 'months', share: 30 },
    { level: 'one_year', share: 24 },
    { level: 'three_years', share: 20 },
  ],
  50: [
    { level: 'none', share: 16 },
    { level: 'months', share: 18 },
    { level: 'one_year', share: 24 },
    { level: 'three_years', share: 42 },
  ],
}

const otherLanguages: (Share & { language: string })[] = [
  { language: 'anglais', share: 30 },
  { language: 'arabe', share: 24 },
  { language: 'portugais', share: 10 },
  { language: 'polonais', share: 7 },
  { language: 'roumain', share: 6 },
  { language: 'turc', share: 6 },
  { language: 'espagnol', share: 8 },
  { language: 'ukrainien', share: 4 },
]

/** A fictional person in insertion. `age` and `isWoman` shape the draw and are kept nowhere: a profile holds neither. */
export type FictionalPerson = {
  firstName: string
  lastName: string
  isWoman: boolean
  age: number
  hasLicenceB: boolean
  travel: TravelLimit
  slots: Slot[]
  kinds: OfferKind[]
  contracts: Contract[]
  experience: ExperienceLevel
  languages: string[]
  visibility: Visibility
  eligiblePublics: EligiblePublic[]
}

/** Draws a person after the Aisne's distributions. */
export function drawPerson(random: Random): FictionalPerson {
  const shared = <T extends Share>(items: readonly T[]) => random.weighted(items, (item) => item.share)
  const isWoman = random.chance(WOMEN_SHARE)
  const band = shared(ageBands)
  const hasLicenceB = random.chance(LICENCE_B_SHARE)
  const hasCar = hasLicenceB && random.chance(0.82)
  const { means, maxKm, maxMinutes } = shared(
    travelPatterns.filter((pattern) => pattern.needsLicenceB === hasCar),
  )
  const eligiblePublics: EligiblePublic[] = random.chance(0.82) ? ['minimum_benefits'] : []
  if (random.chance(0.46)) eligiblePublics.push('long_term_jobseeker')
  if (band.min === 18 && random.chance(0.5)) eligiblePublics.push('young_unqualified')
  if (random.chance(0.09)) eligiblePublics.push('disabled_worker')
  return {
    firstName: random.pick(isWoman ? womenFirstNames : menFirstNames),
    lastName: random.pick(lastNames),
    isWoman,
    age: random.int(band.min, band.max),
    hasLicenceB,
    travel: { means, maxKm, maxMinutes },
    slots: shared(availabilityPatterns).slots,
    kinds: shared(kindWishes).kinds,
    contracts: shared(contractWishes).contracts,
    experience: shared(experienceByBand[band.min] ?? []).level,
    languages: random.chance(0.32) ? ['français', shared(otherLanguages).language] : ['français'],
    visibility: shared(visibilityShares).visibility,
    eligiblePublics,
  }
}
