import { afterAll, beforeAll, expect, it } from 'vitest'
import { closeRaw, queryRows } from '#app/db/raw.server.ts'
import { CONTRACTS, type Contract, OFFER_KINDS } from '#app/domain/offer.ts'
import type { OfferSearch } from '#search/port.ts'
import { postgresEngine } from '#search/postgres/engine.server.ts'
import { copyOffer, endCopies } from '#tests/search/copies.ts'
import { LAON, makeDocument, makeSearch, streamOf } from '#tests/search/documents.ts'
import { useTestDatabase } from '#tests/setup/database.ts'

useTestDatabase()
afterAll(closeRaw)

// From what no sample misses to what it may take for more than a thousand or less: each is to be counted as it is.
const COPIES: Partial<Record<Contract, number>> = {
  cdi: 15_000,
  cdd: 4000,
  interim: 3000,
  cddi: 2000,
  apprentissage: 1500,
  pec_cae: 1050,
  cui_cie: 950,
  other: 400,
}

beforeAll(async () => {
  const models = Object.keys(COPIES).map((contract, i) =>
    makeDocument(contract, {
      title: 'Agent de quai',
      contract: contract as Contract,
      kind: i % 2 === 0 ? 'job' : 'clause',
      startsOn: i % 3 === 0 ? '2026-12-24' : null,
    }),
  )
  await postgresEngine.reindexAll(streamOf(models))
  for (const [contract, count] of Object.entries(COPIES))
    await copyOffer(contract, { count, minutesApart: 1, afterMinutes: 0 })
  await endCopies()
})

/** The counts of a column by the plainest statement there is, up to a thousand. */
async function plainCounts(column: string, values: readonly string[], condition: string) {
  const rows = await queryRows<{ value: string; count: number }>(
    `select value, (select least(1000, count(*))::int from search.offer where ${column} = value and ${condition}) as count
     from unnest($1::text[]) as v (value)`,
    [values],
  )
  return Object.fromEntries(rows.map(({ value, count }) => [value, count]))
}

it.each<[string, Partial<OfferSearch>, { byKind: string; byContract: string }]>([
  ['words', {}, { byKind: 'true', byContract: 'true' }],
  ['a kind', { kinds: ['clause'] }, { byKind: 'true', byContract: `kind = 'clause'` }],
  [
    'contracts',
    { contracts: ['cddi', 'pec_cae'] },
    { byKind: `contract in ('cddi', 'pec_cae')`, byContract: 'true' },
  ],
  [
    'a start and a place',
    { startsBy: '2026-12-01', near: { ...LAON, radiusKm: 10 } },
    { byKind: 'starts_on is null', byContract: 'starts_on is null' },
  ],
])('counts kinds and contracts as they are beside %s', async (_, asked, { byKind, byContract }) => {
  const { facets } = await postgresEngine.search(makeSearch({ text: 'agent', ...asked }))
  expect(facets.kinds).toEqual(await plainCounts('kind', OFFER_KINDS, byKind))
  expect(facets.contracts).toEqual(await plainCounts('contract', CONTRACTS, byContract))
})
