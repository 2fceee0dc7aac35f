import { describe, expect, test } from 'vitest'
import { db } from '#app/db/client.server.ts'
import { createOfficer } from '#tests/factories/account.ts'
import { franceTravailOffer } from '#tests/factories/france-travail.ts'
import { createOccupation, OCCUPATIONS } from '#tests/factories/occupation.ts'
import { useOfferImport } from './offer-import.ts'

const { runOn, output, offersById, countEvents } = useOfferImport()
const page = (...offers: unknown[]) => ({ resultats: offers, filtresPossibles: [] })

describe('an import', () => {
  test('publishes each offer, without an organisation, placed and linked to its origin', async () => {
    const seasonal = franceTravailOffer({
      id: '181AAA',
      romeCode: 'A1405',
      typeContrat: 'SAI',
      typeContratLibelle: 'Contrat travail saisonnier - 2 Mois',
      permis: [{ libelle: 'B - Véhicule léger', exigence: 'E' }],
    })
    expect(await runOn(page(franceTravailOffer(), seasonal))).toBe(0)
    const offers = await offersById()
    expect(offers.get('180HSFM')).toMatchObject({
      organisationId: null,
      kind: 'job',
      state: 'published',
      version: 1,
      occupationCode: 'G1602',
      communeCode: '02408',
      latitude: 49.563542,
      positions: 2,
      skills: ['eplucher-couper'],
      details: { kind: 'job', contract: 'cdd', isAgencyWork: false },
      source: 'france-travail',
      sourceUrl: 'https://candidat.francetravail.fr/offres/recherche/detail/180HSFM',
      sourceOrganisationName: 'LE BON REPAS',
      publishedAt: new Date('2026-05-20T09:12:33Z'),
    })
    expect(offers.get('181AAA')).toMatchObject({
      kind: 'seasonal',
      licences: ['B'],
      details: {
        kind: 'seasonal',
        season: '2 mois',
        crop: 'travail de la vigne et des vergers',
        keepsRsa: false,
      },
    })
    expect(await countEvents()).toEqual({ 'offer.published': 2 })
    expect(await db().offerChange.count({ where: { action: 'create' } })).toBe(2)
  })

  test('run again changes nothing and tells nothing', async () => {
    const file = page(franceTravailOffer(), franceTravailOffer({ id: 'B', typeContrat: 'SAI' }))
    await runOn(file)
    const before = await offersById()
    expect(await runOn(file, '--complete')).toBe(0)
    expect(await offersById()).toEqual(before)
    expect(await countEvents()).toEqual({ 'offer.published': 2 })
    expect(output()).toContain('0 created, 0 updated, 0 published again, 2 unchanged')
  })

  test('changes what the source changed, and that alone', async () => {
    await runOn([franceTravailOffer(), franceTravailOffer({ id: 'B' })])
    await runOn([franceTravailOffer({ intitule: 'Commis de cuisine' }), franceTravailOffer({ id: 'B' })])
    const offers = await offersById()
    expect(offers.get('180HSFM')).toMatchObject({ title: 'Commis de cuisine', version: 2 })
    expect(offers.get('B')?.version).toBe(1)
    expect(await countEvents()).toEqual({ 'offer.edited': 1, 'offer.published': 2 })
  })

  test('keeps what a relation officer wrote or closed', async () => {
    await runOn([franceTravailOffer(), franceTravailOffer({ id: 'B' })])
    const { account } = await createOfficer()
    const offers = await offersById()
    const change = async (sourceId: string, action: string, state: string) => {
      const offerId = offers.get(sourceId)?.id ?? ''
      await db().offer.update({ where: { id: offerId }, data: { state, title: 'Relu par le bureau' } })
      await db().offerChange.create({
        data: {
          id: crypto.randomUUID(),
          offerId,
          action,
          fromState: 'published',
          toState: state,
          accountId: account.id,
          at: new Date(),
        },
      })
    }
    await change('180HSFM', 'edit', 'published')
    await change('B', 'withdraw', 'withdrawn')
    await runOn([
      franceTravailOffer({ intitule: 'Autre' }),
      franceTravailOffer({ id: 'B', intitule: 'Autre' }),
    ])
    expect(output()).toContain('2 kept')
    expect((await offersById()).get('180HSFM')?.title).toBe('Relu par le bureau')
    expect((await offersById()).get('B')?.state).toBe('withdrawn')
  })

  test('turns HTML into plain text', async () => {
    const description =
      '<p>Vous <b>cuisinez</b> &amp; servez.</p><script>alert(1)</script><ul><li>midi</li></ul>'
    await runOn([franceTravailOffer({ description, intitule: 'Aide <i>cuisine</i>' })])
    expect((await offersById()).get('180HSFM')).toMatchObject({
      title: 'Aide cuisine',
      description: 'Vous cuisinez & servez.\n- midi',
    })
  })

  test('with a parent code takes the record of its appellation', async () => {
    const cook = { ...OCCUPATIONS.kitchenHelp, romeCode: 'G1609', label: 'Cuisinier / Cuisinière' }
    await createOccupation(cook)
    await db().appellation.createMany({
      data: [
        { ogr: '11573', label: 'Chef / Cheffe de cuisine', romeCode: 'G1609', isMain: false },
        { ogr: '99999', label: 'Chef / Cheffe de cuisine', romeCode: 'A1405', isMain: true },
      ],
    })
    await runOn([
      franceTravailOffer({ id: 'A', romeCode: 'G1602', appellationlibelle: 'Cuisinier / Cuisinière' }),
      franceTravailOffer({ id: 'B', romeCode: 'G1602', appellationlibelle: 'Chef de cuisine (H/F)' }),
      franceTravailOffer({ id: 'C', romeCode: null, appellationlibelle: 'Cheffe de cuisine' }),
      franceTravailOffer({ id: 'D', romeCode: 'G1605', appellationlibelle: 'Cuisinier / Cuisinière' }),
    ])
    const offers = await offersById()
    const codes = [...offers.values()].map(({ occupationCode }) => occupationCode)
    expect(codes).toEqual(['G1609', 'G1609', 'A1405', 'G1605'])
  })

  test('never refuses an unknown occupation', async () => {
    await runOn([
      franceTravailOffer({ id: 'A', romeCode: 'Z9999', appellationlibelle: null }),
      franceTravailOffer({ id: 'B', romeCode: null, appellationlibelle: 'Aide arboricole et viticole' }),
      franceTravailOffer({
        id: 'C',
        romeCode: undefined,
        appellationlibelle: undefined,
        romeLibelle: undefined,
      }),
    ])
    const offers = await offersById()
    expect([...offers.values()].map(({ occupationCode }) => occupationCode)).toEqual([null, 'A1405', null])
  })
})

describe('the place of work', () => {
  const laon = { latitude: 49.56789, longitude: 3.62117 }
  test.each([
    ['its code', { libelle: 'x', commune: '02408' }, '02408', laon],
    ['a town and a département', { libelle: '02 - LAON' }, '02408', laon],
    ['a town with a cedex', { libelle: '02 - ST QUENTIN CEDEX 2', codePostal: '02109' }, '02691', null],
    ['a town and its postal code', { libelle: 'Château Thierry', codePostal: '02400' }, '02168', null],
    ['a former name', { libelle: '02 - GUIGNICOURT', codePostal: '02190' }, '02360', null],
    ['a postal code of one commune', { libelle: '02 - Aisne', codePostal: '02500' }, '02381', null],
    [
      'a position',
      { libelle: '02 - Aisne', latitude: 49.57, longitude: 3.61 },
      '02408',
      { latitude: 49.57, longitude: 3.61 },
    ],
    [
      'a postal code of two communes and a position',
      { codePostal: '02140', latitude: 49.8365, longitude: 3.906 },
      '02321',
      null,
    ],
    [
      'its code, with a position far away',
      { commune: '02408', latitude: 3.62, longitude: 49.56 },
      '02408',
      laon,
    ],
    ['its code in texts', { libelle: null, commune: '02408', latitude: 'x', longitude: null }, '02408', laon],
  ])('is found by %s', async (_, lieuTravail, communeCode, position) => {
    expect(await runOn([franceTravailOffer({ lieuTravail })])).toBe(0)
    expect((await offersById()).get('180HSFM')).toMatchObject({ communeCode, ...position })
  })

  test.each([
    ['none', null, 'no place of work'],
    ['the département alone', { libelle: '02 - Aisne' }, 'commune not found (Aisne)'],
    ['a shared postal code', { codePostal: '02140' }, 'commune not found (02140)'],
    [
      'elsewhere',
      { libelle: '51 - REIMS', codePostal: '51100', commune: '51454', latitude: 49.25, longitude: 4.03 },
      'hors du territoire (département 51)',
    ],
  ])('is refused with its reason: %s', async (_, lieuTravail, reason) => {
    const good = franceTravailOffer({ id: 'GOOD' })
    expect(
      await runOn(`[\n${JSON.stringify(good)},\n${JSON.stringify(franceTravailOffer({ lieuTravail }))}\n]`),
    ).toBe(0)
    expect(output()).toContain(`refused  row 1, line 3, id 180HSFM: ${reason}`)
    expect((await offersById()).size).toBe(1)
  })
})

test('5,000 offers come in within a minute, and their progress is shown', { timeout: 180_000 }, async () => {
  const many = Array.from({ length: 5000 }, (_, rank) =>
    franceTravailOffer({ id: `N${rank}`, description: `<p>${'Vous préparez les repas. '.repeat(60)}</p>` }),
  )
  const start = performance.now()
  expect(await runOn(page(...many))).toBe(0)
  expect(performance.now() - start).toBeLessThan(60_000)
  expect(output()).toContain('Importing   2500 of 5000')
  expect(await db().offer.count()).toBe(5000)
  expect(await db().outboxEvent.count()).toBe(5000)
})
