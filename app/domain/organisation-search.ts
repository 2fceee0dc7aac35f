import { searchName } from './commune.ts'
import type { OrganisationKind } from './organisation.ts'

/** What somebody asks of the list of organisations, as the address says it. `communeCode` is INSEE, `place` what was typed. */
export type AskedOrganisations = { text: string; place: string; communeCode: string | null; page: number }

/** An organisation in the list that anybody may read. `distanceKm` from the place asked for to its commune, `offers` those published. */
export type ListedOrganisation = {
  id: string
  kind: OrganisationKind
  name: string
  activity: string | null
  communeName: string
  distanceKm: number | null
  offers: number
}

const MAX_TEXT = 100
const MOST_PAGES = 1000
const COMMUNE_CODE = /^\d[\dAB]\d{3}$/

/** Reads the search from the parameters of an address. What is unreadable counts as not asked for. */
export function parseAskedOrganisations(params: URLSearchParams): AskedOrganisations {
  const textOf = (name: string) => (params.get(name) ?? '').trim().slice(0, MAX_TEXT)
  const code = params.get('commune') ?? ''
  const page = Number(params.get('page') ?? 1)
  return {
    text: textOf('q'),
    place: textOf('lieu'),
    communeCode: COMMUNE_CODE.test(code) ? code : null,
    page: Number.isInteger(page) && page >= 1 && page <= MOST_PAGES ? page : 1,
  }
}

/** The address that asks for this, without what is the default. */
export function organisationsPath({ text, place, communeCode, page }: AskedOrganisations): string {
  const params = new URLSearchParams()
  if (text) params.set('q', text)
  if (place) params.set('lieu', place)
  if (communeCode) params.set('commune', communeCode)
  if (page > 1) params.set('page', String(page))
  return params.size > 0 ? `/structures?${params}` : '/structures'
}

/** The words to look for in names and activities: lower case, without accents. */
export const organisationWords = (text: string): string[] => searchName(text).split(' ').filter(Boolean)
