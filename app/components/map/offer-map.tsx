import { countOf } from '#app/components/ui/format.ts'
import { MapFrame, type MapSetting } from './map-frame.tsx'
import { MapLegend } from './map-legend.tsx'
import type { MapPoint } from './map-point.ts'
import { MapSelection } from './map-selection.tsx'

/** The offers on a map; the list of the search is its complete alternative. */
export function OfferMap({ points, ...setting }: MapSetting & { points: MapPoint[] }) {
  return (
    <MapFrame
      {...setting}
      marks={points}
      label="Offres sur la carte"
      title="Carte des offres"
      legend={<MapLegend />}
      summary={`${countOf(points.length, 'offre')} sur la carte`}
      same="les mêmes offres"
      selection={(ids) => <MapSelection points={points.filter(({ id }) => ids.includes(id))} />}
    />
  )
}
