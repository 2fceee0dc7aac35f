import type { Position } from './geo.ts'
import type { Contract, ExperienceLevel } from './offer.ts'

/** Longest texts kept of an offer that comes from elsewhere, in characters; longer ones are cut with an ellipsis. */
export const SOURCED_TITLE_LENGTH = 120
export const SOURCED_DESCRIPTION_LENGTH = 8000

/** Where a source says the work is: any of these may be missing. `departementCode` is read from the other fields. */
export type SourcedPlace = {
  label: string | null
  postalCode: string | null
  inseeCode: string | null
  departementCode: string | null
  position: Position | null
}

/**
 * An offer as a source tells it, before it is placed and its occupation is found. Texts are plain, `licences` are codes of
 * driving licences, `skills` the source's own words. `publishedAt` is the source's date. A season makes it seasonal work.
 */
export type SourcedOffer = {
  sourceId: string
  url: string | null
  organisationName: string | null
  publishedAt: Date | null
  title: string
  description: string
  place: SourcedPlace
  romeCode: string | null
  occupationLabel: string | null
  contract: Contract
  isAgencyWork: boolean
  isSeasonal: boolean
  duration: string | null
  positions: number
  hoursPerWeek: number | null
  pay: string | null
  licences: string[]
  skills: string[]
  experience: ExperienceLevel
  isDisabilityFriendly: boolean
}

/** A row of a source's file: its rank in the list from 0 and its line in the file from 1. */
export type SourceRow = { index: number; line: number }
export type RejectedRow = SourceRow & { sourceId: string | null; reason: string }
