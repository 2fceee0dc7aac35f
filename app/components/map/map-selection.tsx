import { KindBadge } from '#app/components/offer/kind-badge.tsx'
import { countOf } from '#app/components/ui/format.ts'
import type { MapPoint } from './map-point.ts'

/** The offers chosen on the map, beside it: each leads to its page. */
export function MapSelection({ points }: { points: MapPoint[] }) {
  if (points.length === 0) return <p className="muted">Touchez un point de la carte pour lire l’offre ici.</p>
  return (
    <>
      <h2 className={points.length === 1 ? 'visually-hidden' : undefined}>
        {countOf(points.length, 'offre')} à cet endroit
      </h2>
      <ul className="offer-list">
        {points.map(({ id, kind, title }) => (
          <li key={id}>
            <article className={`offer-card kind-${kind}`}>
              <KindBadge kind={kind} />
              <h3 className="offer-title">
                <a href={`/offres/${id}`}>{title}</a>
              </h3>
            </article>
          </li>
        ))}
      </ul>
    </>
  )
}
