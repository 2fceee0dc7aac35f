import { z } from 'zod'
import type { IsoDate } from './duration.ts'
import { OFFER_KIND_SLUGS } from './offer.labels.ts'
import { CONTRACTS, type Contract, OFFER_KINDS, type OfferKind } from './offer.ts'
import { limitKm, TRAVEL_MEANS, TRAVEL_MEANS_LABELS, type TravelMeans } from './travel.ts'

/** The radii offered, in km. */
export const RADII_KM = [5, 10, 20, 30, 50, 100] as const
export const DEFAULT_RADIUS_KM = 20

/** The travel times offered, in minutes. */
export const REACHES_MINUTES = [10, 15, 20, 30, 45, 60] as const

/** The means of travel as an address writes them. */
export const TRAVEL_MEANS_SLUGS: Record<TravelMeans, string> = {
  foot: 'pied',
  bicycle: 'velo',
  moped: 'scooter',
  car: 'voiture',
  public_transport: 'transports',
}
export const DEFAULT_MEANS: TravelMeans = 'car'

export const SORTS = ['pertinence', 'distance', 'date'] as const
export type Sort = (typeof SORTS)[number]

/**
 * What somebody asks of the list of offers, as the address says it. `communeCode` is INSEE, `place` what was typed. With
 * `maxMinutes`, `radiusKm` is the straight line that these minutes reach by these means; without, it is what was chosen.
 */
export type AskedOffers = {
  text: string
  kinds: OfferKind[]
  occupationCode: string | null
  contracts: Contract[]
  place: string
  communeCode: string | null
  radiusKm: number
  maxMinutes: number | null
  means: TravelMeans
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

const MINUTES = /^(\d{2})min$/

/** How far: "20" is kilometres, "30min" is minutes by the means said beside it. */
function parseReach(params: URLSearchParams): Pick<AskedOffers, 'radiusKm' | 'maxMinutes' | 'means'> {
  const asked = params.get('rayon') ?? ''
  const means = TRAVEL_MEANS.find((one) => TRAVEL_MEANS_SLUGS[one] === params.get('moyen')) ?? DEFAULT_MEANS
  const minutes = Number(MINUTES.exec(asked)?.[1])
  const maxMinutes = REACHES_MINUTES.find((one) => one === minutes) ?? null
  const radiusKm =
    maxMinutes === null
      ? (RADII_KM.find((km) => km === Number(asked)) ?? DEFAULT_RADIUS_KM)
      : limitKm({ means, maxKm: null, maxMinutes })
  return { radiusKm, maxMinutes, means }
}

/** How far, as an address writes it. */
export const reachSlug = ({ radiusKm, maxMinutes }: Pick<AskedOffers, 'radiusKm' | 'maxMinutes'>): string =>
  maxMinutes === null ? String(radiusKm) : `${maxMinutes}min`

/** How far, in words: "10 km", "30 min à vélo". */
export const reachWords = ({
  radiusKm,
  maxMinutes,
  means,
}: Pick<AskedOffers, 'radiusKm' | 'maxMinutes' | 'means'>): string =>
  maxMinutes === null ? `${radiusKm} km` : `${maxMinutes} min ${TRAVEL_MEANS_LABELS[means]}`

/** Reads the search from the parameters of an address. What is unknown or unreadable counts as not asked for. */
export function parseAskedOffers(params: URLSearchParams): AskedOffers {
  const slugs = params.getAll('genre')
  const page = Number(params.get('page') ?? 1)
  return {
    text: (params.get('q') ?? '').trim().slice(0, MAX_TEXT),
    kinds: OFFER_KINDS.filter((kind) => slugs.includes(OFFER_KIND_SLUGS[kind])),
    occupationCode: orNull(romeCode, params.get('metier')),
    contracts: CONTRACTS.filter((contract) => params.getAll('contrat').includes(contract)),
    place: (params.get('lieu') ?? '').trim().slice(0, MAX_TEXT),
    communeCode: orNull(communeCode, params.get('commune')),
    ...parseReach(params),
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
  const reach = asked.radiusKm
    ? reachSlug({ radiusKm: asked.radiusKm, maxMinutes: asked.maxMinutes ?? null })
    : ''
  if (reach && reach !== String(DEFAULT_RADIUS_KM)) params.set('rayon', reach)
  if (asked.means && asked.means !== DEFAULT_MEANS) params.set('moyen', TRAVEL_MEANS_SLUGS[asked.means])
  if (asked.startsBy) params.set('debut', asked.startsBy)
  if (asked.sort && asked.sort !== 'pertinence') params.set('tri', asked.sort)
  if (asked.page && asked.page > 1) params.set('page', String(asked.page))
  return params
}

/** The radii to try, in km, when a radius finds nothing: the wider ones, nearest first. */
export const widerRadii = (radiusKm: number): number[] => RADII_KM.filter((km) => km > radiusKm)
