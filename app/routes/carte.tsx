import type { LoaderFunctionArgs, MetaFunction } from '@remix-run/node'
import { useLoaderData } from '@remix-run/react'
import { OfferMap } from '#app/components/map/offer-map.tsx'
import { usePoints } from '#app/components/map/use-points.ts'
import { Notice } from '#app/components/ui/notice.tsx'
import { PageHeader } from '#app/components/ui/page-header.tsx'
import { askedOffersParams, parseAskedOffers, reachWords } from '#app/domain/offer-search.ts'
import { getOfferMap } from '#app/queries/offer-map.server.ts'
import { findMapStyleUrl } from '#app/system/map-style.server.ts'

export const handle = { hydrate: true, wide: true }
export const meta: MetaFunction = () => [{ title: 'Les offres sur la carte' }]

export async function loader({ request }: LoaderFunctionArgs) {
  const asked = parseAskedOffers(new URL(request.url).searchParams)
  const [map, styleUrl] = await Promise.all([getOfferMap(asked), findMapStyleUrl()])
  return {
    ...map,
    styleUrl,
    reach: reachWords(asked),
    query: askedOffersParams({ ...asked, page: 1 }).toString(),
  }
}

export default function OffersOnMap() {
  const { center, radiusKm, reach, communeName, places, styleUrl, query } = useLoaderData<typeof loader>()
  const { points, hasFailed } = usePoints(`/offres.geojson?${query}`)
  const listHref = `/offres?${query}`
  return (
    <div className="stack">
      <PageHeader
        title="Les offres sur la carte"
        back={{ href: listHref, label: 'Les offres en liste' }}
        lead={communeName ? `À moins de ${reach} de ${communeName}` : undefined}
      />
      {points ? (
        <OfferMap
          points={points}
          places={places}
          center={center}
          radiusKm={center && radiusKm}
          listHref={listHref}
          styleUrl={styleUrl}
          open
        />
      ) : (
        <Notice tone={hasFailed ? 'danger' : 'info'} role="status">
          {hasFailed ? 'La carte n’a pas pu venir.' : 'La carte a besoin d’un instant, et de JavaScript.'}{' '}
          <a href={listHref}>La liste montre les mêmes offres.</a>
        </Notice>
      )}
    </div>
  )
}
