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

// Most of those that a trade's name finds are of one occupation, and few enough to tell the others.
const OCCUPATIONS = { H2206: 7000, F1501: 900, B1101: 300, H2207: 20 }

beforeAll(async () => {
  const models = Object.keys(COPIES).map((contract, i) =>
    makeDocument(contract, {
      title: 'Agent de quai',
      contract: contract as Contract,
      kind: i % 2 === 0 ? 'job' : 'clause',
      startsOn: i % 3 === 0 ? '2026-12-24' : null,
    }),
  )
  const trades = Object.keys(OCCUPATIONS).map((code, i) =>
    makeDocument(code, {
      title: 'Tonnelier',
      occupationCode: code,
      contract: i % 2 === 0 ? 'cdi' : 'cdd',
      kind: i > 1 ? 'clause' : 'job',
    }),
  )
  await postgresEngine.reindexAll(streamOf([...models, ...trades]))
  for (const [code, count] of Object.entries(OCCUPATIONS))
    await copyOffer(code, { count, minutesApart: 1, afterMinutes: 0 })
  for (const [contract, count] of Object.entries(COPIES))
    await copyOffer(contract, { count, minutesApart: 1, afterMinutes: 0 })
  await endCopies()
})

/** The counts of a column by the plainest statement there is, up to a thousand. */
async function plainCounts(
  column: string,
  values: readonly string[],
  condition: string,
  title = 'Agent de quai',
) {
  const rows = await queryRows<{ value: string; count: number }>(
    `select value, (select least(1000, count(*))::int from search.offer
       where title = $2 and ${column} = value and ${condition}) as count
     from unnest($1::text[]) as v (value)`,
    [values, title],
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

it.each<[string, Partial<OfferSearch>, string, number]>([
  ['nothing', {}, 'true', 1000],
  ['a contract of the commonest', { contracts: ['cdi'] }, `contract = 'cdi'`, 1000],
  ['a contract of others', { contracts: ['cdd'] }, `contract = 'cdd'`, 922],
  [
    'a kind and a contract',
    { kinds: ['clause'], contracts: ['cdi'] },
    `kind = 'clause' and contract = 'cdi'`,
    301,
  ],
])('counts occupations as they are beside %s', async (_, asked, condition, total) => {
  const found = await postgresEngine.search(makeSearch({ text: 'tonnelier', ...asked }))
  const counts = await plainCounts('occupation_code', Object.keys(OCCUPATIONS), condition, 'Tonnelier')
  expect(found.facets.occupations).toEqual(
    Object.fromEntries(Object.entries(counts).filter(([, count]) => count > 0)),
  )
  expect({ total: found.total, isCapped: found.totalIsCapped }).toEqual({ total, isCapped: total === 1000 })
})

it.each([
  { codes: ['H2206'], total: 1000 },
  { codes: ['F1501'], total: 901 },
  { codes: ['B1101', 'H2207'], total: 322 },
])('counts all occupations, and the total of those chosen: $codes', async ({ codes, total }) => {
  const found = await postgresEngine.search(makeSearch({ text: 'tonnelier', occupationCodes: codes }))
  expect(found.facets.occupations).toEqual({ H2206: 1000, F1501: 901, B1101: 301, H2207: 21 })
  expect(found.total).toBe(total)
  const byOccupation = `occupation_code in (${codes.map((code) => `'${code}'`).join()})`
  expect(found.facets.contracts).toEqual(await plainCounts('contract', CONTRACTS, byOccupation, 'Tonnelier'))
})
