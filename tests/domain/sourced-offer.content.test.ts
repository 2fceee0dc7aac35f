import { describe, expect, test } from 'vitest'
import { findSourcedOccupation, type KnownWords } from '#app/domain/sourced-offer.content.ts'
import { appellationKeys, indexAppellations } from '#app/domain/sourced-offer.words.ts'

const record = (romeCode: string, parentCode: string, label: string) => ({
  romeCode,
  parentCode,
  domainCode: romeCode.slice(0, 3),
  label,
  plainLabel: label,
  synonyms: [],
  near: [],
  skills: [],
})

const records = [
  record('F1610', 'F1610', 'Installateur mainteneur / Installatrice mainteneuse en systèmes solaires'),
  record('F1619', 'F1610', 'Couvreur / Couvreuse'),
  record('G1602', 'G1602', 'Commis / Commise de cuisine'),
  record('G1607', 'G1602', 'Chef / Cheffe de partie'),
  record('G1609', 'G1602', 'Cuisinier / Cuisinière'),
  record('A1416', 'A1416', 'Exploitant / Exploitante agricole'),
  record('A1419', 'A1416', 'Ouvrier agricole polyvalent / Ouvrière agricole polyvalente'),
  record('D1501', 'D1501', 'Animateur / Animatrice de vente'),
  record('G1202', 'G1202', 'Animateur / Animatrice d’activités'),
  record('G1221', 'G1202', 'Animateur / Animatrice de loisirs'),
]

const known: KnownWords = {
  occupations: new Map(records.map((one) => [one.romeCode, one])),
  codesByAppellation: indexAppellations([
    ...records,
    { label: 'Ouvrier / Ouvrière agricole', romeCode: 'A1419' },
    { label: 'Aide-couvreur / Aide-couvreuse', romeCode: 'F1619' },
    { label: 'Animateur / Animatrice', romeCode: 'D1501' },
    { label: 'Animateur / Animatrice', romeCode: 'G1221' },
    { label: 'Second / Seconde de cuisine', romeCode: 'G1607' },
    { label: 'Second / Seconde de cuisine', romeCode: 'G1602' },
  ]),
  licences: new Set(),
  skillByLabel: new Map(),
}

const find = (romeCode: string | null, occupationLabel: string | null) =>
  findSourcedOccupation({ romeCode, occupationLabel }, known)?.romeCode ?? null

describe('the occupation of an offer from elsewhere', () => {
  test.each([
    ['Couvreur / Couvreuse', 'F1610', 'F1619'],
    ['Couvreur', 'F1610', 'F1619'],
    ['Cuisinier (H/F)', 'G1602', 'G1609'],
    ['Ouvrier agricole (H/F)', 'A1416', 'A1419'],
    ['Cuisinière', 'G1602', 'G1609'],
  ])('is that of %s under the parent code %s', (label, code, found) => expect(find(code, label)).toBe(found))

  test('is that of the appellation beside the record of the code', () => {
    expect(find('G1607', 'Cuisinier / Cuisinière')).toBe('G1609')
  })

  test('is that of the code when the appellation is of another family, unknown or not said', () => {
    expect(find('G1602', 'Couvreur')).toBe('G1602')
    expect(find('F1610', 'Zingueur / Zingueuse')).toBe('F1610')
    expect(find('F1610', null)).toBe('F1610')
  })

  test('is under the code given when several records have the appellation', () => {
    expect(find('G1202', 'Animateur / Animatrice')).toBe('G1221')
    expect(find('D1501', 'Animateur')).toBe('D1501')
    expect(find('G1602', 'Second de cuisine')).toBe('G1602')
    expect(find(null, 'Animateur')).toBe('D1501')
  })

  test('is under a parent code of which no record is known, else that of the appellation, else the first child', () => {
    const { occupations, ...words } = known
    const rest = new Map([...occupations].filter(([code]) => code !== 'G1602' && code !== 'F1610'))
    const findIn = (romeCode: string, occupationLabel: string | null) =>
      findSourcedOccupation({ romeCode, occupationLabel }, { ...words, occupations: rest })?.romeCode ?? null
    expect(findIn('G1602', 'Cuisinier')).toBe('G1609')
    expect(findIn('G1602', 'Couvreur')).toBe('F1619')
    expect(findIn('G1602', null)).toBe('G1607')
    expect(findIn('Z9999', 'Métier inconnu')).toBeNull()
  })
})

describe('the ways an appellation is written', () => {
  test.each([
    ['Cuisinier / Cuisinière', ['cuisinier cuisiniere', 'cuisinier', 'cuisiniere']],
    ['Ouvrier / Ouvrière agricole', ['ouvrier ouvriere agricole', 'ouvrier agricole', 'ouvriere agricole']],
    ['Agent / Agente d’entretien', ['agent agente d entretien', 'agent d entretien', 'agente d entretien']],
    ['Aide à domicile (F-H)', ['aide a domicile']],
    ['Cuisinier/Cuisinière H/F', ['cuisinier cuisiniere', 'cuisinier', 'cuisiniere']],
    ['Employé(e) polyvalent(e) de restauration', ['employe polyvalent de restauration']],
    ['Agent·e·s de service', ['agent de service']],
    ['Conducteur(trice) de car m/f', ['conducteur de car']],
    ['Maître d’œuvre (architecte)', ['maitre d oeuvre architecte']],
    ['Chauffeur VL/PL/SPL', ['chauffeur vl pl spl']],
    ['Enfant(s)', ['enfant s']],
  ])('%s', (label, keys) => expect(appellationKeys(label)).toEqual(keys))
})
