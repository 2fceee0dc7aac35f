import { circle } from '@turf/turf'
import type { GeoJSONSource, Map as MapLibreMap } from 'maplibre-gl'
import { OFFER_KINDS } from '#app/domain/offer.ts'
import { type Palette, PIXEL_RATIO, paintCluster, paintMarker } from './map-images.ts'
import { type Center, type MapMark, markFeatures, type NamedPlace, placeFeatures } from './map-point.ts'

const CLUSTER_PREFIX = 'cluster-'
/** Groups are kept at every zoom: offers of one commune often share one position. */
export const MAX_ZOOM = 17

/** The area within a radius, as a polygon of 96 sides. */
export const radiusArea = (center: Center, radiusKm: number): GeoJSON.Feature<GeoJSON.Polygon> =>
  circle([center.longitude, center.latitude], radiusKm, { steps: 96, units: 'kilometers' })

/** The images of markers now, those of groups when they are first needed. */
export function addImages(map: MapLibreMap, palette: Palette) {
  for (const kind of OFFER_KINDS) {
    const image = paintMarker(kind, palette)
    if (image) map.addImage(`kind-${kind}`, image, { pixelRatio: PIXEL_RATIO })
  }
  map.setMissingStyleImageResolver((id) => {
    if (!id.startsWith(CLUSTER_PREFIX) || map.hasImage(id)) return
    const image = paintCluster(Number(id.slice(CLUSTER_PREFIX.length)), palette)
    if (image) map.addImage(id, image, { pixelRatio: PIXEL_RATIO })
  })
}

/** The circle of the search, under everything else. */
export function addRadius(map: MapLibreMap, { area, palette }: { area: GeoJSON.Feature; palette: Palette }) {
  map.addSource('radius', { type: 'geojson', data: area })
  map.addLayer({
    id: 'radius-fill',
    type: 'fill',
    source: 'radius',
    paint: { 'fill-color': palette.brand, 'fill-opacity': 0.07 },
  })
  map.addLayer({
    id: 'radius-line',
    type: 'line',
    source: 'radius',
    paint: { 'line-color': palette.brand, 'line-width': 2, 'line-dasharray': [3, 2] },
  })
}

/** The marks: offers by their kind, and places and groups by how many they hold. */
export function addMarks(map: MapLibreMap, marks: readonly MapMark[]) {
  map.addSource('marks', {
    type: 'geojson',
    data: markFeatures(marks),
    cluster: true,
    clusterProperties: { total: ['+', ['get', 'count']] },
    clusterRadius: 44,
    clusterMaxZoom: MAX_ZOOM,
  })
  map.addLayer({
    id: 'marks',
    type: 'symbol',
    source: 'marks',
    filter: ['!', ['has', 'point_count']],
    layout: {
      'icon-image': [
        'case',
        ['has', 'kind'],
        ['concat', 'kind-', ['get', 'kind']],
        ['concat', CLUSTER_PREFIX, ['to-string', ['get', 'count']]],
      ],
      'icon-size': 0.85,
      'icon-allow-overlap': true,
      'icon-ignore-placement': true,
    },
  })
  map.addLayer({
    id: 'clusters',
    type: 'symbol',
    source: 'marks',
    filter: ['has', 'point_count'],
    layout: {
      'icon-image': ['concat', CLUSTER_PREFIX, ['to-string', ['get', 'total']]],
      'icon-allow-overlap': true,
      'icon-ignore-placement': true,
    },
  })
}

/** The names of the communes that have offers, where no background says them. Drawn with the page's own font. */
export function addCommuneNames(
  map: MapLibreMap,
  { places, palette }: { places: NamedPlace[]; palette: Palette },
) {
  map.addSource('communes', { type: 'geojson', data: placeFeatures(places) })
  map.addLayer(
    {
      id: 'communes',
      type: 'symbol',
      source: 'communes',
      layout: {
        'text-field': ['get', 'name'],
        'text-font': ['sans-serif'],
        'text-size': 14,
        'text-anchor': 'top',
        'text-offset': [0, 1.3],
      },
      paint: { 'text-color': palette.ink, 'text-halo-color': palette.paper, 'text-halo-width': 1.5 },
    },
    'marks',
  )
}

export const marksSource = (map: MapLibreMap) => map.getSource('marks') as GeoJSONSource
