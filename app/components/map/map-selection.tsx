import { OfferCard } from '#app/components/offer/offer-card.tsx'
import { OfferList } from '#app/components/offer/offer-list.tsx'
import { countOf } from '#app/components/ui/format.ts'
import type { MapPoint } from './map-point.ts'

/** The offers chosen on the map, beside it. */
export function MapSelection({ points }: { points: MapPoint[] }) {
  return (
    <div className="map-selection" aria-live="polite">
      {points.length === 0 ? (
        <p className="muted">Touchez un point de la carte pour lire l’offre ici.</p>
      ) : (
        <>
          <h2 className={points.length === 1 ? 'visually-hidden' : undefined}>
            {countOf(points.length, 'offre')} à cet endroit
          </h2>
          <OfferList>
            {points.map((point) => (
              <OfferCard key={point.id} offer={point} headingLevel={3} />
            ))}
          </OfferList>
        </>
      )}
    </div>
  )
}
