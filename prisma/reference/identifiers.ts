/**
 * Identifiers that look right and belong to nobody. Each takes a rank from 0 and gives another value for another rank.
 * Telephone numbers come from the range that the regulator keeps for fiction (ARCEP, 06 39 98 xx xx), addresses from example.org.
 */

/** A French mobile in E.164, or null from rank 10,000 on: the range is used up. */
export function fictionalPhone(rank: number): string | null {
  return rank < 10_000 ? `+3363998${String(rank).padStart(4, '0')}` : null
}

/** An e-mail address at example.org made of the person's name and the rank, without accents. */
export function fictionalEmail(firstName: string, lastName: string, rank: number): string {
  return `${plainLetters(firstName)}.${plainLetters(lastName)}.${rank}@example.org`
}

/** A SIRET whose two keys are right, of a SIREN in 99 xxx xxx x which is not given to anybody. */
export function fictionalSiret(rank: number): string {
  const siren = withLuhnKey(`99${String(rank % 1_000_000).padStart(6, '0')}`)
  return withLuhnKey(`${siren}0001`)
}

/** An RNA number (W and nine digits) of a registry that does not exist. */
export function fictionalRna(rank: number): string {
  return `W029${String(rank % 1_000_000).padStart(6, '0')}`.slice(0, 10)
}

function withLuhnKey(digits: string): string {
  const sum = [...digits].reverse().reduce((total, digit, index) => {
    const value = Number(digit) * (index % 2 === 0 ? 2 : 1)
    return total + (value > 9 ? value - 9 : value)
  }, 0)
  return `${digits}${(10 - (sum % 10)) % 10}`
}

function plainLetters(text: string): string {
  return text
    .normalize('NFD')
    .replace(/\p{M}/gu, '')
    .toLowerCase()
    .replace(/[^a-z]+/g, '-')
}
