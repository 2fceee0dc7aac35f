import type { Criterion } from './criteria.ts'

/** The version kept with each match. It changes whenever a weight or a formula changes. */
export const SCORING_VERSION = '2026-11-24'

/** Public weights, in points: they add up to 100. The method page prints these very constants. */
export const WEIGHTS: Record<Criterion, number> = {
  occupation: 40,
  skills: 15,
  experience: 10,
  travel: 12,
  schedule: 10,
  start: 5,
  contract: 8,
}

/** How near two occupations are (domain: "Matching"). */
export const PROXIMITY = {
  same: 1,
  sameParent: 0.85,
  mobilityFirst: 0.7,
  mobilityLast: 0.45,
  twoSteps: 0.3,
  /** ROME leads from the occupation offered to the one wanted, not the other way. */
  mobilityBack: 0.3,
  sameDomain: 0.2,
  none: 0,
  /** The person is open to any occupation: after ROME's neighbours, before what is farther. */
  openPerson: 0.4,
  /** The offer asks for no occupation in particular. */
  openOffer: 0.4,
} as const

/** Days after the start of an offer at which a later availability closes the gate `dates`. */
export const START_TOLERANCE_DAYS = 60
