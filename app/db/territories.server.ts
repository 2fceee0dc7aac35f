import { type Territory, territoryLogoSchema, territorySettingsSchema } from '#app/domain/territory.ts'
import type { Db } from './client.server.ts'
import type { Territory as TerritoryRow } from './generated/client.ts'

const WITHOUT_CONTENT = { logoContent: true } as const

const toTerritory = (row: Omit<TerritoryRow, 'logoContent'>): Territory => ({
  ...row,
  settings: territorySettingsSchema.parse(row.settings),
  logo: territoryLogoSchema.nullable().parse(row.logo),
})

/** The territory with this id. Throws when there is none. */
export const getTerritory = async (db: Db, id: string): Promise<Territory> =>
  toTerritory(await db.territory.findUniqueOrThrow({ where: { id }, omit: WITHOUT_CONTENT }))

/** Every territory, by the code of its département. */
export const listTerritories = async (db: Db): Promise<Territory[]> =>
  (await db.territory.findMany({ orderBy: { departementCode: 'asc' }, omit: WITHOUT_CONTENT })).map(
    toTerritory,
  )

/** The one territory whose pages this instance shows to people not signed in; null before anything is seeded. */
export async function findHomeTerritory(db: Db): Promise<Territory | null> {
  const row = await db.territory.findFirst({ orderBy: { departementCode: 'asc' }, omit: WITHOUT_CONTENT })
  return row && toTerritory(row)
}

/** The territory of this département, or null. */
export async function findTerritoryOf(db: Db, departementCode: string): Promise<Territory | null> {
  const row = await db.territory.findUnique({ where: { departementCode }, omit: WITHOUT_CONTENT })
  return row && toTerritory(row)
}

/** What is said of a territory when it is created or imported: all but its logo, which stays as it is. */
export type TerritoryFacts = Omit<Territory, 'logo'>

/** Creates the territory, or changes the one of the same département. Returns it. */
export async function saveTerritory(
  db: Db,
  territory: TerritoryFacts & { logo?: unknown },
): Promise<Territory> {
  const { id, departementCode, logo: _, ...rest } = territory
  const row = await db.territory.upsert({
    where: { departementCode },
    create: { id, departementCode, ...rest },
    update: rest,
    omit: WITHOUT_CONTENT,
  })
  return toTerritory(row)
}
