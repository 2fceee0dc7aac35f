import type { ApplicationState } from '#app/domain/application.ts'
import type { Organisation } from '#app/domain/organisation.ts'
import type { Db } from './client.server.ts'
import { type NamedOffer, toNamedOffer, withNames } from './named-offers.server.ts'
import { toOrganisation } from './organisations.server.ts'

/** An organisation as anybody may read it: nothing of who acts for it, nor of how to reach it. */
export type ShownOrganisation = Pick<
  Organisation,
  'id' | 'territoryId' | 'kind' | 'name' | 'activity' | 'state'
> & {
  communeName: string
  postalCode: string | null
}

/** The organisation with this id, whoever asks, once it is verified; else null. */
export async function findShownOrganisation(db: Db, id: string): Promise<ShownOrganisation | null> {
  const row = await db.organisation.findFirst({
    where: { id, state: 'verified' },
    include: { commune: { select: { name: true, postalCodes: true } } },
  })
  if (!row) return null
  const { commune, ...organisation } = row
  const { territoryId, kind, name, activity, state } = toOrganisation(organisation)
  return {
    id,
    territoryId,
    kind,
    name,
    activity,
    state,
    communeName: commune.name,
    postalCode: commune.postalCodes[0] ?? null,
  }
}

/** The published offers of an organisation, newest first; at most `limit`. */
export async function listPublishedOffersOf(
  db: Db,
  organisationId: string,
  limit: number,
): Promise<NamedOffer[]> {
  const rows = await db.offer.findMany({
    where: { organisationId, state: 'published' },
    include: withNames,
    orderBy: [{ publishedAt: 'desc' }, { id: 'asc' }],
    take: limit,
  })
  return rows.map(toNamedOffer)
}

/** How many applications made to an organisation without any offer are in these states. */
export const countSpontaneous = (
  db: Db,
  organisationId: string,
  states: readonly ApplicationState[],
): Promise<number> =>
  db.application.count({ where: { organisationId, offerId: null, state: { in: [...states] } } })
