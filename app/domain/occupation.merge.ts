import type { Occupation } from './occupation.ts'

/** A record of the official ROME: no everyday words, no skills of ours. */
export type OfficialOccupation = Pick<Occupation, 'romeCode' | 'parentCode' | 'domainCode' | 'label'>
/** `rank` starts at 1 for the nearest occupation. */
export type OfficialMobility = { from: string; to: string; rank: number }

/**
 * The occupations after an import of the official ROME: its codes, labels, parents and near occupations, with our everyday
 * label, synonyms and skills kept. A new record is called by its official label. Near occupations unknown on both sides
 * are left out; without any mobility of a record, the near ones it had stay. Returns only records that the import names.
 */
export function mergeOccupations(
  known: readonly Occupation[],
  official: { occupations: readonly OfficialOccupation[]; mobilities: readonly OfficialMobility[] },
): Occupation[] {
  const byCode = new Map(known.map((occupation) => [occupation.romeCode, occupation]))
  const named = new Map(official.occupations.map((occupation) => [occupation.romeCode, occupation]))
  const isKnown = (code: string) => byCode.has(code) || named.has(code)
  const nearBy = new Map<string, string[]>()
  for (const { from, to } of [...official.mobilities].sort((a, b) => a.rank - b.rank))
    if (isKnown(from) && isKnown(to)) nearBy.set(from, [...(nearBy.get(from) ?? []), to])
  return [...new Set([...named.keys(), ...nearBy.keys()])].flatMap((code) => {
    const old = byCode.get(code)
    const record = named.get(code) ?? old
    if (!record) return []
    return [
      {
        romeCode: code,
        parentCode: record.parentCode,
        domainCode: record.domainCode,
        label: record.label,
        plainLabel: old?.plainLabel ?? record.label,
        synonyms: old?.synonyms ?? [],
        near: nearBy.get(code) ?? old?.near ?? [],
        skills: old?.skills ?? [],
      },
    ]
  })
}
