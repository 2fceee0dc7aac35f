import { createHash } from 'node:crypto'
import type { OfferDocument } from '#search/offer-document.ts'
import type { OfferSearch } from '#search/port.ts'

/** Laon, the centre most tests measure from. */
export const LAON = { latitude: 49.5641, longitude: 3.6199 }

/** A stable identifier for a name: the same name always gives the same offer. */
export function offerIdOf(name: string): string {
  const hash = createHash('sha256').update(name).digest('hex')
  return `${hash.slice(0, 8)}-${hash.slice(8, 12)}-4${hash.slice(13, 16)}-8${hash.slice(17, 20)}-${hash.slice(20, 32)}`
}

/** A published offer's document in Laon; `name` makes its id. */
export function makeDocument(name: string, changes: Partial<OfferDocument> = {}): OfferDocument {
  return {
    offerId: offerIdOf(name),
    version: 1,
    kind: 'job',
    title: name,
    description: '',
    organisationName: null,
    communeCode: '02408',
    communeName: 'Laon',
    ...LAON,
    occupationCode: null,
    occupationLabel: null,
    occupationWords: [],
    labels: [],
    more: '',
    contract: 'cdi',
    rhythm: null,
    startsOn: null,
    endsOn: null,
    positions: 1,
    hoursPerWeek: 35,
    pay: null,
    isReachableByTransit: false,
    hasCollectivePickup: false,
    hasLodging: false,
    isDisabilityFriendly: false,
    publishedAt: '2026-11-02T08:00:00.000Z',
    expiresAt: null,
    ...changes,
  }
}

/** A search for everything, narrowed by what is given. */
export const makeSearch = (changes: Partial<OfferSearch> = {}): OfferSearch => ({
  text: '',
  kinds: [],
  occupationCodes: [],
  contracts: [],
  near: null,
  startsBy: null,
  sort: 'relevance',
  page: 1,
  pageSize: 20,
  ...changes,
})

/** Some documents as the stream a rebuild reads. */
export async function* streamOf(documents: readonly OfferDocument[]): AsyncGenerator<OfferDocument> {
  yield* documents
}
