import type { IsoDate } from './duration.ts'
import type { Slot } from './schedule.ts'

export const OFFER_KINDS = ['job', 'clause', 'seasonal', 'volunteering'] as const
export type OfferKind = (typeof OFFER_KINDS)[number]

export const OFFER_STATES = [
  'draft',
  'in_review',
  'published',
  'suspended',
  'filled',
  'expired',
  'withdrawn',
  'refused',
] as const
export type OfferState = (typeof OFFER_STATES)[number]

export const CONTRACTS = [
  'cdi',
  'cdd',
  'interim',
  'cddi',
  'pec_cae',
  'cui_cie',
  'apprentissage',
  'professionnalisation',
  'other',
] as const
export type Contract = (typeof CONTRACTS)[number]

/** Experience wanted, or had, in an occupation: ordered from none to three years and more. */
export const EXPERIENCE_LEVELS = ['none', 'months', 'one_year', 'three_years'] as const
export type ExperienceLevel = (typeof EXPERIENCE_LEVELS)[number]

/** Whom the law lets an insertion clause be reserved for. */
export const ELIGIBLE_PUBLICS = [
  'minimum_benefits',
  'long_term_jobseeker',
  'young_unqualified',
  'disabled_worker',
  'insertion_employee',
] as const
export type EligiblePublic = (typeof ELIGIBLE_PUBLICS)[number]

export type JobDetails = { kind: 'job'; contract: Contract; isAgencyWork: boolean }
export type ClauseDetails = {
  kind: 'clause'
  contract: Contract
  market: string
  lot: string
  buyer: string
  contractor: string
  plannedHours: number
  facilitator: string
  eligiblePublics: EligiblePublic[]
}
export type SeasonalDetails = { kind: 'seasonal'; season: string; crop: string; keepsRsa: boolean }
export type VolunteeringDetails = {
  kind: 'volunteering'
  course: string
  aims: string
  suitableProfiles: string
  skillsDeveloped: string
  nextSteps: string
  welcomeReferent: string
  timeAsked: string
  field: string
}
export type OfferDetails = JobDetails | ClauseDetails | SeasonalDetails | VolunteeringDetails

/** True when the law keeps this offer for people in given situations: to be found for it tells that one is in one of them. */
export const isReserved = (details: OfferDetails): boolean =>
  details.kind === 'clause' && details.eligiblePublics.length > 0

/** What an organisation writes. `startsOn` null is "as soon as possible"; `occupationCode` null is open to anybody. */
export type OfferContent = {
  title: string
  occupationCode: string | null
  description: string
  communeCode: string
  address: string | null
  positions: number
  startsOn: IsoDate | null
  endsOn: IsoDate | null
  hoursPerWeek: number | null
  slots: Slot[]
  pay: string | null
  licences: string[]
  skills: string[]
  experience: ExperienceLevel
  isReachableByTransit: boolean
  hasCollectivePickup: boolean
  hasLodging: boolean
  isDisabilityFriendly: boolean
  replyDelayDays: number
  details: OfferDetails
}

/** Where an imported offer comes from; null for one written here. */
export type OfferOrigin = {
  source: string
  sourceId: string
  url: string | null
  organisationName: string | null
}

/** An offer as it stands. `version` rises at each change; instants are UTC; latitude and longitude may be missing. */
export type Offer = OfferContent & {
  id: string
  territoryId: string
  organisationId: string | null
  state: OfferState
  version: number
  flags: string[]
  latitude: number | null
  longitude: number | null
  origin: OfferOrigin | null
  createdAt: Date
  updatedAt: Date
  publishedAt: Date | null
  expiresAt: Date | null
  closedAt: Date | null
  applicationCount: number
}

/** True for the states in which nobody can apply any more. */
export const isClosed = (state: OfferState): boolean =>
  state === 'filled' || state === 'expired' || state === 'withdrawn' || state === 'refused'
