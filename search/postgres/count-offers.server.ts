import { queryRows } from '#app/db/raw.server.ts'
import { CONTRACTS, OFFER_KINDS } from '#app/domain/offer.ts'
import { MAX_REACHABLE, type OfferFacets, type OfferFilter } from '#search/port.ts'
import { chosen, conditions, createParameters, type FacetField } from './conditions.server.ts'

// Up to this many matching offers are counted one by one; beyond, each value is counted apart, up to the cap.
const WINDOW = 10_000

type Counts = { isWhole: boolean; total: number; byField: Record<FacetField, Map<string, number>> }

async function countWindow(
  filter: OfferFilter,
  options: { words: string | null; without?: FacetField },
): Promise<Counts> {
  const parameters = createParameters()
  const rows = await queryRows<{ field: number; value: string | null; count: number }>(
    `with matching as materialized (
       select kind, contract, occupation_code from search.offer
       where ${conditions(filter, { parameters, ...options })} limit ${WINDOW + 1}
     )
     select grouping(kind, contract, occupation_code) as field,
       coalesce(kind, contract, occupation_code) as value, count(*)::int as count
     from matching group by grouping sets ((kind), (contract), (occupation_code), ())`,
    parameters.values,
  )
  const ofField = (code: number) =>
    new Map(rows.flatMap((row) => (row.field === code && row.value ? [[row.value, row.count] as const] : [])))
  const total = rows.find((row) => row.field === 7)?.count ?? 0
  return {
    total,
    isWhole: total <= WINDOW,
    byField: { kind: ofField(3), contract: ofField(5), occupation_code: ofField(6) },
  }
}

async function countEach(
  filter: OfferFilter,
  options: { words: string | null; field: FacetField; values: readonly string[] },
): Promise<[string, number][]> {
  const { words, field, values } = options
  if (values.length === 0) return []
  const parameters = createParameters()
  const list = parameters.add(values)
  const where = conditions(filter, { parameters, words, without: field })
  const rows = await queryRows<{ value: string; count: number }>(
    `select v.value, (
       select count(*) from (
         select from search.offer where ${field} = v.value and ${where} limit ${MAX_REACHABLE}
       ) capped
     )::int as count
     from unnest(${list}::text[]) as v (value)`,
    parameters.values,
  )
  return rows.map((row) => [row.value, row.count])
}

async function countField<T extends string>(
  filter: OfferFilter,
  options: { words: string | null; field: FacetField; values: readonly T[]; counts: Counts },
): Promise<Record<T, number>> {
  const { words, field, values, counts } = options
  const found = counts.byField[field]
  const unsure = counts.isWhole ? [] : values.filter((value) => (found.get(value) ?? 0) < MAX_REACHABLE)
  const exact = new Map(await countEach(filter, { words, field, values: unsure }))
  const entries = values.map((value) => [
    value,
    Math.min(MAX_REACHABLE, exact.get(value) ?? found.get(value) ?? 0),
  ])
  return Object.fromEntries(entries)
}

/** How many offers match, stopping at the window's size, and the counts of each filter with the other filters applied. */
export async function countOffers(
  filter: OfferFilter,
  words: string | null,
): Promise<{ total: number; isWhole: boolean; facets: OfferFacets }> {
  const without = (field: FacetField) =>
    chosen(filter, field).length > 0 ? countWindow(filter, { words, without: field }) : undefined
  const [all, kind, contract, occupation] = await Promise.all([
    countWindow(filter, { words }),
    without('kind'),
    without('contract'),
    without('occupation_code'),
  ])
  const [kinds, contracts] = await Promise.all([
    countField(filter, { words, field: 'kind', values: OFFER_KINDS, counts: kind ?? all }),
    countField(filter, { words, field: 'contract', values: CONTRACTS, counts: contract ?? all }),
  ])
  const occupations = occupation ?? all
  const capped = [...occupations.byField.occupation_code].map(
    ([value, count]) => [value, Math.min(MAX_REACHABLE, count)] as const,
  )
  return {
    total: all.total,
    isWhole: all.isWhole,
    facets: {
      kinds,
      contracts,
      ...(occupations.isWhole && { occupations: Object.fromEntries(capped) }),
    },
  }
}
