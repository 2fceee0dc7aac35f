import type { OfferKind } from '#app/domain/offer.ts'

/** What the map marks, in degrees (WGS 84): one offer by the shape of its kind, or several things of one place by their count. */
export type MapMark = { id: string; latitude: number; longitude: number; kind?: OfferKind; count?: number }

/** An offer on the map: light, since there may be ten thousand. */
export type MapPoint = MapMark & { kind: OfferKind; title: string }

/** A name written on the plain style. */
export type NamedPlace = { name: string; latitude: number; longitude: number }

/** The département's limits, drawn on the plain style. */
export type Outline = GeoJSON.FeatureCollection | GeoJSON.Feature

export type Center = { latitude: number; longitude: number }

/** The form of a kind's marker: shape and colour, never colour alone. */
export const KIND_SHAPES: Record<OfferKind, 'circle' | 'square' | 'triangle' | 'diamond'> = {
  job: 'circle',
  clause: 'square',
  seasonal: 'triangle',
  volunteering: 'diamond',
}

/** Outlines of the shapes on a 40 by 40 grid. */
export const SHAPE_PATHS = {
  circle: 'M20 4a16 16 0 1 0 0 32a16 16 0 1 0 0 -32Z',
  square: 'M9 5h22a4 4 0 0 1 4 4v22a4 4 0 0 1 -4 4h-22a4 4 0 0 1 -4 -4v-22a4 4 0 0 1 4 -4Z',
  triangle:
    'M17.2 4.6 2.6 31.2A3.2 3.2 0 0 0 5.4 36h29.2a3.2 3.2 0 0 0 2.8 -4.8L22.8 4.6a3.2 3.2 0 0 0 -5.6 0Z',
  diamond:
    'M17.6 2.4 2.4 17.6a3.4 3.4 0 0 0 0 4.8L17.6 37.6a3.4 3.4 0 0 0 4.8 0L37.6 22.4a3.4 3.4 0 0 0 0 -4.8L22.4 2.4a3.4 3.4 0 0 0 -4.8 0Z',
} as const

/** The names to write, as GeoJSON. */
export const placeFeatures = (places: NamedPlace[]): GeoJSON.FeatureCollection<GeoJSON.Point> => ({
  type: 'FeatureCollection',
  features: places.map(({ name, latitude, longitude }) => ({
    type: 'Feature',
    properties: { name },
    geometry: { type: 'Point', coordinates: [longitude, latitude] },
  })),
})

/** The marks as GeoJSON: what the map needs of each, and no more. */
export const markFeatures = (marks: readonly MapMark[]): GeoJSON.FeatureCollection<GeoJSON.Point> => ({
  type: 'FeatureCollection',
  features: marks.map(({ id, kind, count = 1, latitude, longitude }) => ({
    type: 'Feature',
    properties: { id, kind, count },
    geometry: { type: 'Point', coordinates: [longitude, latitude] },
  })),
})
