import { afterAll, describe, expect, it } from 'vitest'
import { closeDb, db } from '#app/db/client.server.ts'
import { closeRaw } from '#app/db/raw.server.ts'
import { searchEngine } from '#search/engine.server.ts'
import { postgresEngine } from '#search/postgres/engine.server.ts'
import { indexOffers, prepareSearch, reindexOffers } from '#search/reindex.server.ts'
import { createReferences } from '#tests/factories/occupation.ts'
import { createOffer } from '#tests/factories/offer.ts'
import { createOrganisation } from '#tests/factories/organisation.ts'
import { makeDocument, makeSearch, streamOf } from '#tests/search/documents.ts'
import { useTestDatabase } from '#tests/setup/database.ts'

useTestDatabase()
afterAll(async () => {
  await closeRaw()
  await closeDb()
})

const titles = async (text: string) =>
  (await searchEngine().search(makeSearch({ text }))).hits.map((hit) => hit.document.title)

describe('indexing from the database', () => {
  it('builds an index that was never built, once', async () => {
    await createReferences()
    expect(await prepareSearch()).toEqual([])
    const organisation = await createOrganisation({ name: 'Vignobles de la Marne' })
    await createOffer({
      organisationId: organisation.id,
      title: 'Coupe des grappes',
      occupationCode: 'A1405',
    })
    expect(await prepareSearch()).toEqual(['postgres'])
    expect(await prepareSearch()).toEqual([])
    expect(await titles('vendanges')).toEqual(['Coupe des grappes'])
    expect(await titles('vignobles marne')).toEqual(['Coupe des grappes'])
  })

  it('puts a published offer and takes any other out', async () => {
    const offer = await createOffer({ title: 'Vannier' })
    await indexOffers([offer.id])
    expect(await titles('vannier')).toEqual(['Vannier'])
    for (const state of ['suspended', 'filled', 'expired', 'withdrawn'] as const) {
      await db().offer.update({ where: { id: offer.id }, data: { state: 'published' } })
      await indexOffers([offer.id])
      expect(await titles('vannier')).toEqual(['Vannier'])
      await db().offer.update({ where: { id: offer.id }, data: { state } })
      await indexOffers([offer.id])
      expect(await titles('vannier')).toEqual([])
    }
    await indexOffers([])
  })

  it('ends with the newest state however many index the same offer at once', async () => {
    const offer = await createOffer({ title: 'Vitrier' })
    const edits = Array.from({ length: 8 }, async (_, i) => {
      await db().offer.update({
        where: { id: offer.id },
        data: { title: `Vitrier ${i}`, version: { increment: 1 } },
      })
      await indexOffers([offer.id])
    })
    await Promise.all(edits)
    const { title } = await db().offer.findUniqueOrThrow({ where: { id: offer.id } })
    expect(await titles('vitrier')).toEqual([title])
    await Promise.all([
      indexOffers([offer.id]),
      db()
        .offer.update({ where: { id: offer.id }, data: { state: 'withdrawn', version: { increment: 1 } } })
        .then(() => indexOffers([offer.id])),
      indexOffers([offer.id]),
    ])
    expect(await titles('vitrier')).toEqual([])
  })

  it('rebuilds from the published offers alone and says how far it is', async () => {
    await postgresEngine.reindexAll(streamOf([makeDocument('left over')]))
    for (let i = 0; i < 3; i++) await createOffer({ title: `Luthier ${i}` })
    await createOffer({ title: 'Luthier caché', state: 'draft', publishedAt: null })
    const steps: string[] = []
    const counts = await reindexOffers({
      onProgress: ({ engine, done, total }) => steps.push(`${engine} ${done}/${total}`),
    })
    const published = await db().offer.count({ where: { state: 'published' } })
    expect(counts).toEqual({ postgres: published })
    expect(steps.at(-1)).toBe(`postgres ${published}/${published}`)
    expect(await titles('luthier')).toHaveLength(3)
    expect(await titles('left over')).toEqual([])
  })
})
