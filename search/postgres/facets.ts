import type { OfferDocument } from '#search/offer-document.ts'
import type { OfferFilter } from '#search/port.ts'

export const FACET_FIELDS = ['kind', 'contract', 'occupation_code'] as const
export type FacetField = (typeof FACET_FIELDS)[number]

const FILTER_OF = { kind: 'kinds', contract: 'contracts', occupation_code: 'occupationCodes' } as const

/** The values chosen for a facet's column; an empty list filters nothing. */
export const chosen = (filter: OfferFilter, field: FacetField): readonly string[] => filter[FILTER_OF[field]]

/** The filter with these values alone chosen for a facet's column. */
export const choosing = (filter: OfferFilter, field: FacetField, values: readonly string[]): OfferFilter => ({
  ...filter,
  [FILTER_OF[field]]: values,
})

// What a facet's value is called among the words of an offer. No word of a text holds a colon.
const lexeme = (field: string, ...values: string[]) =>
  [field, ...values.map((value) => value.replace(/[^A-Za-z0-9_]/g, ''))].join(':')
const pair = (kind: string, contract: string) => lexeme('kind', kind, contract)

/** The tsquery of any of these lexemes. */
export const anyOf = (lexemes: readonly string[]) => `(${lexemes.map((one) => `'${one}'`).join(' | ')})`

/** The facets of a document as lexemes; kind and contract also together, so that pairs that no offer has cost nothing. */
export const facetLexemes = ({ kind, contract, occupationCode }: OfferDocument): string[] => [
  lexeme('kind', kind),
  pair(kind, contract ?? ''),
  ...(contract ? [lexeme('contract', contract)] : []),
  ...(occupationCode ? [lexeme('occupation_code', occupationCode)] : []),
]

/** The lexemes that the chosen facets ask for, one of each list, as tsqueries. */
export function facetQueries(filter: OfferFilter, fields: readonly FacetField[]): string[] {
  const [kinds, contracts] = [chosen(filter, 'kind'), chosen(filter, 'contract')]
  const isPair = fields.includes('kind') && fields.includes('contract')
  const lists = fields
    .filter((field) => !isPair || field === 'occupation_code')
    .map((field) => chosen(filter, field).map((value) => lexeme(field, value)))
  if (isPair) lists.push(kinds.flatMap((kind) => contracts.map((contract) => pair(kind, contract))))
  return lists.map(anyOf)
}

/** The lexemes of any of these occupations, as a tsquery. */
export const occupationsQuery = (codes: readonly string[]) =>
  anyOf(codes.map((code) => lexeme('occupation_code', code)))
