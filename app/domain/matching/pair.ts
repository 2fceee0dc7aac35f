import type { IsoDate } from '../duration.ts'
import type { Contract, EligiblePublic, ExperienceLevel, OfferKind } from '../offer.ts'
import type { Project } from '../profile.ts'
import type { Slot } from '../schedule.ts'

/** What matching knows of a person. No age, sex, origin, name, family, health or income: the type cannot hold them (L1132-1). */
export type MatchPerson = {
  profileId: string
  latitude: number
  longitude: number
  limitKm: number
  projects: readonly Project[]
  isOpenToAnyOccupation: boolean
  kinds: readonly OfferKind[]
  contracts: readonly Contract[]
  slots: readonly Slot[]
  availableFrom: IsoDate | null
  licences: readonly string[]
  skills: readonly string[]
  /** Read by the gate `eligibility` alone, and only where the law reserves the offer. */
  eligiblePublics: readonly EligiblePublic[]
  isReachable: boolean
}

/** What matching knows of an offer. A missing position closes the gate `distance`. */
export type MatchOffer = {
  offerId: string
  kind: OfferKind
  latitude: number | null
  longitude: number | null
  occupationCode: string | null
  contract: Contract | null
  slots: readonly Slot[]
  startsOn: IsoDate | null
  endsOn: IsoDate | null
  licences: readonly string[]
  skills: readonly string[]
  experience: ExperienceLevel
  eligiblePublics: readonly EligiblePublic[]
  isOpen: boolean
}
