/** A code and the words people read for it. */
export type LabelledCode = { code: string; label: string }

/**
 * One occupation of the built-in list, a ROME 4.0 record.
 *
 * `near` holds ROME codes of this list in the official order of mobility, closest first.
 * `requiredLicences` holds the licences and certificates usually asked for, as codes of the credential list.
 * `hiringShare` and `seekingShare` are relative weights among the Aisne's offers and candidates, without unit.
 */
export type OccupationSeed = {
  romeCode: string
  label: string
  plainLabel: string
  parentCode: string
  domainCode: string
  synonyms: string[]
  near: string[]
  skills: string[]
  requiredLicences?: string[]
  hiringShare: number
  seekingShare: number
  isVolunteering?: boolean
}
