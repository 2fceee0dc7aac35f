import { beforeAll, describe, expect, it } from 'vitest'
import { PROPOSAL_FLOOR } from '#app/domain/matching/allocate.ts'
import { CRITERIA } from '#app/domain/matching/criteria.ts'
import { SCORING_VERSION, WEIGHTS } from '#app/domain/matching/weights.ts'
import type { OfferKind } from '#app/domain/offer.ts'
import { OFFER_KINDS, type Offer } from '#app/domain/offer.ts'
import { loader as home } from '#app/routes/_index.tsx'
import { loader as map } from '#app/routes/carte.tsx'
import { loader as method } from '#app/routes/comment-ca-marche.classement.tsx'
import { loader as communes } from '#app/routes/communes[.]json.ts'
import { loader as list } from '#app/routes/offres._index.tsx'
import { loader as page } from '#app/routes/offres.$offerId._index.tsx'
import { loader as points } from '#app/routes/offres[.]geojson.ts'
import { indexOffers } from '#search/reindex.server.ts'
import { COMMUNES, createCommunes } from '#tests/factories/commune.ts'
import { createOffer } from '#tests/factories/offer.ts'
import { OFFER_DETAILS } from '#tests/factories/offer-content.ts'
import { useTestDatabase } from '#tests/setup/database.ts'
import { answerOf, countRows, requestTo, routeArgs, unknownId } from '#tests/setup/request.ts'

useTestDatabase()

let offers: Record<OfferKind, Offer>
beforeAll(async () => {
  process.env.MAP_STYLE_URL = 'https://cartes.example.org/style.json'
  await createCommunes()
  const made = await Promise.all(
    OFFER_KINDS.map(async (kind) => [kind, await createOffer({ kind, title: `Annonce ${kind}` })] as const),
  )
  offers = Object.fromEntries(made) as Record<OfferKind, Offer>
  await indexOffers(made.map(([, { id }]) => id))
})

type Page = Awaited<ReturnType<typeof list>>
const search = async (query: string) =>
  (await answerOf(() => list(routeArgs(requestTo(`/offres?${query}`))))).body as Page
const open = (offerId: string) =>
  answerOf(() => page(routeArgs(requestTo(`/offres/${offerId}`), { offerId })))

describe('the list of offers', () => {
  it('shows every kind, dated, with the distance and the count of each filter', async () => {
    const found = await search('lieu=laon&rayon=5')
    expect(found.offers.map(({ kind }) => kind).sort()).toEqual([...OFFER_KINDS].sort())
    expect(found.offers[0]).toMatchObject({
      distanceKm: 0,
      communeName: 'Laon',
      publishedAt: '2026-06-01T08:00:00.000Z',
    })
    expect(found.facets.kinds).toEqual({ job: 1, clause: 1, seasonal: 1, volunteering: 1 })
    const seasonal = await search('lieu=laon&genre=saisonnier')
    expect(seasonal.offers.map(({ title }) => title)).toEqual(['Annonce seasonal'])
    expect(seasonal.facets.kinds.job).toBe(1)
  })

  it('widens by itself when nothing is near, and says so', async () => {
    const found = await search('lieu=Soissons&rayon=10')
    expect(found).toMatchObject({ isWidened: true, radiusKm: 30, total: 4, commune: { name: 'Soissons' } })
  })

  it('goes as far as minutes reach by the means said, and reckons its times by them', async () => {
    const byCar = await search('lieu=Soissons&rayon=60min&moyen=voiture')
    expect(byCar).toMatchObject({ isWidened: false, total: 4 })
    expect(byCar.offers[0]?.travel).toMatchObject({ means: 'car' })
    const byBicycle = await search('lieu=Soissons&rayon=60min&moyen=velo')
    expect(byBicycle).toMatchObject({ isWidened: true, radiusKm: 30, total: 4 })
    expect(byBicycle.offers[0]?.travel).toMatchObject({ means: 'bicycle' })
    expect(byBicycle.offers[0]?.travel?.minutes).toBeGreaterThan(60)
  })

  it('asks which commune when several answer, and finds former names', async () => {
    const several = await search('lieu=02140')
    expect(several.communeChoices.map(({ name }) => name)).toEqual(['Vervins', 'Fontaine-lès-Vervins'])
    const chosen = await search('lieu=Vervins&commune=02789')
    expect(chosen.commune?.name).toBe('Vervins')
    expect((await search('lieu=Guignicourt')).commune?.name).toBe('Villeneuve-sur-Aisne')
  })

  it('says when a commune is unknown, and shows the whole territory', async () => {
    expect(await search('lieu=Atlantis')).toMatchObject({ isPlaceUnknown: true, commune: null, total: 4 })
  })

  it('offers the communes whose name looks like what was typed', async () => {
    const found = await search('lieu=Soisons')
    expect(found).toMatchObject({ isPlaceUnknown: true, commune: null })
    expect(found.communeChoices.map(({ name }) => name)).toContain('Soissons')
  })

  it('answers a page beyond the last and hostile words with an empty list', async () => {
    expect((await search('page=999')).offers).toEqual([])
    expect(
      (await search(`q=${encodeURIComponent("'); drop table offer;-- \u0000 <script>")}`)).total,
    ).toBeGreaterThanOrEqual(0)
  })
})

describe('the communes that a field proposes', () => {
  const ask = async (query: string) =>
    (await answerOf(() => communes(routeArgs(requestTo(`/communes.json?${query}`))))).body
  const laon = { code: '02408', name: 'Laon', postalCode: '02000' }

  it('are those of a name, a former one, a postal code, or a mistyped one', async () => {
    expect(await ask('q=lao')).toEqual([laon])
    expect(await ask('q=02000')).toEqual([laon])
    expect(await ask('q=guignicourt')).toMatchObject([{ name: 'Villeneuve-sur-Aisne' }])
    expect(await ask('q=Soisons')).toMatchObject([{ name: 'Soissons' }])
    expect(await ask(`q=${encodeURIComponent("'); drop table commune;--")}`)).toEqual([])
  })

  it('or the one nearest to a position, none from far away', async () => {
    expect(await ask('latitude=49.57&longitude=3.62')).toEqual([laon])
    for (const nowhere of ['latitude=0&longitude=0', 'latitude=91&longitude=3', 'latitude=x&longitude=3', ''])
      expect(await ask(nowhere)).toEqual([])
  })
})

describe('the page of an offer', () => {
  it.each(OFFER_KINDS)('shows a %s without a person’s name or address', async (kind) => {
    const answer = await open(offers[kind].id)
    expect(answer.status).toBe(200)
    const text = JSON.stringify(answer.body)
    expect(text).toContain(`Annonce ${kind}`)
    expect(text).not.toContain(OFFER_DETAILS.volunteering.welcomeReferent)
    expect(text).not.toContain(OFFER_DETAILS.clause.facilitator)
  })

  it('says that a closed one is closed, with 410 and similar offers', async () => {
    for (const state of ['filled', 'expired'] as const) {
      const { id } = await createOffer({ state })
      const answer = await open(id)
      expect(answer.status).toBe(410)
      expect(answer.body).toMatchObject({ offer: { isClosed: true, canApply: false } })
      expect((answer.body as { offer: { similar: unknown[] } }).offer.similar.length).toBeGreaterThan(0)
    }
  })

  it('does not exist before it was published, nor for a forged id', async () => {
    for (const state of ['draft', 'in_review', 'refused'] as const)
      expect((await open((await createOffer({ state })).id)).status).toBe(404)
    for (const id of [unknownId(), '1', "' or 1=1", '../admin']) expect((await open(id)).status).toBe(404)
  })
})

describe('around the list', () => {
  it('the home page shows the newest offers', async () => {
    expect((await home()).offers).toHaveLength(3)
  })

  it('the map starts at the commune, and its points are the list’s', async () => {
    const { center, places, styleUrl, query } = await map(routeArgs(requestTo('/carte?lieu=Laon')))
    const { latitude, longitude } = COMMUNES.laon
    expect(center).toEqual({ latitude, longitude })
    expect(places[0]?.name).toBe('Saint-Quentin')
    expect(styleUrl).toBe('https://cartes.example.org/style.json')
    const answer = await points(routeArgs(requestTo(`/offres.geojson?${query}`)))
    const { features } = (await answer.json()) as GeoJSON.FeatureCollection
    expect(features).toHaveLength(4)
    expect(features[0]?.geometry).toEqual({ type: 'Point', coordinates: [longitude, latitude] })
  })

  it('the method page prints the very weights of the score', () => {
    const shown = method()
    expect(shown.version).toBe(SCORING_VERSION)
    expect(shown.criteria.map(({ points: most }) => most)).toEqual(
      CRITERIA.map((criterion) => WEIGHTS[criterion]),
    )
    expect(shown.proposalFloor).toBe(PROPOSAL_FLOOR)
  })

  it('reading changes nothing', async () => {
    const before = await countRows()
    await search('q=annonce&lieu=Laon')
    await open(offers.job.id)
    await home()
    expect(await countRows()).toEqual(before)
  })
})
