import { queryRows } from '#app/db/raw.server.ts'
import type { OfferFilter } from '#search/port.ts'
import { conditions, createParameters } from './conditions.server.ts'
import type { Cell, FacetTable } from './facet-table.ts'
import { FACET_FIELDS } from './facets.ts'
import type { WriteQuery } from './text-query.server.ts'

// One offer in so many is in the sample, by the hash of its id: indexes of its own find it.
const SAMPLED_ONE_IN = 128
const IS_SAMPLED = `(uuid_hash(offer_id) & ${SAMPLED_ONE_IN - 1}) = 0`

/**
 * With so many in the sample there are a thousand in the whole: of fewer it holds less than 7.8 on average, and 25 with a
 * chance of one in a million at most (the tail of Poisson's law).
 */
export const SURELY_A_THOUSAND = 25

/** What the words, the place and the day let through of the sample, facets left out. */
export async function sampleOffers(filter: OfferFilter, words: WriteQuery | null): Promise<FacetTable> {
  const parameters = createParameters()
  return queryRows<Cell>(
    `select kind, contract, occupation_code, count(*)::int as count from search.offer
     where ${IS_SAMPLED} and ${conditions(filter, { parameters, words, without: FACET_FIELDS })}
     group by kind, contract, occupation_code`,
    parameters.values,
  )
}

/** Whether so many in the sample promise few enough in the whole to read them all: a little less than its window holds. */
export const isLittle = (sampled: number) => sampled < 92
