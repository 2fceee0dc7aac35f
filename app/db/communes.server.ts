import type { NamedCommune } from '#app/domain/commune.search.ts'
import { type Commune, searchName } from '#app/domain/commune.ts'
import { distanceKm, type Position } from '#app/domain/geo.ts'
import type { Db } from './client.server.ts'
import type { Commune as CommuneRow } from './generated/client.ts'

// Whoever is farther from every commune known here is not in this territory, nor beside it.
const FARTHEST_KM = 60

const toCommune = ({ searchName: _, ...row }: CommuneRow): Commune => row

/** The commune with this INSEE code, or null. */
export async function findCommune(db: Db, inseeCode: string): Promise<Commune | null> {
  const row = await db.commune.findUnique({ where: { inseeCode } })
  return row && toCommune(row)
}

/** Every commune, most peopled first, with its name as it is searched. */
export const listNamedCommunes = (db: Db): Promise<NamedCommune[]> =>
  db.commune.findMany({ orderBy: [{ population: 'desc' }, { inseeCode: 'asc' }] })

/** Communes whose name looks like what was typed, likest first (trigrams, pg_trgm's default threshold). */
export async function listCommunesLike(db: Db, text: string, limit: number): Promise<Commune[]> {
  const typed = searchName(text)
  const rows = await db.$queryRaw<{ code: string }[]>`
    select insee_code as code from commune where search_name % ${typed}
    order by similarity(search_name, ${typed}) desc, population desc limit ${limit}`
  const found = await db.commune.findMany({ where: { inseeCode: { in: rows.map(({ code }) => code) } } })
  const byCode = new Map(found.map((row) => [row.inseeCode, toCommune(row)]))
  return rows.flatMap(({ code }) => byCode.get(code) ?? [])
}

/** The commune whose centre is nearest to a position, or null when none is within 60 km. */
export async function findNearestCommune(db: Db, position: Position): Promise<Commune | null> {
  const { latitude, longitude } = position
  const [row] = await db.$queryRaw<{ code: string }[]>`
    select insee_code as code from commune
    order by (latitude - ${latitude}::float8) ^ 2 + ((longitude - ${longitude}::float8) * cosd(${latitude}::float8)) ^ 2
    limit 1`
  const commune = row && (await findCommune(db, row.code))
  return commune && distanceKm(commune, position) <= FARTHEST_KM ? commune : null
}

/** Every commune known here, by code. */
export const listAllCommunes = async (db: Db): Promise<Commune[]> =>
  (await db.commune.findMany({ orderBy: { inseeCode: 'asc' } })).map(toCommune)

/** Creates or updates communes by INSEE code. Former names are kept as they are searched. */
export async function saveCommunes(db: Db, communes: readonly Commune[]): Promise<void> {
  for (const commune of communes) {
    const data = {
      ...commune,
      searchName: searchName(commune.name),
      formerNames: commune.formerNames.map(searchName),
    }
    await db.commune.upsert({ where: { inseeCode: commune.inseeCode }, create: data, update: data })
  }
}
