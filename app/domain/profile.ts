import type { Commune } from './commune.ts'
import type { IsoDate } from './duration.ts'
import type { Contract, EligiblePublic, ExperienceLevel, OfferKind } from './offer.ts'
import type { Slot } from './schedule.ts'
import type { TravelLimit } from './travel.ts'

export const VISIBILITIES = ['hidden', 'visible_without_name', 'visible'] as const
export type Visibility = (typeof VISIBILITIES)[number]

/** How much a person wants to work in a week. */
export const HOURS_WISHES = ['full_time', 'part_time', 'few_hours'] as const
export type HoursWish = (typeof HOURS_WISHES)[number]

/** An occupation wanted, with the experience had in it. Projects are ranked: the first is wanted most. */
export type Project = { occupationCode: string; experience: ExperienceLevel }

/**
 * A candidate's profile: what the person can and wants to do. It holds no age, sex, origin, health or income, but what she or
 * he chose to say in `eligiblePublics` to be proposed offers that the law reserves.
 */
export type Profile = {
  id: string
  accountId: string
  territoryId: string
  communeCode: string
  latitude: number
  longitude: number
  projects: Project[]
  isOpenToAnyOccupation: boolean
  kinds: OfferKind[]
  contracts: Contract[]
  /** None: any number of hours will do. */
  hours: HoursWish[]
  slots: Slot[]
  availableFrom: IsoDate | null
  travel: TravelLimit
  licences: string[]
  skills: string[]
  languages: string[]
  eligiblePublics: EligiblePublic[]
  visibility: Visibility
  /** The questions that were answered, be it by "nothing" or by "I do not know". */
  answered: string[]
  version: number
  updatedAt: Date
}

/** What somebody says of her or himself to begin with. No occupation: open to any. */
export type FirstAnswers = {
  occupationCode: string | null
  /** Kinds opted into, besides jobs and insertion clauses. */
  otherKinds: readonly OfferKind[]
  travel: Pick<TravelLimit, 'means' | 'maxMinutes'>
  mayBeFound: boolean
}

/**
 * The profile of somebody just registered: at the commune's centre, jobs and insertion clauses, the other kinds only when
 * asked for, hidden unless the person agreed to be found (domain: "Candidates").
 */
export function firstProfile(
  { occupationCode, otherKinds, travel, mayBeFound }: FirstAnswers,
  ids: { id: string; accountId: string; territoryId: string; commune: Commune; now: Date },
): Profile {
  const { commune, now, ...rest } = ids
  return {
    ...rest,
    communeCode: commune.inseeCode,
    latitude: commune.latitude,
    longitude: commune.longitude,
    projects: occupationCode === null ? [] : [{ occupationCode, experience: 'none' }],
    isOpenToAnyOccupation: occupationCode === null,
    kinds: ['job', 'clause', ...otherKinds],
    contracts: [],
    hours: [],
    slots: [],
    availableFrom: null,
    travel: { means: travel.means, maxKm: null, maxMinutes: travel.maxMinutes },
    licences: [],
    skills: [],
    languages: [],
    eligiblePublics: [],
    visibility: mayBeFound ? 'visible_without_name' : 'hidden',
    answered: [],
    version: 1,
    updatedAt: now,
  }
}
