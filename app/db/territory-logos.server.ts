import { LOGO_FORMATS, type LogoFormat, type TerritoryLogo } from '#app/domain/territory.ts'
import type { Db } from './client.server.ts'
import { Prisma } from './generated/client.ts'

/** Keeps a territory's logo, in the place of the one before if there is one. */
export async function saveTerritoryLogo(
  db: Db,
  territoryId: string,
  { content, ...logo }: TerritoryLogo & { content: Uint8Array<ArrayBuffer> },
): Promise<void> {
  await db.territory.update({ where: { id: territoryId }, data: { logo, logoContent: content } })
}

/** Takes a territory's logo away; the platform's own mark is shown again. Nothing happens when there is none. */
export async function removeTerritoryLogo(db: Db, territoryId: string): Promise<void> {
  await db.territory.update({
    where: { id: territoryId },
    data: { logo: Prisma.DbNull, logoContent: null },
  })
}

/** The content of the logo that has this hash, for anybody; null once it was replaced or removed. */
export async function findLogoContent(
  db: Db,
  hash: string,
): Promise<{ format: LogoFormat; content: Uint8Array } | null> {
  const row = await db.territory.findFirst({
    where: { logo: { path: ['hash'], equals: hash } },
    select: { logo: true, logoContent: true },
  })
  if (!row?.logoContent) return null
  const { format } = row.logo as { format: string }
  const known = LOGO_FORMATS.find((one) => one === format)
  return known ? { format: known, content: row.logoContent } : null
}
