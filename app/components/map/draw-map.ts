import { LngLatBounds, Map as MapLibreMap, NavigationControl, setWorkerUrl } from 'maplibre-gl'
import 'maplibre-gl/dist/maplibre-gl.css'
// MapLibre loads its worker from a file of its own, which the build emits beside the others.
import workerUrl from 'maplibre-gl/dist/maplibre-gl-worker.mjs?url'
import { readPalette } from './map-images.ts'
import {
  addCommuneNames,
  addImages,
  addMarks,
  addRadius,
  MAX_ZOOM,
  marksSource,
  radiusArea,
} from './map-layers.ts'
import type { Center, MapMark, NamedPlace, Outline } from './map-point.ts'
import { fetchStyle, plainStyle } from './map-style.ts'
import { FRENCH } from './map-words.ts'

export type MapOptions = {
  container: HTMLElement
  marks: readonly MapMark[]
  /** What the map is called, for those who do not see it. */
  title: string
  /** Written on the plain style; another style has its own names. */
  places: NamedPlace[]
  center: Center | null
  radiusKm: number | null
  outline: Outline | null
  styleUrl: string | null
  /** Called with the ids of the marks chosen: one marker, or a group that no zoom takes apart. */
  onSelect: (ids: string[]) => void
  onReady: () => void
}

/** Closer than this, a group is shown as a list rather than zoomed into. */
const LIST_ZOOM = 15
const LISTED = 30

function boundsOf(
  marks: readonly MapMark[],
  area: GeoJSON.Feature<GeoJSON.Polygon> | null,
): LngLatBounds | null {
  const bounds = new LngLatBounds()
  for (const position of area?.geometry.coordinates[0] ?? [])
    bounds.extend([position[0] ?? 0, position[1] ?? 0])
  if (!area) for (const { longitude, latitude } of marks) bounds.extend([longitude, latitude])
  return bounds.isEmpty() ? null : bounds
}

function answerClicks(map: MapLibreMap, onSelect: MapOptions['onSelect']) {
  map.on('click', 'marks', ({ features }) => {
    const id = features?.[0]?.properties.id
    if (typeof id === 'string') onSelect([id])
  })
  map.on('click', 'clusters', async ({ features, lngLat }) => {
    const cluster = features?.[0]?.properties.cluster_id
    if (typeof cluster !== 'number') return
    const zoom = await marksSource(map).getClusterExpansionZoom(cluster)
    if (zoom <= LIST_ZOOM) return void map.easeTo({ center: lngLat, zoom })
    const leaves = await marksSource(map).getClusterLeaves(cluster, LISTED, 0)
    onSelect(leaves.map((leaf) => String(leaf.properties?.id)))
  })
  for (const layer of ['marks', 'clusters']) {
    map.on('mouseenter', layer, () => map.getCanvas().classList.add('over-mark'))
    map.on('mouseleave', layer, () => map.getCanvas().classList.remove('over-mark'))
  }
}

/** Other styles bring their own attribution with their sources. */
const isFromIgn = (styleUrl: string | null) => styleUrl?.startsWith('https://data.geopf.fr/') ?? false

/** Draws the map into its container. Throws where the browser cannot draw it. */
export async function drawMap(options: MapOptions): Promise<MapLibreMap> {
  const { container, marks, title, places, center, radiusKm, outline, styleUrl, onSelect, onReady } = options
  setWorkerUrl(workerUrl)
  const palette = readPalette()
  const background = styleUrl ? await fetchStyle(styleUrl) : null
  const area = center && radiusKm ? radiusArea(center, radiusKm) : null
  const bounds = boundsOf(marks, area)
  const map = new MapLibreMap({
    container,
    style: background ?? plainStyle(palette, outline),
    ...(bounds ? { bounds, fitBoundsOptions: { padding: 40, maxZoom: 13 } } : {}),
    ...(center && !bounds ? { center: [center.longitude, center.latitude], zoom: 9 } : {}),
    attributionControl: {
      compact: false,
      customAttribution: background && isFromIgn(styleUrl) ? '© IGN' : undefined,
    },
    maxZoom: MAX_ZOOM,
    cooperativeGestures: true,
    dragRotate: false,
    pitchWithRotate: false,
    locale: { ...FRENCH, 'Map.Title': title },
  })
  map.addControl(new NavigationControl({ showCompass: false }))
  // A tile that does not come leaves a hole in the background and nothing else.
  map.on('error', () => {})
  map.on('load', () => {
    addImages(map, palette)
    if (area) addRadius(map, { area, palette })
    addMarks(map, marks)
    if (!background) addCommuneNames(map, { places, palette })
    answerClicks(map, onSelect)
    map.once('idle', onReady)
  })
  return map
}
