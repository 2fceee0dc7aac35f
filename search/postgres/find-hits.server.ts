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
import { distanceRank, RECENT, rankingOf, wordsRank } from './order.server.ts'
import type { TextQuery, WriteQuery } from './text-query.server.ts'

/** A document as a hit, with its distance in km from the centre of the circle. */
export function toHit(document: OfferDocument, near: Circle | null): OfferHit {
  const { latitude, longitude } = document
  const hasDistance = near && latitude !== null && longitude !== null
  return { document, distanceKm: hasDistance ? distanceKm(near, { latitude, longitude }) : null }
}

/** Where a page of hits begins and how many it holds, none beyond the first thousand. */
export function pageOf({ page, pageSize }: OfferSearch) {
  const offset = (page - 1) * pageSize
  return { offset, limit: Math.max(0, Math.min(pageSize, MAX_REACHABLE - offset)) }
}

// When too many offers match to rank them all, the most recent are ranked by blocks of so many.
const BLOCK = 200

type Options = {
  text: TextQuery | null
  words: WriteQuery | null
  /** When very many match, those of one place come in the order of the index, which then hands out the nearest alone. */
  isBroad: boolean
}

/** A page of matching documents, perhaps too many to rank them all at each search. */
export async function findHits(search: OfferSearch, { text, words, isBroad }: Options): Promise<OfferHit[]> {
  const { offset, limit } = pageOf(search)
  if (limit === 0) return []
  const parameters = createParameters()
  const from = `search.offer where ${conditions(search, { parameters, words })}`
  const ids = {
    date: () => `select offer_id from ${from} order by ${RECENT} limit ${limit} offset ${offset}`,
    distance: () =>
      `select offer_id from ${from}
       order by ${distanceRank(search, parameters)} ${isBroad ? '' : ', offer_id'} limit ${limit} offset ${offset}`,
    words: () => {
      const start = Math.floor(offset / BLOCK) * BLOCK
      const end = Math.ceil((offset + limit) / BLOCK) * BLOCK
      const rank = text ? wordsRank(text, parameters) : '0'
      return `select offer_id from (
          select offer_id, published_at, heading, (row_number() over (order by ${RECENT}) - 1) / ${BLOCK} as block
          from (select * from ${from} order by ${RECENT} limit ${end - start} offset ${start}) recent
        ) blocks
        order by block, ${rank}, ${RECENT} limit ${limit} offset ${offset - start}`
    },
  }[rankingOf(search, text)]()
  const rows = await queryRows<{ document: OfferDocument }>(
    `select d.document
     from (select offer_id, row_number() over () as position from (${ids}) ordered) page
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
