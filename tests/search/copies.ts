import { queryRows } from '#app/db/raw.server.ts'
import { offerIdOf } from '#tests/search/documents.ts'

export type Copies = { count: number; minutesApart: number; afterMinutes: number; ids?: string }

/** Writes offers like one that is indexed, each some minutes older than the one before; `ids` is what their ids answer to. */
export const copyOffer = (name: string, { count, minutesApart, afterMinutes, ids = 'true' }: Copies) =>
  queryRows(
    `insert into search.offer (offer_id, version, kind, title, contract, occupation_code, starts_on, published_at,
       latitude, longitude, indexed_at, heading, words)
     select id, version, kind, title, contract, occupation_code, starts_on, instant, latitude, longitude, indexed_at, heading,
       ts_delete(words, 'day:' || search.day(published_at)) || array_to_tsvector(array['day:' || search.day(instant)])
     from search.offer model
     cross join (
       select id, row_number() over () as position
       from (select gen_random_uuid() as id from generate_series(1, 30000)) made where ${ids} limit $2
     ) wanted
     cross join lateral (select model.published_at - ($3::float8 + position * $4::float8) * interval '1 minute') a (instant)
     where model.offer_id = $1`,
    [offerIdOf(name), count, afterMinutes, minutesApart],
  )

/** Gives the copies what a page shows of them, and tells the planner that they are there. */
export async function endCopies() {
  await queryRows(
    `insert into search.offer_document select offer_id, jsonb_build_object('offerId', offer_id) from search.offer
     on conflict do nothing`,
  )
  await queryRows('vacuum analyze search.offer')
}

/** The ids of the indexed offers of a title that pass a condition, the most recent first. */
export const newestFirst = async (title: string, condition = 'true') =>
  (
    await queryRows<{ id: string }>(
      `select offer_id as id from search.offer where title = $1 and ${condition} order by published_at desc, offer_id`,
      [title],
    )
  ).map(({ id }) => id)
