import { queryRows } from '#app/db/raw.server.ts'
import { offerDetailsSchema } from '#app/domain/offer.details.ts'
import { type OfferDocument, type OfferToIndex, toOfferDocument } from '#search/offer-document.ts'

type Row = Omit<OfferToIndex, 'details'> & {
  details: unknown
  organisationName: string | null
  communeName: string
  label: string | null
  plainLabel: string
  synonyms: string[]
  parentCode: string
  domainCode: string
  appellations: string[]
}

const BATCH = 500
const MAX_APPELLATIONS = 60

const SELECT = `select o.id, o.version, o.state, o.title, o.description, o.positions, o.pay, o.details,
    o.occupation_code as "occupationCode", o.commune_code as "communeCode", o.latitude, o.longitude,
    o.starts_on::text as "startsOn", o.ends_on::text as "endsOn", o.hours_per_week as "hoursPerWeek",
    o.is_reachable_by_transit as "isReachableByTransit", o.has_collective_pickup as "hasCollectivePickup",
    o.has_lodging as "hasLodging", o.is_disability_friendly as "isDisabilityFriendly",
    o.published_at as "publishedAt", o.expires_at as "expiresAt",
    coalesce(g.name, o.source_organisation_name) as "organisationName", c.name as "communeName",
    m.label, m.plain_label as "plainLabel", m.synonyms, m.parent_code as "parentCode", m.domain_code as "domainCode",
    array(select a.label from appellation a where a.rome_code = o.occupation_code
          order by a.is_main desc, a.ogr limit ${MAX_APPELLATIONS}) as appellations
  from offer o
  join commune c on c.insee_code = o.commune_code
  left join organisation g on g.id = o.organisation_id
  left join occupation m on m.rome_code = o.occupation_code
  where o.state = 'published' and o.published_at is not null`

function toDocument(row: Row): OfferDocument | null {
  const { label, plainLabel, synonyms, parentCode, domainCode, appellations } = row
  const occupation =
    label === null ? null : { label, plainLabel, synonyms, parentCode, domainCode, appellations }
  return toOfferDocument(
    { ...row, details: offerDetailsSchema.parse(row.details) },
    { organisationName: row.organisationName, communeName: row.communeName, occupation },
  )
}

const toDocuments = (rows: readonly Row[]) => rows.flatMap((row) => toDocument(row) ?? [])

/** The documents of those of these offers that are published. */
export const readOfferDocuments = async (offerIds: readonly string[]): Promise<OfferDocument[]> =>
  toDocuments(await queryRows<Row>(`${SELECT} and o.id = any($1::uuid[])`, [offerIds]))

/** The present version of those of these offers that are published, by id. */
export async function readPublishedVersions(offerIds: readonly string[]): Promise<Map<string, number>> {
  const rows = await queryRows<{ id: string; version: number }>(
    `select id, version from offer
     where id = any($1::uuid[]) and state = 'published' and published_at is not null`,
    [offerIds],
  )
  return new Map(rows.map((row) => [row.id, row.version]))
}

/** The documents of every published offer, read in batches by id. */
export async function* streamPublishedOffers(): AsyncGenerator<OfferDocument> {
  let after = '00000000-0000-0000-0000-000000000000'
  for (;;) {
    const rows = await queryRows<Row>(`${SELECT} and o.id > $1::uuid order by o.id limit ${BATCH}`, [after])
    yield* toDocuments(rows)
    const last = rows.at(-1)
    if (!last || rows.length < BATCH) return
    after = last.id
  }
}

/** How many offers are published, and whether the PostgreSQL index holds any. */
export async function countPublishedOffers(): Promise<{ published: number; isIndexEmpty: boolean }> {
  const [row] = await queryRows<{ published: number; isIndexEmpty: boolean }>(
    `select (select count(*)::int from offer where state = 'published' and published_at is not null) as published,
       not exists (select from search.offer) as "isIndexEmpty"`,
  )
  return row ?? { published: 0, isIndexEmpty: true }
}

/** The ids of the offers that changed since an instant. */
export const listOffersChangedSince = async (instant: Date): Promise<string[]> =>
  (await queryRows<{ id: string }>('select id from offer where updated_at >= $1', [instant])).map(
    (row) => row.id,
  )
