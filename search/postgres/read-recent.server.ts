import type { OfferSearch } from '#search/port.ts'
import { conditions, type Parameters } from './conditions.server.ts'
import { FACET_FIELDS } from './facets.ts'
import { RECENT } from './order.server.ts'
import type { Recent } from './recent-days.ts'
import type { WriteQuery } from './text-query.server.ts'

/** So many offers are opened at most, of those that an index lets through. */
const MOST_SIFTED = 20_000
const ANYWHERE = { near: null, startsBy: null }

type Wanted = {
  words: WriteQuery | null
  recent: Recent
  /** When very many match, what their columns tell is decided before their words are read. */
  isBroad: boolean
  /** How many of the most recent are passed over, and how many are wanted after them. */
  start: number
  count: number
  parameters: Parameters
}

/**
 * Names `recent` the most recent offers that match, as SQL: out of all that match or that match on some days, or one by one as
 * an index hands them out. Sifted, that index tells their facets, start and place by itself, and the others are never opened.
 */
export function readRecent(search: OfferSearch, wanted: Wanted): string {
  const { words, recent, isBroad, start, count, parameters } = wanted
  const columns = 'offer_id, published_at, heading'
  const page = `limit ${count} offset ${start}`
  if (recent === 'sifted') {
    const byColumns = conditions(search, { parameters, words: null, isWalked: true })
    const byWords = conditions({ ...search, ...ANYWHERE }, { parameters, words, without: FACET_FIELDS })
    return `with recent as materialized (
      select o.* from (
        select offer_id as id, published_at as instant from search.offer where ${byColumns}
        order by ${RECENT} limit ${MOST_SIFTED}
      ) sifted
      cross join lateral (select ${columns} from search.offer where offer_id = sifted.id and ${byWords} offset 0) o
      order by sifted.instant desc, sifted.id ${page})`
  }
  if (recent === 'one by one') {
    const where = conditions(search, { parameters, words, isWalked: isBroad && words !== null })
    return `with recent as materialized (
      select ${columns} from search.offer where ${where} order by ${RECENT} ${page})`
  }
  const where = conditions(search, { parameters, words, days: recent.days })
  return `with found as materialized (select ${columns} from search.offer where ${where}),
    recent as materialized (select * from found order by ${RECENT} ${page})`
}
