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
import { conditions, createParameters, type Parameters } from './conditions.server.ts'
import { distanceRank, RECENT, rankingOf, wordsRank } from './order.server.ts'
import { readRecent } from './read-recent.server.ts'
import { mayHoldTooFew, type Recent } from './recent-days.ts'
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

/** How many of the most recent matching offers must be known to make a page; 0 when it is not made by date or words. */
export function recentWanted(search: OfferSearch, text: TextQuery | null): number {
  const { offset, limit } = pageOf(search)
  const ranking = rankingOf(search, text)
  if (ranking === 'distance' || limit === 0) return 0
  return ranking === 'date' ? offset + limit : Math.ceil((offset + limit) / BLOCK) * BLOCK
}

type Options = {
  text: TextQuery | null
  words: WriteQuery | null
  /** Where the most recent that match are read from. */
  recent?: Recent
  /** When very many match, those of one place come in the order of the index, which then hands out the nearest alone. */
  isBroad: boolean
}

/** The ids of a page of the nearest matching documents, as SQL. */
function nearestIds(search: OfferSearch, { words, isBroad }: Options, parameters: Parameters) {
  const { offset, limit } = pageOf(search)
  const where = conditions(search, { parameters, words, isWalked: isBroad && words !== null })
  const order = `${distanceRank(search, parameters)} ${isBroad ? '' : ', offer_id'}`
  return `select offer_id from search.offer where ${where} order by ${order} limit ${limit} offset ${offset}`
}

/** The ids of a page in its order, as SQL, out of `recent`: matching documents from the `start`-th most recent on. */
function recentIds(search: OfferSearch, text: TextQuery | null, start: number, parameters: Parameters) {
  const { offset, limit } = pageOf(search)
  if (!text || rankingOf(search, text) === 'date') return `select offer_id from recent order by ${RECENT}`
  return `select offer_id from (
      select *, (row_number() over (order by ${RECENT}) - 1) / ${BLOCK} as block from recent
    ) blocks
    order by block, ${wordsRank(text, parameters)}, ${RECENT} limit ${limit} offset ${offset - start}`
}

/** A page of matching documents, perhaps too many to rank them all at each search. */
export async function findHits(search: OfferSearch, options: Options): Promise<OfferHit[]> {
  const { text, words, recent = 'one by one', isBroad } = options
  const { offset, limit } = pageOf(search)
  if (limit === 0) return []
  const parameters = createParameters()
  const ranking = rankingOf(search, text)
  const start = { words: Math.floor(offset / BLOCK) * BLOCK, date: offset, distance: 0 }[ranking]
  const count = recentWanted(search, text) - start
  const [read, ids, held] =
    ranking === 'distance'
      ? ['', nearestIds(search, options, parameters), count]
      : [
          readRecent(search, { words, recent, isBroad, start, count, parameters }),
          recentIds(search, text, start, parameters),
          '(select count(*)::int from recent)',
        ]
  const rows = await queryRows<{ document: OfferDocument; held: number }>(
    `${read}
     select d.document, ${held} as held
     from (select offer_id, row_number() over () as position from (${ids}) ordered) page
     join search.offer_document d using (offer_id)
     order by page.position`,
    parameters.values,
  )
  if (mayHoldTooFew(recent) && (rows[0]?.held ?? 0) < count)
    return findHits(search, { ...options, recent: 'one by one' })
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
