import { mkdtempSync, rmSync, writeFileSync } from 'node:fs'
import { tmpdir } from 'node:os'
import path from 'node:path'
import { afterAll, beforeAll, beforeEach } from 'vitest'
import { db } from '#app/db/client.server.ts'
import { importOffersCommand } from '#scripts/import-offers.ts'
import { createCommunes } from '#tests/factories/commune.ts'
import { createReferences } from '#tests/factories/occupation.ts'
import { createTerritory } from '#tests/factories/territory.ts'
import { useTestDatabase } from '#tests/setup/database.ts'

/** A database with the territory's references and no offer before each test, and the command that imports a file. */
export function useOfferImport() {
  useTestDatabase()
  const folder = mkdtempSync(path.join(tmpdir(), 'actifs-offers-'))
  const lines: string[] = []

  beforeAll(async () => {
    await createTerritory()
    await createCommunes()
    await createReferences()
  })
  beforeEach(async () => {
    await db().offer.deleteMany()
    await db().outboxEvent.deleteMany()
  })
  afterAll(() => rmSync(folder, { recursive: true, force: true }))

  return {
    folder,
    /** What the last run said. */
    output: () => lines.join('\n'),
    /** Runs the command on a file that holds this text, or this value as JSON. */
    runOn(content: unknown, ...args: string[]): Promise<number> {
      const file = path.join(folder, 'offers.json')
      writeFileSync(file, typeof content === 'string' ? content : JSON.stringify(content))
      lines.length = 0
      return importOffersCommand([file, ...args], (line) => lines.push(line))
    },
    offersById: async () =>
      new Map(
        (await db().offer.findMany({ orderBy: { sourceId: 'asc' } })).map((row) => [row.sourceId, row]),
      ),
    async countEvents(): Promise<Record<string, number>> {
      const groups = await db().outboxEvent.groupBy({ by: ['type'], _count: true, orderBy: { type: 'asc' } })
      return Object.fromEntries(groups.map(({ type, _count }) => [type, _count]))
    },
  }
}
