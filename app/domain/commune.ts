/** A commune, known by its INSEE code. The position is its centre; approximate when taken from its postal code's town. */
export type Commune = {
  inseeCode: string
  departementCode: string
  name: string
  postalCodes: string[]
  formerNames: string[]
  population: number
  epciCode: string | null
  epciName: string | null
  latitude: number
  longitude: number
  isApproximate: boolean
}

/** A name as people may type it: lower case, without accents, "saint" in full, words separated by one space. */
export const searchName = (name: string): string =>
  name
    .normalize('NFD')
    .replace(/\p{M}/gu, '')
    .toLowerCase()
    .replace(/œ/g, 'oe')
    .replace(/[^a-z0-9]+/g, ' ')
    .trim()
    .replace(/\bst\b/g, 'saint')
    .replace(/\bste\b/g, 'sainte')
