/**
 * One commune. `inseeCode` is the official code (five characters, '2A004' in Corsica), positions are decimal degrees (WGS 84).
 * `isApproximate` says that the position is a neighbouring town's or the mean of several, not the commune's own centre.
 * `formerNames` are names that people still use: delegated and associated communes.
 */
export type CommuneSeed = {
  inseeCode: string
  name: string
  postalCodes: string[]
  population: number
  departementCode: string
  arrondissementCode: string | null
  epciCode: string | null
  epciName: string | null
  latitude: number
  longitude: number
  isApproximate: boolean
  formerNames: string[]
}

/** A commune before it is placed. */
export type UnplacedCommune = Omit<CommuneSeed, 'latitude' | 'longitude' | 'isApproximate'>

/** Returns the département's code of an INSEE commune code: three characters overseas, two elsewhere. */
export function departementOf(inseeCode: string): string {
  return /^9[78]/.test(inseeCode) ? inseeCode.slice(0, 3) : inseeCode.slice(0, 2)
}
