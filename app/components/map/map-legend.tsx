import { OFFER_KIND_LABELS } from '#app/domain/offer.labels.ts'
import { OFFER_KINDS } from '#app/domain/offer.ts'
import { KIND_SHAPES, SHAPE_PATHS } from './map-point.ts'

/** What each shape and colour of the map stands for. */
export function MapLegend() {
  return (
    <ul className="map-legend" aria-label="Légende de la carte">
      {OFFER_KINDS.map((kind) => (
        <li key={kind} className={`kind-${kind}`}>
          <svg
            className="shape"
            aria-hidden="true"
            width="20"
            height="20"
            viewBox="0 0 40 40"
            fill="currentColor"
          >
            <path d={SHAPE_PATHS[KIND_SHAPES[kind]]} />
          </svg>
          {OFFER_KIND_LABELS[kind]}
        </li>
      ))}
    </ul>
  )
}
