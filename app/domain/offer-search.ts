import { z } from 'zod'
import type { IsoDate } from './duration.ts'
import { OFFER_KIND_SLUGS } from './offer.labels.ts'
import { CONTRACTS, type Contract, OFFER_KINDS, type OfferKind } from './offer.ts'

/** The radii offered, in km. */
export const RADII_KM = [5, 10, 20, 30, 50, 100] as const
export const DEFAULT_RADIUS_KM = 20

export const SORTS = ['pertinence', 'distance', 'date'] as const
export type Sort = (typeof SORTS)[number]

/** What somebody asks of the list of offers, as the address says it. `communeCode` is INSEE, `place` what was typed. */
export type AskedOffers = {
  text: string
  kinds: OfferKind[]
  occupationCode: string | null
  contracts: Contract[]
  place: string
  communeCode: string | null
  radiusKm: number
  startsBy: IsoDate | null
  sort: Sort
  page: number
}

const MAX_TEXT = 200
const isoDay = z.iso.date()
const communeCode = z.string().regex(/^\d[\dAB]\d{3}$/)
const romeCode = z.string().regex(/^[A-N]\d{4}$/)

const orNull = <T>(schema: z.ZodType<T>, value: string | null): T | null => {
  const parsed = schema.safeParse(value)
  return parsed.success ? parsed.data : null
}

/** Reads the search from the parameters of an address. What is unknown or unreadable counts as not asked for. */
export function parseAskedOffers(params: URLSearchParams): AskedOffers {
  const slugs = params.getAll('genre')
  const radius = Number(params.get('rayon'))
  const page = Number(params.get('page') ?? 1)
  return {
    text: (params.get('q') ?? '').trim().slice(0, MAX_TEXT),
    kinds: OFFER_KINDS.filter((kind) => slugs.includes(OFFER_KIND_SLUGS[kind])),
    occupationCode: orNull(romeCode, params.get('metier')),
    contracts: CONTRACTS.filter((contract) => params.getAll('contrat').includes(contract)),
    place: (params.get('lieu') ?? '').trim().slice(0, MAX_TEXT),
    communeCode: orNull(communeCode, params.get('commune')),
    radiusKm: RADII_KM.find((km) => km === radius) ?? DEFAULT_RADIUS_KM,
    startsBy: orNull(isoDay, params.get('debut')),
    sort: SORTS.find((sort) => sort === params.get('tri')) ?? 'pertinence',
    page: Number.isInteger(page) && page >= 1 && page <= 1000 ? page : 1,
  }
}

/** The parameters of an address that asks for this, without what is the default. */
export function askedOffersParams(asked: Partial<AskedOffers>): URLSearchParams {
  const params = new URLSearchParams()
  if (asked.text) params.set('q', asked.text)
  for (const kind of asked.kinds ?? []) params.append('genre', OFFER_KIND_SLUGS[kind])
  if (asked.occupationCode) params.set('metier', asked.occupationCode)
  for (const contract of asked.contracts ?? []) params.append('contrat', contract)
  if (asked.place) params.set('lieu', asked.place)
  if (asked.communeCode) params.set('commune', asked.communeCode)
  if (asked.radiusKm && asked.radiusKm !== DEFAULT_RADIUS_KM) params.set('rayon', String(asked.radiusKm))
  if (asked.startsBy) params.set('debut', asked.startsBy)
  if (asked.sort && asked.sort !== 'pertinence') params.set('tri', asked.sort)
  if (asked.page && asked.page > 1) params.set('page', String(asked.page))
  return params
}

/** The radii to try, in km, when a radius finds nothing: the wider ones, nearest first. */
export const widerRadii = (radiusKm: number): number[] => RADII_KM.filter((km) => km > radiusKm)
