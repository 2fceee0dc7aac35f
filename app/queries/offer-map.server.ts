import { readReference, territoryIn } from '#app/db/reference.server.ts'
import type { AskedOffers } from '#app/domain/offer-search.ts'
import { findPlace } from './asked-place.server.ts'

const NAMED_PLACES = 14

/** What the map is drawn with before its points: where the search starts, how far it goes, the towns' names. */
export async function getOfferMap(asked: AskedOffers) {
  const reference = await readReference()
  const { commune } = await findPlace(asked, reference)
  const home = territoryIn(reference, null)?.departementCode
  const towns = reference.communes.filter(({ departementCode }) => departementCode === home)
  return {
    center: commune && { latitude: commune.latitude, longitude: commune.longitude },
    communeName: commune?.name ?? null,
    radiusKm: asked.radiusKm,
    places: towns
      .slice(0, NAMED_PLACES)
      .map(({ name, latitude, longitude }) => ({ name, latitude, longitude })),
  }
}
