/** Somebody who exists nowhere else: each thing that can be kept of her or him holds the same word, or the same number. */
export type Canary = {
  /** Ten letters that no other text holds. */
  word: string
  firstName: string
  lastName: string
  /** E.164, and as people type it. */
  phone: string
  typedPhone: string
  email: string
  address: string
  /** A sentence of her or his own. */
  text: string
}

const CONSONANTS = 'bcdfgklmnprstvwx'
const VOWELS = 'aeiou'
const syllable = (n: number) =>
  `${CONSONANTS[n % CONSONANTS.length]}${VOWELS[Math.floor(n / CONSONANTS.length) % VOWELS.length]}`

/** The canary of this number, 0 to 999: always the same. */
export function canary(number: number): Canary {
  const word = `zqx${syllable(number % 80)}${syllable(Math.floor(number / 80) + 7)}xqo`
  const proper = word[0]?.toUpperCase() + word.slice(1)
  const digits = `5${String(number).padStart(3, '0')}`
  return {
    word,
    firstName: `${proper}prenom`,
    lastName: `${proper}nom`,
    phone: `+3363998${digits}`,
    typedPhone: `06 39 98 ${digits.slice(0, 2)} ${digits.slice(2)}`,
    email: `${word}.courriel@exemple.fr`,
    address: `3 rue ${proper}`,
    text: `Appeler ${proper} après le travail, chez ${proper}.`,
  }
}

/** The texts of which any one gives a canary away, whatever stands around it and however it is written. */
export const marksOf = ({ word, phone, typedPhone }: Canary): string[] => [
  word.slice(1),
  word.toUpperCase(),
  phone,
  typedPhone,
  typedPhone.replaceAll(' ', ''),
]
