import { type Commune, searchName } from './commune.ts'

/** A commune, and its name as it is searched. Former names are kept as they are searched. */
export type NamedCommune = Commune & { searchName: string }

/**
 * Communes by what a person typed: name or former name without accents, start first, or a postal code. `communes` has the
 * most peopled first, and so has the answer, of at most `limit`.
 */
export function communesNamed(communes: readonly NamedCommune[], text: string, limit: number): Commune[] {
  const typed = searchName(text)
  if (typed === '') return []
  const postalCode = typed.match(/\b\d{5}\b/)?.[0]
  const name = typed.replace(/\b\d{5}\b/, '').trim()
  const isNamed = (commune: NamedCommune) =>
    commune.searchName.startsWith(name) ||
    commune.searchName.includes(` ${name}`) ||
    commune.formerNames.includes(name)
  const found: NamedCommune[] = []
  for (const commune of communes) {
    if (found.length === limit) break
    if (isNamed(commune) && (!postalCode || commune.postalCodes.includes(postalCode))) found.push(commune)
  }
  const likeness = (commune: NamedCommune) =>
    Number(commune.searchName === name) * 2 + Number(commune.searchName.startsWith(name))
  return found.sort((a, b) => likeness(b) - likeness(a)).map(({ searchName: _, ...commune }) => commune)
}
