import type { CommuneSeed } from '#prisma/reference/commune-seed.ts'
import { loadOfflineCommunes } from '#prisma/reference/communes.ts'

const numbered = Array.from({ length: 95 }, (_, at) => String(at + 1).padStart(2, '0'))
const departements = numbered.flatMap((code) => (code === '20' ? ['2A', '2B'] : [code]))

/** Paris, which the offline places do not hold as one commune: its city hall, population of 2021 (INSEE). */
const paris: CommuneSeed = {
  inseeCode: '75056',
  name: 'Paris',
  postalCodes: ['75001'],
  population: 2_133_111,
  departementCode: '75',
  arrondissementCode: null,
  epciCode: null,
  epciName: null,
  formerNames: [],
  latitude: 48.8566,
  longitude: 2.3522,
  isApproximate: false,
}

/** The communes of metropolitan France with their populations. */
export const loadCountry = (): CommuneSeed[] =>
  departements.flatMap((code) => (code === '75' ? [paris] : loadOfflineCommunes(code)))
