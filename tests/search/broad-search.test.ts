import { afterAll, beforeAll, describe, expect, it } from 'vitest'
import { closeRaw, queryRows } from '#app/db/raw.server.ts'
import type { OfferDocument } from '#search/offer-document.ts'
import type { OfferSearch } from '#search/port.ts'
import { postgresEngine } from '#search/postgres/engine.server.ts'
import { LAON, makeDocument, makeSearch, offerIdOf, streamOf } from '#tests/search/documents.ts'
import { useTestDatabase } from '#tests/setup/database.ts'

useTestDatabase()
afterAll(closeRaw)

const COPIES = 15_000
const rare: OfferDocument[] = Array.from({ length: 7 }, (_, i) =>
  makeDocument(`rare ${i}`, {
    title: 'Agent de quai',
    kind: 'clause',
    contract: 'cui_cie',
    publishedAt: '2020-01-01T00:00:00.000Z',
  }),
)
// Too few to be seen for sure in a sample, and too many to be found by chance.
const several: OfferDocument[] = Array.from({ length: 900 }, (_, i) =>
  makeDocument(`several ${i}`, {
    title: 'Agent de nuit',
    contract: 'interim',
    publishedAt: '2021-01-01T00:00:00.000Z',
  }),
)
const model = makeDocument('model', { title: 'Agent de tri', contract: 'cdd', occupationCode: 'K2304' })
const search = (changes: Partial<OfferSearch>) => postgresEngine.search(makeSearch(changes))

// More offers match than are counted one by one: copies of one row, beside a few rare and old ones.
beforeAll(async () => {
  await postgresEngine.reindexAll(streamOf([model, ...rare, ...several]))
  await queryRows(
    `insert into search.offer (offer_id, version, kind, title, contract, occupation_code, starts_on, published_at,
       latitude, longitude, indexed_at, heading, words)
     select gen_random_uuid(), version, kind, title, contract, occupation_code, starts_on,
       instant, latitude, longitude, indexed_at, heading,
       ts_delete(words, 'day:' || search.day(published_at)) || array_to_tsvector(array['day:' || search.day(instant)])
     from search.offer, generate_series(1, $2::int) i, lateral (select published_at - i * interval '1 second') a (instant)
     where offer_id = $1`,
    [offerIdOf('model'), COPIES],
  )
  await queryRows(
    `insert into search.offer_document select offer_id, jsonb_build_object('offerId', offer_id) from search.offer
     on conflict do nothing`,
  )
  await queryRows('analyze search.offer')
})

describe.each<[string, Partial<OfferSearch>]>([
  ['words', { text: 'agent' }],
  ['a place', { near: { ...LAON, radiusKm: 5 } }],
  ['words and a place', { text: 'agent', near: { ...LAON, radiusKm: 5 } }],
  ['nothing', {}],
])('when very many offers match %s', (_, asked) => {
  it('stops the large counts at a thousand and keeps the small ones right', async () => {
    const { total, totalIsCapped, facets } = await search(asked)
    expect({ total, totalIsCapped }).toEqual({ total: 1000, totalIsCapped: true })
    expect(facets.kinds).toEqual({ job: 1000, clause: 7, seasonal: 0, volunteering: 0 })
    expect(facets.contracts).toMatchObject({ cdd: 1000, interim: 900, cui_cie: 7, cdi: 0 })
    expect(facets.occupations).toBeUndefined()
  })

  it('finds the rare ones by their filter, and still counts the others', async () => {
    const { hits, total, facets } = await search({
      ...asked,
      kinds: ['clause'],
      contracts: ['cui_cie', 'cdi'],
    })
    expect(total).toBe(7)
    expect(hits.map((hit) => hit.document.offerId).sort()).toEqual(rare.map((one) => one.offerId).sort())
    expect(facets.kinds).toEqual({ job: 0, clause: 7, seasonal: 0, volunteering: 0 })
    expect(facets.contracts).toMatchObject({ cdd: 0, cui_cie: 7 })
    expect((await search({ ...asked, contracts: ['cdi'] })).facets.contracts).toMatchObject({
      cdd: 1000,
      interim: 900,
      cui_cie: 7,
    })
  })

  it('pages through a thousand of them without repeating any', async () => {
    const seen: string[] = []
    for (let page = 1; page <= 35; page++)
      seen.push(...(await search({ ...asked, page, pageSize: 30 })).hits.map((hit) => hit.document.offerId))
    expect(seen).toHaveLength(1000)
    expect(new Set(seen).size).toBe(1000)
  })
})
