const PLAIN: Record<string, string> = {
  '’': "'",
  '‘': "'",
  '“': '"',
  '”': '"',
  '…': '...',
  '–': '-',
  '—': '-',
  '·': '.',
  '•': '-',
  œ: 'oe',
  Œ: 'OE',
  æ: 'ae',
  Æ: 'AE',
  '°': 'o',
  '`': "'",
  '\t': ' ',
}

const BASIC = new Set(
  '@£$¥èéùìòÇ\nØø\rÅåΔ_ΦΓΛΩΠΨΣΘΞÆæßÉ !"#¤%&\'()*+,-./0123456789:;<=>?¡ABCDEFGHIJKLMNOPQRSTUVWXYZÄÖÑÜ§¿abcdefghijklmnopqrstuvwxyzäöñüà',
)
const EXTENDED = new Set('^{}\\[~]|€')

function withoutTypography(character: string): string | undefined {
  if (/\s/u.test(character) && character !== '\n') return ' '
  return PLAIN[character] ?? (BASIC.has(character) || EXTENDED.has(character) ? character : undefined)
}

function toBasic(character: string): string {
  const bare = character.normalize('NFD').replace(/\p{M}/gu, '')
  return withoutTypography(character) ?? [...bare].map((letter) => withoutTypography(letter) ?? '').join('')
}

/**
 * The text in the GSM 03.38 alphabet (3GPP TS 23.038): typographic signs in their plain form, letters outside the alphabet
 * without their accent (ê, î, ô, û, â, ç), what has no plain form left out.
 */
export const toGsm7 = (text: string): string =>
  [...text.normalize('NFC').replace(/«\s*|\s*»/gu, '"')].map(toBasic).join('').replace(/ {2,}/g, ' ').trim()

/** Septets of a GSM-7 text: 1 a character, 2 for those of the extension table. 160 fit in one SMS. */
export const septets = (text: string): number =>
  [...text].reduce((sum, character) => sum + (EXTENDED.has(character) ? 2 : 1), 0)

/** The text cut to a number of septets, with "..." when something was cut, on a whole word where one is near. */
export function cutTo(text: string, room: number): string {
  if (septets(text) <= room) return text
  if (room <= 3) return ''
  let cut = [...text]
  while (septets(cut.join('')) > room - 3) cut = cut.slice(0, -1)
  const whole = cut.join('').replace(/[\s,;:('-]+\S{0,8}$/, '')
  return `${whole.length > cut.length / 2 ? whole : cut.join('').trimEnd()}...`
}
