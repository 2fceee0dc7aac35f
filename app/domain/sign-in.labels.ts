const OR_CALL = 'ou appelez-nous : le numéro est à côté de « Besoin d’aide ? ».'

const minutesInWords = (minutes: number): string => (minutes === 1 ? '1 minute' : `${minutes} minutes`)

/** Said after the last wrong try of an account's codes. */
export const triesSpentSentence = (minutes: number): string =>
  `Cinq essais, c’est le maximum. Demandez un autre code dans ${minutesInWords(minutes)}, ${OR_CALL}`

/** Said when one internet connection asks for many codes. */
export const addressSpentSentence = (minutes: number): string =>
  `Beaucoup de codes ont été demandés depuis cette connexion internet. Attendez ${minutesInWords(minutes)}, ${OR_CALL}`

/** Said when one internet connection tries many codes. */
export const addressTriesSpentSentence = (minutes: number): string =>
  `Beaucoup de codes faux viennent de cette connexion internet. Attendez ${minutesInWords(minutes)}, ${OR_CALL}`

/** Said when the platform has sent as many codes as it may. */
export const codesSpentSentence = (minutes: number): string =>
  `Nous avons déjà envoyé beaucoup de codes. Attendez ${minutesInWords(minutes)}, ${OR_CALL}`
