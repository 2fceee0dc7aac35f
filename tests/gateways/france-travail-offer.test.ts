import fc from 'fast-check'
import { describe, expect, test } from 'vitest'
import type { SourcedOffer } from '#app/domain/sourced-offer.ts'
import { readFranceTravailOffer } from '#app/gateways/france-travail-offer.ts'
import {
  readContract,
  readDuration,
  readExperience,
  readLicence,
  readPay,
  readWeeklyHours,
} from '#app/gateways/france-travail-words.ts'
import { franceTravailOffer } from '#tests/factories/france-travail.ts'

function read(overrides: Record<string, unknown>): SourcedOffer {
  const offer = readFranceTravailOffer(franceTravailOffer(overrides))
  if ('reason' in offer) throw new Error(offer.reason)
  return offer
}

describe('the words of France Travail', () => {
  test.each([
    ['CDI', 'Contrat travail', 'cdi', false, false],
    ['CDD', 'Contrat travail', 'cdd', false, false],
    ['MIS', 'Contrat travail', 'interim', true, false],
    ['DIN', 'Contrat travail', 'interim', true, false],
    ['SAI', 'Contrat travail', 'cdd', false, true],
    ['DDI', "Insertion par l'activ.éco.", 'cddi', false, false],
    ['CDD', "Insertion par l'activ.éco.", 'cddi', false, false],
    ['CDI', "Insertion par l'activ.éco.", 'cdi', false, false],
    ['CDD', 'CUI - CAE', 'pec_cae', false, false],
    ['CDD', 'CUI - CIE', 'cui_cie', false, false],
    ['CDD', 'Contrat apprentissage', 'apprentissage', false, false],
    ['CDI', 'Cont. professionnalisation', 'professionnalisation', false, false],
    ['LIB', 'Emploi non salarié', 'other', false, false],
    ['XYZ', null, 'other', false, false],
    [null, null, 'other', false, false],
  ])('typeContrat %s, natureContrat %s', (type, nature, contract, isAgencyWork, isSeasonal) => {
    expect(readContract({ type, nature, label: null })).toEqual({ contract, isAgencyWork, isSeasonal })
  })

  test.each([
    ['35H/semaine Travail le samedi', 35],
    ['35H Horaires normaux', 35],
    ['35 H  Horaires normaux', 35],
    ['24H30 Horaires variables', 24.5],
    ['17,5H/semaine', 17.5],
    ['39 heures hebdomadaires', 39],
    ['151H67 par mois', 35],
    ['104H/mois', 24],
    ['49H/semaine', null],
    ['7H/jour', null],
    ['Temps partiel', null],
    ['', null],
    [null, null],
  ])('dureeTravailLibelle %s', (label, hours) => {
    const read = readWeeklyHours(label)
    if (hours === null) expect(read).toBeNull()
    else expect(read).toBeCloseTo(hours, 1)
  })

  test.each([
    ['D', 'Débutant accepté', 'none'],
    ['S', '6 Mois', 'months'],
    ['E', '1 An(s)', 'one_year'],
    ['E', '2 ans', 'one_year'],
    ['E', '36 mois', 'three_years'],
    ['E', '5 An(s) en mécanique', 'three_years'],
    ['E', 'Expérience exigée', 'months'],
    ['S', null, 'none'],
    [null, null, 'none'],
  ])('experience %s %s', (code, label, level) => expect(readExperience(code, label)).toBe(level))

  test.each([
    ['Horaire de 12.06 Euros sur 12.0 mois', null, '12,06 € par heure'],
    ['Mensuel de 1800.0 Euros à 2000,00 Euros sur 12 mois', null, 'de 1 800 à 2 000 € par mois'],
    ['Annuel de 26400,00 Euros sur 12 mois', '13e mois', '26 400 € par an, 13e mois'],
    ['Selon convention', null, 'Selon convention'],
    [null, 'À négocier', 'À négocier'],
    [null, null, null],
  ])('salaire %s %s', (label, comment, pay) => expect(readPay(label, comment)).toBe(pay))

  test.each([
    ['B - Véhicule léger', 'B'],
    ['Permis B', 'B'],
    ['CE - Poids lourd + remorque', 'CE'],
    ['EB - Remorque', 'BE'],
    ['DE - Transport en commun + remorque', 'DE'],
    ['E(D) - Remorque', 'DE'],
    ['C1E - Poids lourd de moins de 7,5 tonnes + remorque', 'C1E'],
    ['D1E - Minibus + remorque', 'D1E'],
    ['B1 - Quadricycle lourd', 'B1'],
    ['Bateau', null],
    ['', null],
  ])('permis %s', (label, code) => expect(readLicence(label)).toBe(code))

  test.each([
    ['Contrat travail saisonnier - 3 Mois', '3 mois'],
    ['CDD - 1 An(s)', '1 an'],
    ['CDD - 15 Jour(s)', '15 jours'],
    ['CDI', null],
    [null, null],
  ])('duration of %s', (label, duration) => expect(readDuration(label)).toBe(duration))
})

describe('an offer of France Travail', () => {
  test('gives its fields', () => {
    expect(read({})).toEqual({
      sourceId: '180HSFM',
      url: 'https://candidat.francetravail.fr/offres/recherche/detail/180HSFM',
      organisationName: 'LE BON REPAS',
      publishedAt: new Date('2026-05-20T09:12:33.000Z'),
      title: 'Aide de cuisine (H/F)',
      description: 'Vous aidez en cuisine.\n\nVous faites la plonge.',
      place: {
        label: 'LAON',
        postalCode: '02000',
        inseeCode: '02408',
        departementCode: '02',
        position: { latitude: 49.563542, longitude: 3.624445 },
      },
      romeCode: 'G1602',
      occupationLabel: 'Aide de cuisine',
      contract: 'cdd',
      isAgencyWork: false,
      isSeasonal: false,
      duration: '6 mois',
      positions: 2,
      hoursPerWeek: 35,
      pay: '12,02 € par heure',
      licences: [],
      skills: ['Éplucher et couper'],
      experience: 'none',
      isDisabilityFriendly: false,
    })
  })

  test('takes numbers and booleans written as texts', () => {
    const offer = read({
      id: 4369834,
      nombrePostes: '3',
      accessibleTH: 'true',
      lieuTravail: {
        libelle: '02 - LAON CEDEX 9',
        latitude: '49,56',
        longitude: '3.62',
        codePostal: 2000,
        commune: 2408,
      },
    })
    expect(offer).toMatchObject({ sourceId: '4369834', positions: 3, isDisabilityFriendly: true })
    expect(offer.place).toEqual({
      label: 'LAON',
      postalCode: '02000',
      inseeCode: '02408',
      departementCode: '02',
      position: { latitude: 49.56, longitude: 3.62 },
    })
  })

  test('requires only the licences that are', () => {
    const permis = [
      { libelle: 'B - Véhicule léger', exigence: 'E' },
      { libelle: 'C - Poids lourd', exigence: 'S' },
      { libelle: 'Trottinette', exigence: 'E' },
      null,
    ]
    expect(read({ permis }).licences).toEqual(['B'])
  })

  test('links only to pages of the web', () => {
    const without = { contact: null }
    expect(read({ ...without, origineOffre: { urlOrigine: 'javascript:alert(1)' } }).url).toBe(
      'https://candidat.francetravail.fr/offres/recherche/detail/180HSFM',
    )
    expect(read({ id: 'a/../b', origineOffre: null }).url).toBeNull()
  })

  test('cuts what is too long', () => {
    const offer = read({ intitule: 'très '.repeat(200), description: `<p>${'mot '.repeat(5000)}</p>` })
    expect(offer.title.length).toBeLessThanOrEqual(120)
    expect(offer.description.length).toBeLessThanOrEqual(8000)
    expect(offer.description).toMatch(/mot…$/)
  })

  test('needs an id and a title, nothing more', () => {
    expect(readFranceTravailOffer(null)).toEqual({ reason: 'expected an object' })
    expect(readFranceTravailOffer([])).toEqual({ reason: 'expected an object' })
    expect(readFranceTravailOffer({ intitule: 'x' })).toEqual({ reason: 'missing id' })
    expect(readFranceTravailOffer({ id: 'x', intitule: ' <br> ' })).toMatchObject({
      reason: /title/ as never,
    })
    expect(readFranceTravailOffer({ id: 'x', intitule: 'Cuisine' })).toMatchObject({
      title: 'Cuisine',
      contract: 'other',
      positions: 1,
      experience: 'none',
      publishedAt: null,
      organisationName: null,
    })
  })

  test('takes an object that cannot be a text as not said', () => {
    const row = { ...franceTravailOffer(), accessibleTH: { toString: 1 } }
    expect(readFranceTravailOffer(row)).toMatchObject({ isDisabilityFriendly: false })
  })

  test('never throws, whatever its fields hold', () => {
    const keys = Object.keys(franceTravailOffer())
    const strange = fc.oneof(fc.anything(), fc.constantFrom(null, '', 0, -1, '\u0000', 'é'.repeat(500)))
    fc.assert(
      fc.property(
        fc.record(Object.fromEntries(keys.map((key) => [key, strange])), { requiredKeys: [] }),
        (row) => {
          const offer = readFranceTravailOffer({ ...row, id: 'x' })
          return 'reason' in offer || (offer.title.length <= 120 && offer.positions >= 1)
        },
      ),
      { numRuns: 500 },
    )
  })
})
