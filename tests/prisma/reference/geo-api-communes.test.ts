import fc from 'fast-check'
import { describe, expect, test } from 'vitest'
import { loadOfflineCommunes } from '#prisma/reference/communes.ts'
import { completeCommunes, parseGeoApiCommunes } from '#prisma/reference/geo-api-communes.ts'

const laon = {
  nom: 'Laon',
  code: '02408',
  codesPostaux: ['02000'],
  population: 24304,
  siren: '210203907',
  codeEpci: '200043495',
  codeDepartement: '02',
  codeRegion: '32',
  centre: { type: 'Point', coordinates: [3.6199, 49.5679] },
}

const reasonFor = (change: Record<string, unknown>) => {
  const { communes, rejected } = parseGeoApiCommunes([{ ...laon, ...change }])
  expect(communes).toEqual([])
  return rejected[0]?.reason
}

describe('parseGeoApiCommunes', () => {
  test('reads a commune as the service answers it', () => {
    expect(parseGeoApiCommunes([laon])).toEqual({
      communes: [
        {
          inseeCode: '02408',
          name: 'Laon',
          postalCodes: ['02000'],
          population: 24304,
          departementCode: '02',
          arrondissementCode: null,
          epciCode: '200043495',
          epciName: null,
          latitude: 49.5679,
          longitude: 3.6199,
          isApproximate: false,
          formerNames: [],
        },
      ],
      rejected: [],
    })
  })

  test('reads the EPCI given as an object', () => {
    const { communes } = parseGeoApiCommunes([
      { ...laon, codeEpci: undefined, epci: { code: '200043495', nom: 'CA du Pays de Laon' } },
    ])
    expect(communes[0]).toMatchObject({ epciCode: '200043495', epciName: 'CA du Pays de Laon' })
  })

  test.each([
    ['missing centre', { centre: undefined }],
    ['centre is not a point', { centre: { type: 'Polygon', coordinates: [] } }],
    ['centre is not made of numbers', { centre: { type: 'Point', coordinates: [Number.NaN, 49.5] } }],
    ['centre is not made of numbers', { centre: { type: 'Point', coordinates: ['3.6', '49.5'] } }],
    [
      'centre out of range: longitude 3.6, latitude 149.5',
      { centre: { type: 'Point', coordinates: [3.6, 149.5] } },
    ],
    [
      'centre outside mainland France: longitude 49.56, latitude 3.62 (expected in this order)',
      { centre: { type: 'Point', coordinates: [49.56, 3.62] } },
    ],
    ['wrong INSEE code "2408"', { code: '2408' }],
    ['wrong INSEE code null', { code: undefined }],
    ['commune 02408 is not in département "60"', { codeDepartement: '60' }],
    ['missing name', { nom: ' ' }],
    ['no postal code', { codesPostaux: [] }],
    ['wrong postal code "2000"', { codesPostaux: ['02000', '2000'] }],
    ['wrong population -3', { population: -3 }],
  ])('says "%s"', (reason, change) => {
    expect(reasonFor(change)).toBe(reason)
  })

  test('keeps the good rows around the bad ones, and says which are bad', () => {
    const { communes, rejected } = parseGeoApiCommunes([
      laon,
      null,
      { ...laon, nom: 'Laon again' },
      { ...laon, code: '02722', nom: 'Soissons', codesPostaux: ['02200'] },
    ])
    expect(communes.map((commune) => commune.name)).toEqual(['Laon', 'Soissons'])
    expect(rejected).toEqual([
      { index: 1, code: null, reason: 'expected an object' },
      { index: 2, code: '02408', reason: 'duplicate of commune 02408' },
    ])
  })

  test('accepts a commune without people, and an overseas one', () => {
    const { communes } = parseGeoApiCommunes([
      { ...laon, population: undefined },
      {
        ...laon,
        code: '97411',
        nom: 'Saint-Denis',
        codeDepartement: '974',
        centre: { type: 'Point', coordinates: [55.4, -20.9] },
      },
    ])
    expect(communes.map((commune) => [commune.population, commune.departementCode])).toEqual([
      [0, '02'],
      [24304, '974'],
    ])
  })

  test('refuses what is not a list', () => {
    expect(parseGeoApiCommunes({ error: 'not found' })).toEqual({
      communes: [],
      rejected: [{ index: 0, code: null, reason: 'expected a list of communes' }],
    })
  })

  test('never throws, and accounts for every row', () => {
    fc.assert(
      fc.property(fc.array(fc.oneof(fc.anything(), fc.constant(laon))), (rows) => {
        const { communes, rejected } = parseGeoApiCommunes(rows)
        expect(communes.length + rejected.length).toBe(rows.length)
      }),
    )
  })
})

test('completeCommunes adds what the service leaves out', () => {
  const { communes } = parseGeoApiCommunes([
    { ...laon, code: '02360', nom: 'Villeneuve-sur-Aisne', codesPostaux: ['02190'], codeEpci: '240200576' },
  ])
  expect(completeCommunes(communes, loadOfflineCommunes('02'))[0]).toMatchObject({
    inseeCode: '02360',
    arrondissementCode: '022',
    epciName: 'CC de la Champagne Picarde',
    formerNames: ['Guignicourt', 'Menneville'],
    isApproximate: false,
    latitude: 49.5679,
  })
})
