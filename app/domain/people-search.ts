import { z } from 'zod'
import type { IsoDate } from './duration.ts'
import { heldLicences } from './licence.ts'
import { OFFER_KIND_SLUGS } from './offer.labels.ts'
import { OFFER_KINDS, type OfferKind } from './offer.ts'
import { DEFAULT_RADIUS_KM, RADII_KM } from './offer-search.ts'

/** What an organisation asks of the people who may be shown to it, as the address says it. */
export type AskedPeople = {
  /** An occupation in everyday words. */
  text: string
  kind: OfferKind | null
  /** What was typed for a commune, and the INSEE code of the one picked. */
  place: string
  communeCode: string | null
  radiusKm: number
  licence: string | null
  skills: string[]
  /** Free on this day at the latest. */
  freeBy: IsoDate | null
  page: number
}

const MAX_TEXT = 200
const MAX_PAGE = 50
const MAX_SKILLS = 10
const communeCode = z.string().regex(/^\d[\dAB]\d{3}$/)
const code = z.string().regex(/^[\w-]{1,60}$/)
const isoDay = z.iso.date()

const orNull = <T>(schema: z.ZodType<T>, value: string | null): T | null => {
  const parsed = schema.safeParse(value)
  return parsed.success ? parsed.data : null
}

const textOf = (params: URLSearchParams, name: string) => (params.get(name) ?? '').trim().slice(0, MAX_TEXT)

/** Reads the search from the parameters of an address. What is unknown or unreadable counts as not asked for. */
export function parseAskedPeople(params: URLSearchParams): AskedPeople {
  const radius = Number(params.get('rayon'))
  const page = Number(params.get('page') ?? 1)
  return {
    text: textOf(params, 'q'),
    kind: OFFER_KINDS.find((kind) => OFFER_KIND_SLUGS[kind] === params.get('genre')) ?? null,
    place: textOf(params, 'lieu'),
    communeCode: orNull(communeCode, params.get('commune')),
    radiusKm: RADII_KM.find((km) => km === radius) ?? DEFAULT_RADIUS_KM,
    licence: orNull(code, params.get('permis')),
    skills: [...new Set(params.getAll('savoir'))]
      .flatMap((one) => orNull(code, one) ?? [])
      .slice(0, MAX_SKILLS),
    freeBy: orNull(isoDay, params.get('libre')),
    page: Number.isInteger(page) && page >= 1 && page <= MAX_PAGE ? page : 1,
  }
}

/** The parameters of an address that asks for this, without what is the default. */
export function askedPeopleParams(asked: AskedPeople): URLSearchParams {
  const params = new URLSearchParams()
  if (asked.text) params.set('q', asked.text)
  if (asked.kind) params.set('genre', OFFER_KIND_SLUGS[asked.kind])
  if (asked.place) params.set('lieu', asked.place)
  if (asked.communeCode) params.set('commune', asked.communeCode)
  if (asked.radiusKm !== DEFAULT_RADIUS_KM) params.set('rayon', String(asked.radiusKm))
  if (asked.licence) params.set('permis', asked.licence)
  for (const skill of asked.skills) params.append('savoir', skill)
  if (asked.freeBy) params.set('libre', asked.freeBy)
  if (asked.page > 1) params.set('page', String(asked.page))
  return params
}

/** The licences and certificates that give this one, itself first: whoever holds one of them holds it. */
export const licencesGiving = (licence: string, all: readonly string[]): string[] => [
  licence,
  ...all.filter((one) => one !== licence && heldLicences([one]).includes(licence)),
]
