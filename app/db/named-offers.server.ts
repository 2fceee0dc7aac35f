import type { Scope } from '#app/domain/actor.ts'
import type { Offer } from '#app/domain/offer.ts'
import type { Db } from './client.server.ts'
import type { Prisma } from './generated/client.ts'
import { offersWithin, toOffer, withApplicationCount } from './offers.server.ts'

/** An offer with the names that its codes and ids stand for. */
export type NamedOffer = {
  offer: Offer
  organisationName: string | null
  /** The organisation when it is verified: it has a page of its own. */
  shownOrganisationId: string | null
  communeName: string
  postalCode: string | null
  occupationLabel: string | null
}

/** What an offer is read with to know its names. */
export const withNames = {
  ...withApplicationCount,
  organisation: { select: { id: true, name: true, state: true } },
  commune: { select: { name: true, postalCodes: true } },
  occupation: { select: { label: true } },
} satisfies Prisma.OfferInclude

/** A row read with `withNames`, as a named offer. An imported offer bears the name its source gave. */
export function toNamedOffer(row: Prisma.OfferGetPayload<{ include: typeof withNames }>): NamedOffer {
  const { organisation, commune, occupation, ...offer } = row
  return {
    offer: toOffer(offer),
    organisationName: organisation?.name ?? row.sourceOrganisationName,
    shownOrganisationId: organisation?.state === 'verified' ? organisation.id : null,
    communeName: commune.name,
    postalCode: commune.postalCodes[0] ?? null,
    occupationLabel: occupation?.label ?? null,
  }
}

/** The offer with this id within the scope, with its names, or null. */
export async function findNamedOffer(db: Db, scope: Scope, id: string): Promise<NamedOffer | null> {
  const row = await db.offer.findFirst({ where: { AND: [offersWithin(scope), { id }] }, include: withNames })
  return row && toNamedOffer(row)
}
