import { KINDS_MASK } from './entry.ts'

/**
 * People are indexed by how far they can come, so that a question looks far for those alone who come from far: for each
 * range of limits, cells about as large as the limit itself. Rows and columns cut the whole Earth. Offers, which have no limit of
 * their own, all stand in the first layer.
 */
export const LAYERS = [
  { upToKm: 20, byOccupation: { rows: 720, columns: 1028 }, byPlace: { rows: 1800, columns: 2400 } },
  { upToKm: 60, byOccupation: { rows: 360, columns: 514 }, byPlace: { rows: 720, columns: 1028 } },
  { upToKm: 150, byOccupation: { rows: 180, columns: 257 }, byPlace: { rows: 360, columns: 514 } },
  {
    upToKm: Number.POSITIVE_INFINITY,
    byOccupation: { rows: 18, columns: 26 },
    byPlace: { rows: 18, columns: 26 },
  },
] as const

/** The layer of a travel limit in km. */
export const layerOf = (limitKm: number): number => LAYERS.findIndex(({ upToKm }) => limitKm <= upToKm)

/**
 * Families of the index by place alone. Whoever is open to any occupation (people) or to anybody (offers) stands in `OPEN`; and everybody
 * with those who want the same kinds of offers, or are of the same: the number of the family is the bits of `KINDS_MASK`.
 */
export const OPEN = 0
export const PLACE_FAMILIES = KINDS_MASK + 1
