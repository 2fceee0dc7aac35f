/** An occupation: a ROME 4.0 record. Sources mix ROME 3 and 4 codes, so the parent is kept. */
export type Occupation = {
  romeCode: string
  parentCode: string
  domainCode: string
  label: string
  plainLabel: string
  synonyms: string[]
  near: string[]
  skills: string[]
}

/** A ROME code is a letter and four digits. */
export const ROME_CODE = /^[A-N]\d{4}$/
