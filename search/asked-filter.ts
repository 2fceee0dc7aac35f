import type { Commune } from '#app/domain/commune.ts'
import type { AskedOffers } from '#app/domain/offer-search.ts'
import type { OfferFilter } from './port.ts'

/** The engine's filter for what was asked around a commune. */
export const toFilter = (
  asked: AskedOffers,
  commune: Commune | null,
  radiusKm = asked.radiusKm,
): OfferFilter => ({
  text: asked.text,
  kinds: asked.kinds,
  occupationCodes: asked.occupationCode ? [asked.occupationCode] : [],
  contracts: asked.contracts,
  startsBy: asked.startsBy,
  near: commune && { latitude: commune.latitude, longitude: commune.longitude, radiusKm },
})
