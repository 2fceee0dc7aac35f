import { describe, expect, test } from 'vitest'
import { credentials } from '#prisma/reference/credentials.ts'
import { occupationByCode, occupations } from '#prisma/reference/occupations.ts'
import { skills } from '#prisma/reference/skills.ts'

/** Words people use, and the occupations they must lead to. */
const EVERYDAY_WORDS: Record<string, string[]> = {
  'femme de ménage': ['K2205', 'K1304'],
  'homme de ménage': ['K2205', 'K1304'],
  ménage: ['K2205', 'K1304'],
  'ménage chez les particuliers': ['K1304'],
  nounou: ['K1310', 'K1303'],
  'garder des enfants': ['K1303', 'K1310'],
  'baby-sitter': ['K1303'],
  vendanges: ['A1401', 'A1418'],
  'faire les vendanges': ['A1401'],
  'ramasser les pommes': ['A1401'],
  'ramassage endives': ['A1402'],
  légumes: ['A1402', 'A1433'],
  ferme: ['A1419', 'A1403'],
  cuisto: ['G1609', 'G1606'],
  cantine: ['G1607', 'G1606'],
  plonge: ['G1605'],
  resto: ['G1803', 'G1602'],
  'fast food': ['G1603'],
  barman: ['G1801'],
  'mise en rayon': ['D1507'],
  rayon: ['D1507'],
  caisse: ['D1505'],
  caissière: ['D1505'],
  supermarché: ['D1507', 'D1505'],
  usine: ['H3302', 'H2105', 'N1105'],
  'à la chaîne': ['H2105', 'H2909', 'H3302'],
  emballage: ['H3302'],
  colis: ['N1103', 'N4105'],
  camion: ['N4101', 'N4105'],
  routier: ['N4101'],
  chauffeur: ['N4105', 'N4101', 'N4103'],
  'car scolaire': ['N4109'],
  bus: ['N4103'],
  chantier: ['F1704', 'F1702', 'F1703'],
  manœuvre: ['F1704'],
  bâtiment: ['F1704', 'F1703'],
  maçonnerie: ['F1703'],
  toit: ['F1619'],
  chaudière: ['I1308', 'F1620'],
  'espaces verts': ['A1203'],
  tondre: ['A1203'],
  poubelles: ['K2303'],
  éboueur: ['K2303'],
  'vieilles personnes': ['K1302', 'K1304', 'J1501'],
  'personnes âgées': ['K1302', 'K1304', 'J1501'],
  'aide aux personnes âgées': ['K1302', 'K1304'],
  ehpad: ['J1501', 'K1302'],
  hôpital: ['J1501'],
  crèche: ['J1304', 'K1307'],
  'école maternelle': ['K1308'],
  colonie: ['G1235'],
  'centre aéré': ['G1203'],
  'centre de loisirs': ['G1203'],
  sécurité: ['K2503'],
  gardien: ['K2503'],
  vigile: ['K2503'],
  standard: ['M1601'],
  bureau: ['M1607', 'M1601'],
  "chambres d'hôtel": ['G1501'],
  'petits travaux': ['I1203'],
  bricolage: ['I1203'],
  tôlerie: ['H2902', 'I1621'],
  garage: ['I1604', 'I1606'],
}

const skillCodes = new Set(skills.map((skill) => skill.code))
const credentialCodes = new Set(credentials.map((credential) => credential.code))

function duplicates(values: string[]): string[] {
  return values.filter((value, index) => values.indexOf(value) !== index)
}

describe('the built-in occupations', () => {
  test('are at least a hundred, each code once and well formed', () => {
    expect(occupations.length).toBeGreaterThanOrEqual(100)
    expect(duplicates(occupations.map((occupation) => occupation.romeCode))).toEqual([])
    for (const occupation of occupations) {
      expect(occupation.romeCode).toMatch(/^[A-N]\d{4}$/)
      expect(occupation.parentCode).toMatch(/^[A-N]\d{4}$/)
      expect(occupation.domainCode).toBe(occupation.romeCode.slice(0, 3))
      expect(occupation.label.trim()).toBe(occupation.label)
      expect(occupation.label.length).toBeGreaterThan(3)
      expect(occupation.plainLabel.length).toBeGreaterThan(3)
    }
    expect(duplicates(occupations.map((occupation) => occupation.label))).toEqual([])
  })

  test('name only near occupations of the list, never themselves, never twice', () => {
    for (const { romeCode, near } of occupations) {
      expect(
        near.filter((code) => !occupationByCode.has(code)),
        romeCode,
      ).toEqual([])
      expect(near, romeCode).not.toContain(romeCode)
      expect(duplicates(near), romeCode).toEqual([])
    }
    expect(occupations.filter(({ near }) => near.length > 0).length / occupations.length).toBeGreaterThan(0.8)
  })

  test('keep the official order of mobility', () => {
    expect(occupationByCode.get('A1101')?.near.slice(0, 2)).toEqual(['A1414', 'A1416'])
    expect(occupationByCode.get('A1203')?.near[0]).toBe('A1202')
  })

  test('name 5 to 8 known skills, and known licences', () => {
    for (const { romeCode, skills: names, requiredLicences = [] } of occupations) {
      expect(
        names.filter((code) => !skillCodes.has(code)),
        romeCode,
      ).toEqual([])
      expect(duplicates(names), romeCode).toEqual([])
      expect(names.length, romeCode).toBeGreaterThanOrEqual(5)
      expect(names.length, romeCode).toBeLessThanOrEqual(8)
      expect(
        requiredLicences.filter((code) => !credentialCodes.has(code)),
        romeCode,
      ).toEqual([])
    }
  })

  test('carry positive weights, the most sought first among seekers', () => {
    for (const { hiringShare, seekingShare } of occupations) {
      expect(hiringShare).toBeGreaterThan(0)
      expect(seekingShare).toBeGreaterThan(0)
    }
    const mostSought = [...occupations].sort((a, b) => b.seekingShare - a.seekingShare).slice(0, 6)
    expect(mostSought.map((occupation) => occupation.romeCode)).toEqual(
      expect.arrayContaining(['A1401', 'G1803', 'K2205', 'H3302', 'K1304']),
    )
  })

  test.each(Object.entries(EVERYDAY_WORDS))('know "%s"', (word, codes) => {
    for (const code of codes) {
      const known = occupationByCode.get(code)?.synonyms.map((synonym) => synonym.toLowerCase())
      expect(known, code).toContain(word)
    }
  })

  test('never repeat a synonym', () => {
    for (const { romeCode, synonyms } of occupations) expect(duplicates(synonyms), romeCode).toEqual([])
  })

  test('leave work open to volunteers in several domains', () => {
    const domains = new Set(
      occupations.filter((occupation) => occupation.isVolunteering).map((o) => o.domainCode),
    )
    expect(domains.size).toBeGreaterThanOrEqual(8)
  })
})

describe('skills and credentials', () => {
  test('have one code and one label each', () => {
    expect(skills.length).toBeGreaterThanOrEqual(250)
    expect(duplicates(skills.map((skill) => skill.code))).toEqual([])
    expect(duplicates(skills.map((skill) => skill.label))).toEqual([])
    expect(duplicates(credentials.map((credential) => credential.code))).toEqual([])
    expect(duplicates(credentials.map((credential) => credential.label))).toEqual([])
    for (const { code } of skills) expect(code).toMatch(/^[a-z]+(-[a-z]+)*$/)
    for (const { code } of credentials) expect(code).toMatch(/^[A-Z0-9]+(-[A-Z0-9]+)*$/)
  })

  test('skills are short enough for a line on a telephone', () => {
    for (const { label } of skills) expect(label.length, label).toBeLessThanOrEqual(60)
  })
})
