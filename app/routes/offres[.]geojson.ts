import type { LoaderFunctionArgs } from '@remix-run/node'
import { parseAskedOffers } from '#app/domain/offer-search.ts'
import { getOfferPoints } from '#app/queries/offer-search.server.ts'

/** The offers of a search as GeoJSON points, for the map: the same parameters as the list. */
export async function loader({ request }: LoaderFunctionArgs) {
  const points = await getOfferPoints(parseAskedOffers(new URL(request.url).searchParams))
  return Response.json(
    {
      type: 'FeatureCollection',
      features: points.map(({ offerId, kind, title, latitude, longitude }) => ({
        type: 'Feature',
        properties: { offerId, kind, title },
        geometry: { type: 'Point', coordinates: [longitude, latitude] },
      })),
    },
    { headers: { 'Content-Type': 'application/geo+json', 'Cache-Control': 'public, max-age=60' } },
  )
}
