import { type Commune, searchName } from './commune.ts'

/** What a person typed for a commune, and the one she or he picked when several answered to it. */
export type TypedCommune = { typed: string; chosenCode: string | null }

export type CommuneChoice =
  | { kind: 'found'; commune: Commune }
  | { kind: 'several'; communes: Commune[] }
  | { kind: 'unknown' }

/**
 * The commune meant, among those that answer to the text: the one picked, else the only one, else the only one of exactly
 * this name. A pick that no longer answers to the text is left aside.
 */
export function chooseCommune(
  { typed, chosenCode }: TypedCommune,
  candidates: readonly Commune[],
): CommuneChoice {
  const picked = candidates.find((commune) => commune.inseeCode === chosenCode)
  if (picked) return { kind: 'found', commune: picked }
  const [first, second] = candidates
  if (!first) return { kind: 'unknown' }
  if (!second) return { kind: 'found', commune: first }
  const name = searchName(typed)
    .replace(/\b\d{5}\b/, '')
    .trim()
  const [exact, otherExact] = candidates.filter((commune) => searchName(commune.name) === name)
  if (exact && !otherExact) return { kind: 'found', commune: exact }
  return { kind: 'several', communes: [...candidates] }
}
