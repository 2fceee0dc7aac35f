import type { IsoDate } from './duration.ts'
import type { Contract, EligiblePublic, ExperienceLevel, OfferKind } from './offer.ts'
import type { Slot } from './schedule.ts'
import type { TravelLimit } from './travel.ts'

export const VISIBILITIES = ['hidden', 'visible_without_name', 'visible'] as const
export type Visibility = (typeof VISIBILITIES)[number]

/** An occupation wanted, with the experience had in it. Projects are ranked: the first is wanted most. */
export type Project = { occupationCode: string; experience: ExperienceLevel }

/** A candidate's profile: what the person can and wants to do. It holds no age, sex, origin, health or income. */
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
  slots: Slot[]
  availableFrom: IsoDate | null
  travel: TravelLimit
  licences: string[]
  skills: string[]
  languages: string[]
  eligiblePublics: EligiblePublic[]
  visibility: Visibility
  version: number
  updatedAt: Date
}
