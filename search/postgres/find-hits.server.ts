import { queryRows } from '#app/db/raw.server.ts'
import { distanceKm } from '#app/domain/geo.ts'
import type { OfferDocument } from '#search/offer-document.ts'
import {
  type Circle,
  MAX_POINTS,
  MAX_REACHABLE,
  type OfferFilter,
  type OfferHit,
  type OfferPoint,
  type OfferSearch,
} from '#search/port.ts'
import { conditions, createParameters } from './conditions.server.ts'
import type { TextQuery, WriteQuery } from './text-query.server.ts'

/** A document as a hit, with its distance in km from the centre of the circle. */
export function toHit(document: OfferDocument, near: Circle | null): OfferHit {
  const { latitude, longitude } = document
  const hasDistance = near && latitude !== null && longitude !== null
  return { document, distanceKm: hasDistance ? distanceKm(near, { latitude, longitude }) : null }
}

const RECENT = 'published_at desc, offer_id'
// Weights of description, organisation and commune, occupation, title.
const WEIGHTS = `'{0, 0.2, 0.5, 1}'`

// When too many offers match to rank them all, the most recent are ranked by blocks of so many.
const BLOCK = 200

/** A page of matching documents in their order. `isWhole` false: more offers match than can be ranked at each search. */
export async function findHits(
  search: OfferSearch,
  options: { text: TextQuery | null; words: WriteQuery | null; isWhole: boolean },
): Promise<OfferHit[]> {
  const { text, words, isWhole } = options
  const offset = (search.page - 1) * search.pageSize
  const limit = Math.min(search.pageSize, MAX_REACHABLE - offset)
  if (limit <= 0) return []
  const parameters = createParameters()
  const where = conditions(search, { parameters, words })
  let from = `search.offer where ${where}`
  let order = RECENT
  if (search.sort === 'distance' && search.near) {
    const latitude = parameters.add(search.near.latitude)
    const longitude = parameters.add(search.near.longitude)
    order = `place <-> search.place(${latitude}::float8, ${longitude}::float8), offer_id`
  } else if (search.sort === 'relevance' && text) {
    order = `ts_rank(${WEIGHTS}, heading, ${text.some(parameters)}) desc, ${RECENT}`
    if (!isWhole) {
      const lastRow = Math.ceil((offset + limit) / BLOCK) * BLOCK
      from = `(
        select *, (row_number() over (order by ${RECENT}) - 1) / ${BLOCK} as block
        from (select * from ${from} order by ${RECENT} limit ${lastRow}) recent
      ) blocks`
      order = `block, ${order}`
    }
  }
  const rows = await queryRows<{ document: OfferDocument }>(
    `select d.document
     from (
       select offer_id, row_number() over () as position from (
         select offer_id from ${from} order by ${order} limit ${limit} offset ${offset}
       ) ordered
     ) page
     join search.offer_document d using (offer_id)
     order by page.position`,
    parameters.values,
  )
  return rows.map((row) => toHit(row.document, search.near))
}

/** Light points of the matching offers that have a position, the most recent first, at most 10,000. */
export async function findPoints(filter: OfferFilter, words: WriteQuery | null): Promise<OfferPoint[]> {
  const parameters = createParameters()
  return queryRows<OfferPoint>(
    `select offer_id as "offerId", kind, title, latitude, longitude from search.offer
     where latitude is not null and ${conditions(filter, { parameters, words })}
     order by ${RECENT} limit ${MAX_POINTS}`,
    parameters.values,
  )
}
