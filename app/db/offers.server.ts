import type { Actor, Scope } from '#app/domain/actor.ts'
import { accountIdOf } from '#app/domain/actor.ts'
import type { OfferChange } from '#app/domain/offer.decide.ts'
import { offerDetailsSchema } from '#app/domain/offer.details.ts'
import type { ExperienceLevel, Offer, OfferState } from '#app/domain/offer.ts'
import type { Slot } from '#app/domain/schedule.ts'
import { newOrderedId } from '#app/system/id.server.ts'
import type { Db } from './client.server.ts'
import { fromIsoDateOrNull, toIsoDateOrNull } from './dates.ts'
import { Prisma } from './generated/client.ts'
import { NOT_LIVE } from './live-applications.ts'

/** What every offer is read with: the live applications are counted, for the ceiling. */
export const withApplicationCount = {
  _count: { select: { applications: { where: { state: { notIn: [...NOT_LIVE] } } } } },
} satisfies Prisma.OfferInclude

type OfferRow = Prisma.OfferGetPayload<{ include: typeof withApplicationCount }>

/** An offer row as the domain's offer. */
export function toOffer(row: OfferRow): Offer {
  const { kind: _, _count, source, sourceId, sourceUrl, sourceOrganisationName, ...rest } = row
  return {
    ...rest,
    state: row.state as OfferState,
    slots: row.slots as Slot[],
    experience: row.experience as ExperienceLevel,
    startsOn: toIsoDateOrNull(row.startsOn),
    endsOn: toIsoDateOrNull(row.endsOn),
    details: offerDetailsSchema.parse(row.details),
    origin:
      source && sourceId
        ? { source, sourceId, url: sourceUrl, organisationName: sourceOrganisationName }
        : null,
    applicationCount: _count.applications,
  }
}

/** An offer as its row. */
export const toOfferRow = ({ origin, applicationCount: _, ...offer }: Offer) => ({
  ...offer,
  kind: offer.details.kind,
  startsOn: fromIsoDateOrNull(offer.startsOn),
  endsOn: fromIsoDateOrNull(offer.endsOn),
  source: origin?.source ?? null,
  sourceId: origin?.sourceId ?? null,
  sourceUrl: origin?.url ?? null,
  sourceOrganisationName: origin?.organisationName ?? null,
})

/** The rows a scope may reach: the public and candidates see what was once published, an organisation its own. */
export function offersWithin(scope: Scope): Prisma.OfferWhereInput {
  switch (scope.kind) {
    case 'organisation':
      return { organisationId: scope.organisationId }
    case 'territory':
      return { territoryId: scope.territoryId }
    case 'system':
      return {}
    default:
      return { publishedAt: { not: null }, state: { notIn: ['draft', 'in_review', 'refused'] } }
  }
}

/** The offer with this id within the scope, or null. */
export async function findOffer(db: Db, scope: Scope, id: string): Promise<Offer | null> {
  const row = await db.offer.findFirst({
    where: { AND: [offersWithin(scope), { id }] },
    include: withApplicationCount,
  })
  return row && toOffer(row)
}

/** Creates an offer at its first version. */
export async function createOffer(db: Db, offer: Offer): Promise<void> {
  await db.offer.create({ data: toOfferRow(offer) })
}

const COLUMNS = Object.values(Prisma.OfferScalarFieldEnum)
  .filter((name) => name !== 'id')
  .map((name) => [name, name.replace(/[A-Z]/g, (capital) => `_${capital.toLowerCase()}`)] as const)
const COLUMN_LIST = COLUMNS.map(([, column]) => column).join(', ')

// In SQL, the row as one value: Prisma compiles a statement of so many values for longer than it runs.
const SAVE = `update offer set (${COLUMN_LIST}) =
    (select ${COLUMN_LIST} from jsonb_populate_record(null::offer, $1::jsonb))
  where id = $2::uuid and version = $3`

/** Saves an offer whose stored version is `expectedVersion`; false when somebody saved it in between. */
export async function saveOffer(db: Db, offer: Offer, expectedVersion: number): Promise<boolean> {
  const { id, ...row } = toOfferRow(offer)
  const data = Object.fromEntries(COLUMNS.map(([name, column]) => [column, row[name as keyof typeof row]]))
  return (await db.$executeRawUnsafe(SAVE, JSON.stringify(data), id, expectedVersion)) === 1
}

/** Adds a line to an offer's history: what, by which account, when, why. */
export async function addOfferChange(
  db: Db,
  offerId: string,
  change: OfferChange & { actor: Actor; now: Date },
): Promise<void> {
  const { action, from, to, reason, actor, now } = change
  await db.$executeRaw`
    insert into offer_change (id, offer_id, action, from_state, to_state, reason, account_id, at)
    values (${newOrderedId()}::uuid, ${offerId}::uuid, ${action}, ${from}, ${to}, ${reason}, ${accountIdOf(actor)}::uuid,
      ${now}::timestamptz)`
}
