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
  /** How many offers it has published. */
  offerCount: number
}

/** The organisation with this id, whoever asks, once it is verified; else null. */
export async function findShownOrganisation(db: Db, id: string): Promise<ShownOrganisation | null> {
  const row = await db.organisation.findFirst({
    where: { id, state: 'verified' },
    include: {
      commune: { select: { name: true, postalCodes: true } },
      _count: { select: { offers: { where: { state: 'published' } } } },
    },
  })
  if (!row) return null
  const { commune, _count: count, ...organisation } = row
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
    offerCount: count.offers,
  }
}

/** The published offers of an organisation, newest first, by pages numbered from 1. */
export async function listPublishedOffersOf(
  db: Db,
  organisationId: string,
  { page, pageSize }: { page: number; pageSize: number },
): Promise<NamedOffer[]> {
  const rows = await db.offer.findMany({
    where: { organisationId, state: 'published' },
    include: withNames,
    orderBy: [{ publishedAt: 'desc' }, { id: 'asc' }],
    skip: (page - 1) * pageSize,
    take: pageSize,
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
