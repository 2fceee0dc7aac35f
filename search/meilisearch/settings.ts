import type { Settings } from 'meilisearch'
import { MAX_POINTS } from '#search/port.ts'
import { STOP_WORDS } from '#search/stop-words.ts'
import { synonymMap } from '#search/synonyms.ts'

/** Distinct places counted at the edge of a circle, and occupations counted in a search. */
export const MAX_FACET_VALUES = 1000

/** The index's settings: all of them are here, none is set by hand on the server. */
export const settings: Settings = {
  searchableAttributes: [
    'title',
    'occupationWords',
    'organisationName',
    'communeName',
    'labels',
    'description',
    'more',
    'forms',
  ],
  filterableAttributes: ['kind', 'contract', 'occupationCode', 'startsOnDay', 'placeKey', '_geo'],
  sortableAttributes: ['publishedAtMs', 'offerId', '_geo'],
  // Order chosen by the person first, then how well the words fit, then the most recent.
  rankingRules: [
    'sort',
    'words',
    'typo',
    'attribute',
    'proximity',
    'exactness',
    'publishedAtMs:desc',
    'offerId:asc',
  ],
  stopWords: [...STOP_WORDS].sort(),
  synonyms: synonymMap(),
  typoTolerance: { enabled: true, minWordSizeForTypos: { oneTypo: 4, twoTypos: 8 }, disableOnNumbers: true },
  faceting: { maxValuesPerFacet: MAX_FACET_VALUES },
  pagination: { maxTotalHits: MAX_POINTS },
  localizedAttributes: [{ attributePatterns: ['*'], locales: ['fra'] }],
}
