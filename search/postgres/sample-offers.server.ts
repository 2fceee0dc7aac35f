import { queryRows } from '#app/db/raw.server.ts'
import type { OfferFilter } from '#search/port.ts'
import { conditions, createParameters, type Parameters } from './conditions.server.ts'
import { type Cell, countPassing, type FacetTable, sum } from './facet-table.ts'
import { chosen, FACET_FIELDS } from './facets.ts'
import type { Latest } from './recent-days.ts'
import type { WriteQuery } from './text-query.server.ts'

// One offer in so many is in the sample, by the hash of its id: indexes of its own find it.
const SAMPLED_ONE_IN = 128
const IS_SAMPLED = `(uuid_hash(offer_id) & ${SAMPLED_ONE_IN - 1}) = 0`

/**
 * With so many in the sample there are a thousand in the whole: of fewer it holds less than 7.8 on average, and 25 with a
 * chance of one in a million at most (the tail of Poisson's law).
 */
export const SURELY_A_THOUSAND = 25

/** One offer in sixteen, which has an index of words of its own. */
export const IS_IN_FINER_SAMPLE = '(uuid_hash(offer_id) & 15) = 0'

/** As `SURELY_A_THOUSAND` in the finer sample, which holds 62.5 of a thousand on average. */
export const SURELY_A_THOUSAND_FINER = 104

/** With so many of the most recent in the sample, the whole has `wanted` as recent ones, but for one search in two hundred (Poisson). */
function sampledFor(wanted: number): number {
  const expected = wanted / SAMPLED_ONE_IN
  return Math.ceil(expected + 2.5 * Math.sqrt(expected) + 1)
}

const LITTLE = 92

/**
 * `table`: what the words, the place and the day let through of the sample, by facet; occupations that are not chosen are one,
 * but when words let through little.
 * `latest`: the most recent of those that pass the facets too, enough to promise those wanted; null unless some are.
 */
export type Sample = { table: FacetTable; latest: Latest | null }

type Row = Cell & { days: number[] | null; newest: number | null; offers: number | null }

/** The occupation of an offer when it is chosen, or when another condition holds, as SQL. */
const occupationIf = (filter: OfferFilter, parameters: Parameters, condition = 'false') =>
  `case when occupation_code = any(${parameters.add(chosen(filter, 'occupation_code'))}::text[]) or ${condition}
     then occupation_code end as occupation_code`

/** Asks the sample how broad a search is, and how old its `wanted` most recent offers are; 0 does not ask for these. */
export async function sampleOffers(
  filter: OfferFilter,
  { words, wanted }: { words: WriteQuery | null; wanted: number },
): Promise<Sample> {
  const parameters = createParameters()
  const where = conditions(filter, { parameters, words, without: FACET_FIELDS })
  if (wanted === 0) {
    const table = await queryRows<Cell>(
      `select kind, contract, ${occupationIf(filter, parameters)}, count(*)::int as count
       from search.offer where ${IS_SAMPLED} and ${where} group by 1, 2, 3`,
      parameters.values,
    )
    return { table, latest: null }
  }
  const enough = sampledFor(wanted)
  const occupation = occupationIf(filter, parameters, `(select count(*) from sampled) < ${LITTLE}`)
  const passing = conditions({ ...filter, startsBy: null, near: null }, { parameters, words: null })
  const rows = await queryRows<Row>(
    `with sampled as materialized (
       select kind, contract, occupation_code, published_at from search.offer where ${IS_SAMPLED} and ${where}
     )
     select kind, contract, ${occupation}, count(*)::int as count, null::int[] as days, null::int as newest, null::float8 as offers from sampled group by 1, 2, 3
     union all
     select null, null, null, 0,
       array(select search.day(published_at) from sampled where ${passing} order by published_at desc limit ${enough}),
       (select search.day(max(published_at)) from search.offer),
       (select reltuples::float8 from pg_class where oid = 'search.offer'::regclass)`,
    parameters.values,
  )
  const table = rows.filter((row) => row.days === null)
  const last = rows.find((row) => row.days !== null)
  const [sampledOffers, passes] = [(last?.offers ?? 0) / SAMPLED_ONE_IN, countPassing(table, filter)]
  // Those that an index alone refuses take a tenth of the time of those that are opened.
  const walked = wanted * sampledOffers * (1 / sum(table) + 0.1 / passes)
  const latest = {
    days: last?.days ?? [],
    enough,
    newest: last?.newest ?? 0,
    walked,
    matching: passes * SAMPLED_ONE_IN,
    isSifted:
      filter.startsBy !== null ||
      filter.near !== null ||
      FACET_FIELDS.some((field) => chosen(filter, field).length > 0),
  }
  return { table, latest }
}

/** Whether so many in the sample promise few enough in the whole to rank them all. */
export const isFew = (sampled: number) => sampled < 32

/** Whether so many in the sample promise few enough in the whole to count them all: a little less than its window holds. */
export const isLittle = (sampled: number) => sampled < LITTLE
