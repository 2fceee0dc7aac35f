import { DETOUR_FACTOR, SPEED_KMH, TRAVEL_MEANS_LABELS, type TravelMeans } from '#app/domain/travel.ts'

/** How travel times are reckoned, for whoever wants to know what a number is worth. */
export const reckoningWords = (means: TravelMeans): string =>
  `Le temps ${TRAVEL_MEANS_LABELS[means]} est une estimation : la distance à vol d’oiseau, plus ${Math.round((DETOUR_FACTOR - 1) * 100)} %, à ${SPEED_KMH[means].toLocaleString('fr-FR')} km par heure.`
