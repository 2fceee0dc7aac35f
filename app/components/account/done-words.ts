/** What has just been done, by the word of the address. */
export const DONE_WORDS = {
  contact: 'C’est changé. Nous prévenons votre ancien contact, par sécurité.',
  application: 'Votre nouvelle application est en place. Les codes de l’ancienne ne marchent plus.',
  appareil: 'L’appareil est déconnecté.',
  appareils: 'Tous vos autres appareils sont déconnectés.',
} as const

export type DoneWord = keyof typeof DONE_WORDS

/** The word of an address, or null when it says nothing. */
export const doneWordOf = (text: string | null): DoneWord | null =>
  text !== null && Object.hasOwn(DONE_WORDS, text) ? (text as DoneWord) : null
