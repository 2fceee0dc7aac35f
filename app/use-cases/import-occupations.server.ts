import { type Appellation, upsertAppellations, upsertOccupations } from '#app/db/occupation-imports.server.ts'
import { listOccupations } from '#app/db/occupations.server.ts'
import { appendEvents } from '#app/db/outbox.server.ts'
import { inTransaction } from '#app/db/transaction.server.ts'
import {
  mergeOccupations,
  type OfficialMobility,
  type OfficialOccupation,
} from '#app/domain/occupation.merge.ts'
import { ok, type Result } from '#app/domain/result.ts'

export type OfficialAppellation = Appellation & { romeParent: string }
export type OccupationImport = {
  occupations: number
  writtenOccupations: number
  appellations: number
  writtenAppellations: number
  /** Appellations left out, as neither their record nor its parent is known. */
  orphans: string[]
}

/**
 * Brings the official ROME in: records, near occupations, appellations. Our everyday labels, synonyms and skills stay. An
 * appellation of an unknown record goes to its parent. The same files again write nothing and tell nothing. Refuses
 * nothing.
 */
export function importOccupations(
  rome: {
    occupations: readonly OfficialOccupation[]
    mobilities: readonly OfficialMobility[]
    appellations: readonly OfficialAppellation[]
  },
  now: Date,
): Promise<Result<OccupationImport>> {
  return inTransaction(async (tx) => {
    const known = await listOccupations(tx)
    const merged = mergeOccupations(known, rome)
    const writtenOccupations = await upsertOccupations(tx, merged)
    const codes = new Set([...known, ...merged].map(({ romeCode }) => romeCode))
    const orphans: string[] = []
    const appellations = rome.appellations.flatMap(({ ogr, label, romeCode, romeParent, isMain }) => {
      const code = [romeCode, romeParent].find((candidate) => codes.has(candidate))
      if (code) return [{ ogr, label, romeCode: code, isMain }]
      orphans.push(ogr)
      return []
    })
    const writtenAppellations = await upsertAppellations(tx, appellations)
    if (writtenOccupations > 0) await appendEvents(tx, [{ type: 'occupations.imported', payload: {} }], now)
    return ok({
      occupations: merged.length,
      writtenOccupations,
      appellations: appellations.length,
      writtenAppellations,
      orphans,
    })
  })
}
