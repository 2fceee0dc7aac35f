import type { LoaderFunctionArgs } from '@remix-run/node'
import { parseAskedOffers } from '#app/domain/offer-search.ts'
import { getActor } from '#app/http/actor.server.ts'
import { answerOrOutage } from '#app/http/frame-outage.server.ts'
import { getOfferPoints } from '#app/queries/offer-search.server.ts'

/** The offers of a search as GeoJSON points, for the map: the same parameters as the list, and the same reader. */
export const loader = (args: LoaderFunctionArgs) =>
  answerOrOutage(args, async () => {
    const actor = await getActor(args.request)
    const points = await getOfferPoints(parseAskedOffers(new URL(args.request.url).searchParams), actor)
    const copies = actor.kind === 'anonymous' ? 'public, max-age=60' : 'private, no-store'
    return Response.json(
      {
        type: 'FeatureCollection',
        features: points.map(({ offerId, kind, title, latitude, longitude }) => ({
          type: 'Feature',
          properties: { offerId, kind, title },
          geometry: { type: 'Point', coordinates: [longitude, latitude] },
        })),
      },
      { headers: { 'Content-Type': 'application/geo+json', 'Cache-Control': copies, Vary: 'Cookie' } },
    )
  })
