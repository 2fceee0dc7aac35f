/**
 * People are indexed by how far they can come, so that a question looks far for those alone who come from far: for each
 * range of limits, cells about as large as the limit itself. Rows and columns cut the whole Earth. Offers, which have no limit of
 * their own, all stand in the first layer.
 */
export const LAYERS = [
  { upToKm: 20, byOccupation: { rows: 360, columns: 514 }, byPlace: { rows: 1200, columns: 1714 } },
  { upToKm: 60, byOccupation: { rows: 180, columns: 257 }, byPlace: { rows: 540, columns: 771 } },
  { upToKm: 150, byOccupation: { rows: 90, columns: 128 }, byPlace: { rows: 180, columns: 257 } },
  {
    upToKm: Number.POSITIVE_INFINITY,
    byOccupation: { rows: 18, columns: 26 },
    byPlace: { rows: 18, columns: 26 },
  },
] as const

/** The layer of a travel limit in km. */
export const layerOf = (limitKm: number): number => LAYERS.findIndex(({ upToKm }) => limitKm <= upToKm)
