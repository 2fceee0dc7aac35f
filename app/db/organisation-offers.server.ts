import type { Scope } from '#app/domain/actor.ts'
import type { Offer, OfferKind, OfferState } from '#app/domain/offer.ts'
import type { OrganisationState } from '#app/domain/organisation.ts'
import { territorySettingsSchema } from '#app/domain/territory.ts'
import type { Db } from './client.server.ts'
import type { OfferChange, Prisma } from './generated/client.ts'
import { type NamedOffer, toNamedOffer, withNames } from './named-offers.server.ts'
import { offersWithin, toOffer, toOfferRow, withApplicationCount } from './offers.server.ts'
import { isOrganisationWithin } from './organisations.server.ts'

/** Creates an offer unless one has this id; false when there is one already. */
export async function createOfferOnce(tx: Db, offer: Offer): Promise<boolean> {
  return (await tx.offer.createMany({ data: [toOfferRow(offer)], skipDuplicates: true })).count === 1
}

/** The offers of an organisation in these states, within the scope. */
export async function listOffersIn(
  db: Db,
  scope: Scope,
  options: { organisationId: string; states: readonly OfferState[] },
): Promise<Offer[]> {
  const { organisationId, states } = options
  const rows = await db.offer.findMany({
    where: { AND: [offersWithin(scope), { organisationId, state: { in: [...states] } }] },
    include: withApplicationCount,
    orderBy: { createdAt: 'asc' },
  })
  return rows.map(toOffer)
}

/** The offer of a kind that an organisation wrote last, whatever became of it, or null. */
export async function findLastOffer(
  db: Db,
  scope: Scope,
  { organisationId, kind }: { organisationId: string; kind: OfferKind },
): Promise<Offer | null> {
  const row = await db.offer.findFirst({
    where: { AND: [offersWithin(scope), { organisationId, kind, source: null }] },
    include: withApplicationCount,
    orderBy: [{ createdAt: 'desc' }, { id: 'asc' }],
  })
  return row && toOffer(row)
}

/** The offers within the scope in these states, changed last first, with their names; at most `limit`. */
export async function listNamedOffersIn(
  db: Db,
  scope: Scope,
  options: { states: readonly OfferState[]; limit: number },
): Promise<NamedOffer[]> {
  const rows = await db.offer.findMany({
    where: { AND: [offersWithin(scope), { state: { in: [...options.states] } }] },
    include: withNames,
    orderBy: [{ updatedAt: 'desc' }, { id: 'asc' }],
    take: options.limit,
  })
  return rows.map(toNamedOffer)
}

/** One line of an offer's history. `authorName` is null for the platform itself. */
export type OfferLine = {
  action: string
  to: OfferState
  reason: string | null
  accountId: string | null
  authorName: string | null
  at: Date
}

/** Oldest first. */
export const LINES_IN_ORDER = [
  { at: 'asc' },
  { fromState: { sort: 'asc', nulls: 'first' } },
  { id: 'asc' },
] satisfies Prisma.OfferChangeOrderByWithRelationInput[]

/** Rows of an offer's history as its lines, with who wrote each. */
export async function toOfferLines(db: Db, rows: readonly OfferChange[]): Promise<OfferLine[]> {
  const ids = [...new Set(rows.flatMap(({ accountId }) => accountId ?? []))]
  const authors =
    ids.length > 0
      ? await db.account.findMany({ where: { id: { in: ids } }, select: { id: true, firstName: true } })
      : []
  const names = new Map(authors.map(({ id, firstName }) => [id, firstName]))
  return rows.map(({ action, toState, reason, accountId, at }) => ({
    action,
    to: toState as OfferState,
    reason,
    accountId,
    authorName: accountId ? (names.get(accountId) ?? null) : null,
    at,
  }))
}

/** The history of an offer within the scope, oldest first. */
export const listOfferLines = async (db: Db, scope: Scope, offerId: string): Promise<OfferLine[]> =>
  toOfferLines(
    db,
    await db.offerChange.findMany({
      where: { offerId, offer: offersWithin(scope) },
      orderBy: LINES_IN_ORDER,
    }),
  )

/**
 * Holds back anybody else who is about to publish an offer of this organisation, until the transaction ends. Returns its state
 * and the days that offers of the territory stay on line; null when the organisation is not within the scope.
 */
export async function lockPublisher(
  tx: Db,
  scope: Scope,
  { organisationId, territoryId }: { organisationId: string; territoryId: string },
): Promise<{ state: OrganisationState; lifetimeDays: number } | null> {
  const [row] = await tx.$queryRaw<{ state: string; home: string; settings: unknown }[]>`
    select o.state, o.territory_id::text as home, t.settings,
      pg_advisory_xact_lock(hashtextextended('offers ' || o.id, 0))::text as held
    from organisation o, territory t where o.id = ${organisationId}::uuid and t.id = ${territoryId}::uuid`
  if (!row || !isOrganisationWithin(scope, { id: organisationId, territoryId: row.home })) return null
  return {
    state: row.state as OrganisationState,
    lifetimeDays: territorySettingsSchema.parse(row.settings).offerLifetimeDays,
  }
}

/** The codes of an offer that stand for nothing known. */
export async function findUnknownCodes(
  db: Db,
  codes: { occupationCode: string | null; licences: string[]; skills: string[] },
): Promise<{ occupationCode: boolean; licences: string[]; skills: string[] }> {
  const { occupationCode, licences, skills } = codes
  const [occupations, licenceRows, skillRows] = await Promise.all([
    occupationCode === null ? 1 : db.occupation.count({ where: { romeCode: occupationCode } }),
    licences.length === 0 ? [] : db.licence.findMany({ where: { code: { in: licences } } }),
    skills.length === 0 ? [] : db.skill.findMany({ where: { code: { in: skills } } }),
  ])
  const known = new Set([...licenceRows, ...skillRows].map(({ code }) => code))
  return {
    occupationCode: occupations === 0,
    licences: licences.filter((code) => !known.has(code)),
    skills: skills.filter((code) => !known.has(code)),
  }
}
