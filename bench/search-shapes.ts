import type { OfferSearch } from '#search/port.ts'

const LAON = { latitude: 49.5641, longitude: 3.6199 }
const SOISSONS = { latitude: 49.3795, longitude: 3.3246 }

const everything: OfferSearch = {
  text: '',
  kinds: [],
  occupationCodes: [],
  contracts: [],
  near: null,
  startsBy: null,
  sort: 'relevance',
  page: 1,
  pageSize: 20,
}

/** What people ask for: each shape with a few wordings taken in turn. */
export const SHAPES: Record<string, Partial<OfferSearch>[]> = {
  'all, most recent': [{ sort: 'date' }, { sort: 'date', page: 3 }],
  'very common word': [{ text: 'agent' }, { text: 'employé' }, { text: 'ouvrier' }, { text: 'travail' }],
  'rare word': [{ text: 'souffleur' }, { text: 'taxidermiste' }, { text: 'structure 00a7' }],
  'one occupation': [{ text: 'boulangere' }, { text: 'macon' }, { text: 'cariste' }, { text: 'vendanges' }],
  'mistyped word': [
    { text: 'bulanger' },
    { text: 'electrissien' },
    { text: 'vandanges' },
    { text: 'maconnerrie' },
  ],
  'everyday phrase': [{ text: 'femme de menage' }, { text: 'mise en rayon' }, { text: 'aide a domicile' }],
  'last word unfinished': [{ text: 'aide cui' }, { text: 'cond' }, { text: 'agent de prop' }],
  'within 5 km, by distance': [
    { near: { ...LAON, radiusKm: 5 }, sort: 'distance' },
    { near: { ...SOISSONS, radiusKm: 5 }, sort: 'distance' },
  ],
  'within 50 km, by distance': [
    { near: { ...LAON, radiusKm: 50 }, sort: 'distance' },
    { near: { ...SOISSONS, radiusKm: 50 }, sort: 'distance' },
  ],
  'word within 10 km': [
    { text: 'cuisine', near: { ...LAON, radiusKm: 10 } },
    { text: 'vente', near: { ...SOISSONS, radiusKm: 10 } },
  ],
  'every filter': [
    {
      text: 'agent',
      kinds: ['job', 'clause'],
      contracts: ['cdd', 'interim'],
      near: { ...LAON, radiusKm: 50 },
      startsBy: '2026-12-31',
    },
    { kinds: ['seasonal'], startsBy: '2026-12-01', sort: 'date' },
    { contracts: ['cui_cie'], sort: 'date' },
  ],
  'page 40': [
    { sort: 'date', page: 40 },
    { text: 'agent', page: 40 },
    { text: 'cuisine', page: 40 },
    { near: { ...LAON, radiusKm: 50 }, sort: 'distance', page: 40 },
  ],
  'words nobody wrote': [
    { text: 'xyzzyq' },
    { text: 'quartz sous-marin plombé' },
    { text: 'q'.repeat(10_000) },
  ],
}

/** The searches of a shape, whole. */
export const searchesOf = (shape: string): OfferSearch[] =>
  (SHAPES[shape] ?? []).map((part) => ({ ...everything, ...part }))
