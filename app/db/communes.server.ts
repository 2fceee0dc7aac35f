import { type Commune, searchName } from '#app/domain/commune.ts'
import type { Db } from './client.server.ts'
import type { Commune as CommuneRow } from './generated/client.ts'

const toCommune = ({ searchName: _, ...row }: CommuneRow): Commune => row

/** The commune with this INSEE code, or null. */
export async function findCommune(db: Db, inseeCode: string): Promise<Commune | null> {
  const row = await db.commune.findUnique({ where: { inseeCode } })
  return row && toCommune(row)
}

/** Communes by what a person typed: name or former name without accents, start first, or a postal code. Most peopled first. */
export async function searchCommunes(db: Db, text: string, limit: number): Promise<Commune[]> {
  const typed = searchName(text)
  if (typed === '') return []
  const postalCode = typed.match(/\b\d{5}\b/)?.[0]
  const name = typed.replace(/\b\d{5}\b/, '').trim()
  const byName = name
    ? {
        OR: [
          { searchName: { startsWith: name } },
          { searchName: { contains: ` ${name}` } },
          { formerNames: { has: name } },
        ],
      }
    : {}
  const rows = await db.commune.findMany({
    where: { ...byName, ...(postalCode ? { postalCodes: { has: postalCode } } : {}) },
    orderBy: { population: 'desc' },
    take: limit,
  })
  const isStart = (row: CommuneRow) =>
    Number(row.searchName === name) * 2 + Number(row.searchName.startsWith(name))
  return rows.sort((a, b) => isStart(b) - isStart(a)).map(toCommune)
}

/** Every commune of a département, by name. */
export const listCommunes = async (db: Db, departementCode: string): Promise<Commune[]> =>
  (await db.commune.findMany({ where: { departementCode }, orderBy: { searchName: 'asc' } })).map(toCommune)

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

/** The communes of a département with most inhabitants, at most `limit`. */
export const listLargestCommunes = async (
  db: Db,
  departementCode: string,
  limit: number,
): Promise<Commune[]> =>
  (
    await db.commune.findMany({ where: { departementCode }, orderBy: { population: 'desc' }, take: limit })
  ).map(toCommune)
