import { db } from '#app/db/client.server.ts'
import { listLargestCommunes } from '#app/db/communes.server.ts'
import { findHomeTerritory } from '#app/db/territories.server.ts'
import type { AskedOffers } from '#app/domain/offer-search.ts'
import { findPlace } from './offer-search.server.ts'

const NAMED_PLACES = 14

/** What the map is drawn with before its points: where the search starts, how far it goes, the towns' names. */
export async function getOfferMap(asked: AskedOffers) {
  const [{ commune }, territory] = await Promise.all([findPlace(asked), findHomeTerritory(db())])
  const towns = territory ? await listLargestCommunes(db(), territory.departementCode, NAMED_PLACES) : []
  return {
    center: commune && { latitude: commune.latitude, longitude: commune.longitude },
    communeName: commune?.name ?? null,
    radiusKm: asked.radiusKm,
    places: towns.map(({ name, latitude, longitude }) => ({ name, latitude, longitude })),
  }
}
